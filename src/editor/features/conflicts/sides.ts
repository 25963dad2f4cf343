import * as vscode from 'vscode';
import { readConflict, type SidecarConflict } from '../../../newsmark';
import { Disposable } from '../../disposable';
import { sideNames } from './names';

const SCHEME = 'newsmark-conflict';

/** The sides of a sidecar in conflict as read-only documents, whole and without markers. */
export class ConflictSides extends Disposable implements vscode.TextDocumentContentProvider {
  constructor() {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const sidecar = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri.query));
    return readConflict(sidecar.getText())?.[uri.path === '/ours.json' ? 'ours' : 'theirs'].text ?? '';
  }

  /** Shows both sides next to each other. */
  async compare(sidecar: vscode.Uri, conflict: SidecarConflict): Promise<void> {
    const [ours, theirs] = ['ours', 'theirs'].map((side) =>
      vscode.Uri.from({ scheme: SCHEME, path: `/${side}.json`, query: sidecar.toString() }),
    );
    const names = sideNames(conflict);
    await vscode.commands.executeCommand('vscode.diff', ours, theirs, `${names.ours} ↔ ${names.theirs}`);
  }
}
