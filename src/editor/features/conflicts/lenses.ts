import * as vscode from 'vscode';
import { type ConflictSide, readConflict } from '../../../newsmark';
import { commandOf } from '../../commands';
import { Command, type ConflictChoice, SIDECAR_LANGUAGE_ID } from '../../contributions';
import { Disposable } from '../../disposable';
import { sideNames } from './names';

/** What to do about a conflict, in the first line of the sidecar that has it: for all of its places at once. */
export class ConflictLenses extends Disposable implements vscode.CodeLensProvider {
  constructor() {
    super();
    this.register(vscode.languages.registerCodeLensProvider(SIDECAR_LANGUAGE_ID, this));
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const conflict = readConflict(document.getText());
    if (!conflict) return [];
    const names = sideNames(conflict);
    const lens = (choice: ConflictChoice, title: string): vscode.CodeLens =>
      new vscode.CodeLens(
        new vscode.Range(0, 0, 0, 0),
        commandOf(Command.resolveConflict, title, document.uri.toString(), choice),
      );
    return [
      lens('both', vscode.l10n.t('Take the Annotations of Both')),
      lens('ours', vscode.l10n.t('Take {0}: {1}', names.ours, countOf(conflict.ours))),
      lens('theirs', vscode.l10n.t('Take {0}: {1}', names.theirs, countOf(conflict.theirs))),
      lens('compare', vscode.l10n.t('Compare')),
    ];
  }
}

/** How many annotations a side has, for people. */
export function countOf({ parsed }: ConflictSide): string {
  return parsed.ok
    ? vscode.l10n.t('{0} annotations', parsed.sidecar.annotations.length)
    : vscode.l10n.t('not readable');
}
