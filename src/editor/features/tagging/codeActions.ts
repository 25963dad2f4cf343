import * as vscode from 'vscode';
import { trimSpan } from '../../../newsmark';
import type { Annotation, SchemeLabel, Span, Suggestion } from '../../../newsmark';
import { commandOf } from '../../commands';
import { ActionKind, Command } from '../../contributions';
import { toOffset, toSpan } from '../../convert';
import { itemAt, type Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import type { Schemes } from '../../schemes';
import { targetOf } from '../hover/markdown';
import { findPlaces, wordsOf } from '../occurrences/onPage';
import type { Decisions } from './decisions';
import { reasonName } from './pickLabel';
import { labelName, quoteOf } from './places';

/** The light bulb: tag the selection, decide on the suggestion or change the annotation under the cursor. */
export class TagActions implements vscode.CodeActionProvider {
  readonly #pages: Pages;
  readonly #schemes: Schemes;
  readonly #decisions: Decisions;

  constructor(pages: Pages, schemes: Schemes, decisions: Decisions) {
    this.#pages = pages;
    this.#schemes = schemes;
    this.#decisions = decisions;
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
    const annotations = page.annotations.items.filter((a) => a.start <= offset && offset <= a.end);
    const suggestion = itemAt(page.suggestions, offset);
    return [
      ...(selected ? this.#tagActions(page, selected) : []),
      ...(suggestion ? decideActions(page, suggestion) : []),
      ...annotations.flatMap((annotation) => editActions(page, annotation)),
    ].filter(wanted);
  }

  /** The likeliest label first and preferred, then the others of the scheme in its order. */
  #tagActions(page: Page, span: Span): vscode.CodeAction[] {
    const quote = quoteOf(page, span);
    const target = targetOf(page, span);
    const likely = this.#decisions.likely(page, span).at(0);
    const tag = (label: SchemeLabel, reason = ''): vscode.CodeAction => {
      const title = vscode.l10n.t('Tag “{0}” as {1} {2}', quote, label.id, labelName(label));
      return action(ActionKind.tag, title + reason, commandOf(Command.tag, label.id, label.id, target));
    };
    const { labels } = this.#schemes.of(page.uri);
    const first = labels.find((label) => label.id === likely?.label);
    const actions = [
      ...labels.filter((label) => label !== first).map((label) => tag(label)),
      ...allActions(page, span, first?.id),
    ];
    if (!first || !likely) return actions;
    const preferred = tag(first, vscode.l10n.t(' ({0})', reasonName(likely.why)));
    preferred.isPreferred = true;
    return [preferred, ...actions];
  }
}

/** “Tag all”, where the words stand more than once. */
function allActions(page: Page, span: Span, label: string | undefined): vscode.CodeAction[] {
  const { places } = findPlaces(page, wordsOf(page, [span]), label);
  if (places.length < 2) return [];
  const quote = quoteOf(page, span);
  const title =
    label === undefined
      ? vscode.l10n.t('Tag all {0} places of “{1}”…', places.length, quote)
      : vscode.l10n.t('Tag all {0} places of “{1}” as {2}…', places.length, quote, label);
  return [action(ActionKind.tag, title, commandOf(Command.labelOccurrences, title, label, targetOf(page, span)))];
}

function decideActions(page: Page, suggestion: Suggestion): vscode.CodeAction[] {
  const quote = quoteOf(page, suggestion);
  const target = targetOf(page, suggestion);
  const { layer, label } = suggestion;
  const accept =
    layer === 'entity' ? vscode.l10n.t('Accept “{0}” as {1}', quote, label) : vscode.l10n.t('Accept “{0}”', quote);
  const reject =
    layer === 'entity' ? vscode.l10n.t('Reject “{0}” as {1}', quote, label) : vscode.l10n.t('Reject “{0}”', quote);
  return [
    action(ActionKind.decide, accept, commandOf(Command.accept, accept, target)),
    action(ActionKind.decide, reject, commandOf(Command.reject, reject, target)),
  ];
}

function editActions(page: Page, annotation: Annotation): vscode.CodeAction[] {
  const quote = quoteOf(page, annotation);
  const target = targetOf(page, annotation);
  const remove =
    annotation.state === 'rejected'
      ? vscode.l10n.t('Take back the rejection of “{0}”', quote)
      : vscode.l10n.t('Remove {0} from “{1}”', annotation.label, quote);
  const actions = [action(ActionKind.edit, remove, commandOf(Command.remove, remove, annotation.id, target))];
  if (annotation.layer !== 'entity') return actions;
  const change = vscode.l10n.t('Change the label of “{0}”…', quote);
  const { places } = findPlaces(page, wordsOf(page, [annotation]), annotation.label);
  const all = vscode.l10n.t('Tag the other {0} places of “{1}” as {2}…', places.length, quote, annotation.label);
  return [
    ...(places.length > 0 && annotation.state !== 'rejected'
      ? [action(ActionKind.edit, all, commandOf(Command.labelOccurrences, all, annotation.label, target))]
      : []),
    action(ActionKind.edit, change, commandOf(Command.changeLabel, change, annotation.id, undefined, target)),
    ...actions,
  ];
}

function action(kind: string, title: string, command: vscode.Command): vscode.CodeAction {
  const result = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite.append(kind));
  result.command = command;
  return result;
}
