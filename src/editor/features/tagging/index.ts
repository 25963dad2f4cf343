import * as vscode from 'vscode';
import { registerCommand } from '../../commands';
import { ActionKind, Command, LANGUAGE_ID } from '../../contributions';
import type { Log } from '../../log';
import type { Pages } from '../../pages/pages';
import type { Schemes } from '../../schemes';
import { TagActions } from './codeActions';
import { Decisions } from './decisions';
import { openScheme } from './openScheme';

/** Tagging by code action and by command; accepting, rejecting, changing and removing. */
export function registerTagging(
  context: vscode.ExtensionContext,
  pages: Pages,
  schemes: Schemes,
  log: Log,
): vscode.Disposable {
  const decisions = new Decisions(pages, schemes, context.workspaceState);
  const actions = new TagActions(pages, schemes);
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(LANGUAGE_ID, actions, {
      providedCodeActionKinds: [ActionKind.tag, ActionKind.decide, ActionKind.edit].map((kind) =>
        vscode.CodeActionKind.RefactorRewrite.append(kind),
      ),
    }),
    registerCommand(log, Command.tag, (label, target) => decisions.tag(label, target)),
    registerCommand(log, Command.tagAgain, () => decisions.tagAgain()),
    registerCommand(log, Command.accept, (target) => decisions.decide('accepted', target)),
    registerCommand(log, Command.reject, (target) => decisions.decide('rejected', target)),
    registerCommand(log, Command.remove, (id, target) => decisions.remove(id, target)),
    registerCommand(log, Command.changeLabel, (id, label, target) => decisions.changeLabel(id, label, target)),
    registerCommand(log, Command.openSidecar, () => decisions.openSidecar()),
    registerCommand(log, Command.openScheme, () => openScheme(schemes)),
  );
}
