import * as vscode from 'vscode';
import { commandOf } from '../../commands';
import { ActionKind, Command, LANGUAGE_ID } from '../../contributions';
import { toOffset } from '../../convert';
import type { Log } from '../../log';
import { articleAt } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { registerSettledCommand } from '../../pages/settledCommand';
import { Corrections, isCorrection } from './corrections';

/** Corrections of a page's make-up, each a command and a code action. */
export function registerStructure(pages: Pages, log: Log): vscode.Disposable {
  const corrections = new Corrections(pages);
  const kind = vscode.CodeActionKind.RefactorRewrite.append(ActionKind.structure);
  return vscode.Disposable.from(
    registerSettledCommand(pages, log, Command.startArticle, () => corrections.startArticle()),
    registerSettledCommand(pages, log, Command.joinArticle, () => corrections.joinArticle()),
    registerSettledCommand(pages, log, Command.setRole, (role) => corrections.setRole(role)),
    registerSettledCommand(pages, log, Command.moveTitle, (articleId) => corrections.moveTitle(articleId)),
    registerSettledCommand(pages, log, Command.editPeople, (printed) => corrections.editPeople(printed)),
    registerSettledCommand(pages, log, Command.toggleReviewed, () => corrections.toggleReviewed()),
    vscode.languages.registerCodeActionsProvider(
      LANGUAGE_ID,
      { provideCodeActions: (document, range, context) => actions(pages, document, range, context, kind) },
      { providedCodeActionKinds: [kind] },
    ),
  );
}

function actions(
  pages: Pages,
  document: vscode.TextDocument,
  range: vscode.Range,
  context: vscode.CodeActionContext,
  kind: vscode.CodeActionKind,
): vscode.CodeAction[] {
  const page = pages.get(document);
  if (!page || (context.only && !context.only.contains(kind))) return [];
  // Words selected inside a line are about to be tagged; lines and the bare cursor are about the page's make-up.
  if (!range.isEmpty && range.isSingleLine && !isWholeLine(document, range)) return [];
  const offset = toOffset(page.text, range.start);
  const { articles, bylines } = page.analysis;
  const article = articleAt(page, offset);
  const block = articles[article]?.blocks.find((b) => b.start <= offset && offset <= b.end);
  const isTitle = block !== undefined && ['headline', 'kicker', 'deck', 'subhead'].includes(block.role);
  return [
    commandOf(Command.startArticle, vscode.l10n.t('Start an article here')),
    ...(article > 0 ? [commandOf(Command.joinArticle, vscode.l10n.t('Join this article with the one before'))] : []),
    commandOf(Command.setRole, vscode.l10n.t('Set the role of these lines…')),
    ...(isTitle && articles.length > 1
      ? [commandOf(Command.moveTitle, vscode.l10n.t('Move this title to another article…'))]
      : []),
    ...(bylines.some((b) => b.start <= offset && offset <= b.end)
      ? [commandOf(Command.editPeople, vscode.l10n.t('Edit the people of this byline…'))]
      : []),
    ...(articles.length > 0
      ? [
          commandOf(
            Command.toggleReviewed,
            page.annotations.items.some((a) => isCorrection(a, 'reviewed'))
              ? vscode.l10n.t('Mark the make-up of this page as not reviewed')
              : vscode.l10n.t('Mark the make-up of this page as reviewed'),
          ),
        ]
      : []),
  ].map((command) => {
    const action = new vscode.CodeAction(command.title, kind);
    action.command = command;
    return action;
  });
}

function isWholeLine(document: vscode.TextDocument, range: vscode.Range): boolean {
  return document.getText(range).trim() === document.lineAt(range.start.line).text.trim();
}
