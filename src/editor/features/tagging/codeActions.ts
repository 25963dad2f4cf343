import * as vscode from 'vscode';
import { trimSpan } from '../../../newsmark';
import type { Annotation, SchemeLabel, Span, Suggestion } from '../../../newsmark';
import { commandOf } from '../../commands';
import { ActionKind, Command, type SpanArgument } from '../../contributions';
import { toOffset, toSpan } from '../../convert';
import { inChinese } from '../../names';
import { itemAt, type Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import type { Schemes } from '../../schemes';

const MAX_QUOTE = 12;

/** The light bulb: tag the selection, decide on the suggestion or change the annotation under the cursor. */
export class TagActions implements vscode.CodeActionProvider {
  readonly #pages: Pages;
  readonly #schemes: Schemes;

  constructor(pages: Pages, schemes: Schemes) {
    this.#pages = pages;
    this.#schemes = schemes;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range | vscode.Selection,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const page = this.#pages.get(document);
    if (!page) return [];
    const wanted = (action: vscode.CodeAction): boolean =>
      !context.only || (action.kind !== undefined && context.only.contains(action.kind));
    const offset = toOffset(page.text, range.end);
    const selected = range.isEmpty ? null : trimSpan(page.text.text, toSpan(page.text, range));
    const annotation = itemAt(page.annotations.items, offset);
    const suggestion = itemAt(page.suggestions, offset);
    return [
      ...(selected ? this.#tagActions(page, selected) : []),
      ...(suggestion ? decideActions(page, suggestion) : []),
      ...(annotation ? editActions(page, annotation) : []),
    ].filter(wanted);
  }

  #tagActions(page: Page, span: Span): vscode.CodeAction[] {
    const quote = shortQuote(page, span);
    const target = targetOf(page, span);
    return this.#schemes
      .of(page.uri)
      .labels.map((label) =>
        action(
          ActionKind.tag,
          vscode.l10n.t('Tag “{0}” as {1} {2}', quote, label.id, labelName(label)),
          commandOf(Command.tag, label.id, label.id, target),
        ),
      );
  }
}

function decideActions(page: Page, suggestion: Suggestion): vscode.CodeAction[] {
  const quote = shortQuote(page, suggestion);
  const target = targetOf(page, suggestion);
  const accept = vscode.l10n.t('Accept “{0}”', quote);
  const reject = vscode.l10n.t('Reject “{0}”', quote);
  return [
    action(ActionKind.decide, accept, commandOf(Command.accept, accept, target)),
    action(ActionKind.decide, reject, commandOf(Command.reject, reject, target)),
  ];
}

function editActions(page: Page, annotation: Annotation): vscode.CodeAction[] {
  const quote = shortQuote(page, annotation);
  const target = targetOf(page, annotation);
  const remove =
    annotation.state === 'rejected'
      ? vscode.l10n.t('Take back the rejection of “{0}”', quote)
      : vscode.l10n.t('Remove {0} from “{1}”', annotation.label, quote);
  const actions = [action(ActionKind.edit, remove, commandOf(Command.remove, remove, annotation.id, target))];
  if (annotation.layer !== 'entity') return actions;
  const change = vscode.l10n.t('Change the label of “{0}”…', quote);
  return [
    action(ActionKind.edit, change, commandOf(Command.changeLabel, change, annotation.id, undefined, target)),
    ...actions,
  ];
}

function action(kind: string, title: string, command: vscode.Command): vscode.CodeAction {
  const result = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite.append(kind));
  result.command = command;
  return result;
}

export function labelName(label: SchemeLabel): string {
  return inChinese() ? label.name.zh : label.name.en;
}

function shortQuote(page: Page, span: Span): string {
  const quote = page.text.text.slice(span.start, span.end).replace(/\s+/g, '');
  return quote.length > MAX_QUOTE ? `${quote.slice(0, MAX_QUOTE - 1)}…` : quote;
}

function targetOf(page: Page, span: Span): SpanArgument {
  return { uri: page.uri.toString(), start: span.start, end: span.end };
}
