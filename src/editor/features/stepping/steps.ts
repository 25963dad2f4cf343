import * as vscode from 'vscode';
import { articleRuns, brokenRelations, isGuess } from '../../../newsmark';
import type { Annotation, FigureKind, Span, Suggestion } from '../../../newsmark';
import { toRange, toSpan } from '../../convert';
import { HumanError } from '../../errors';
import { kindName, stateName } from '../../names';
import { type Page, shownAnnotations } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import type { Schemes } from '../../schemes';
import { failedChecks } from '../checks/problems';

export type StopKind = 'article' | 'suggestion' | 'annotation' | 'unreviewed';

interface Stop extends Span {
  /** What is there, for the status bar. */
  readonly note: string;
}

const ANNOUNCE_MS = 6_000;
const MAX_QUOTE = 16;

/** Stepping from one thing of a page to the next, round its end. */
export class Steps {
  readonly #pages: Pages;
  readonly #schemes: Schemes;
  /** Where the last step led: a person who is there by a step means what stands there, not words of their own choice. */
  #arrived: { readonly uri: string; readonly span: Span } | undefined;

  constructor(pages: Pages, schemes: Schemes) {
    this.#pages = pages;
    this.#schemes = schemes;
  }

  /** Goes to the next stop behind the selection (or the one before it). @throws HumanError where there is none. */
  go(kind: StopKind, direction: 1 | -1): void {
    if (this.tryGo(kind, direction)) return;
    throw new HumanError('no-stop', vscode.l10n.t('There is nothing to go to on this page.'));
  }

  /** Goes to the next stop; false where the page has none. @throws HumanError where there is no page. */
  tryGo(kind: StopKind, direction: 1 | -1): boolean {
    const { active } = this.#pages;
    if (!active) throw new HumanError('no-page', vscode.l10n.t('Open a page and turn Newsmark on for it first.'));
    const { page, editor } = active;
    const stops = this.#stops(page, kind);
    const at = toSpan(page.text, editor.selection);
    const index =
      direction > 0
        ? Math.max(
            0,
            stops.findIndex((stop) => comparePlace(stop, at) > 0),
          )
        : stops.findLastIndex((stop) => comparePlace(stop, at) < 0);
    const stop = stops.at(index);
    if (!stop) return false;
    this.#show(page, editor, stop);
    const place = index < 0 ? stops.length : index + 1;
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('{0} of {1}: {2}', place, stops.length, `${shortQuote(page, stop)} ${stop.note}`.trim()),
      ANNOUNCE_MS,
    );
    return true;
  }

  /** Whether a step led to this span, and the span is still what is selected there. */
  ledTo(page: Page, span: Span): boolean {
    const last = this.#arrived;
    return last?.uri === page.uri.toString() && last.span.start === span.start && last.span.end === span.end;
  }

  #show(page: Page, editor: vscode.TextEditor, span: Span): void {
    const range = toRange(page.text, span);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.#arrived = { uri: page.uri.toString(), span };
  }

  #stops(page: Page, kind: StopKind): readonly Stop[] {
    switch (kind) {
      case 'article':
        return articleRuns(page.analysis.articles).map(({ start }) => ({ start, end: start, note: '' }));
      case 'suggestion':
        return page.suggestions.map(suggestionStop);
      case 'annotation':
        return this.#spans(page).map((a) => ({ ...spanOf(a), note: `${labelOf(a)} · ${stateName(a.state)}` }));
      case 'unreviewed':
        return this.#unreviewed(page);
    }
  }

  /**
   * All that waits for the person: suggestions, figures that do not agree, lost labels, relations that lead nowhere.
   * Entities that are only guessed do not wait.
   */
  #unreviewed(page: Page): readonly Stop[] {
    const failed = failedChecks(page).map(({ claimed, problem }) => ({ ...spanOf(claimed), note: problem.message }));
    const unknown = this.#spans(page)
      .filter((a) => a.layer === 'entity' && !this.#schemes.label(page.uri, a.label))
      .map((a) => ({ ...spanOf(a), note: vscode.l10n.t('{0} is not in the scheme', a.label) }));
    const { items, orphans } = page.annotations;
    const lost = new Set(orphans.map((orphan) => orphan.annotation.id));
    // An annotation that has only lost its place is not gone.
    const broken = brokenRelations(items)
      .filter(({ relation }) => !lost.has(relation.target))
      .map(({ annotation, relation }) => ({
        ...spanOf(annotation),
        note: vscode.l10n.t('the other end of {0} is gone', relation.label),
      }));
    const waiting = page.suggestions.filter((suggestion) => !isGuess(suggestion)).map(suggestionStop);
    const stops = [...failed, ...unknown, ...broken, ...waiting].sort(comparePlace);
    return stops.filter((stop, index) => index === 0 || comparePlace(stop, stops[index - 1]!) !== 0);
  }

  /** Annotations that mark words; what corrects the make-up of the page has no span to go to. */
  #spans(page: Page): readonly Annotation[] {
    return shownAnnotations(page).filter((a) => a.layer !== 'structure' && a.layer !== 'check');
  }
}

function suggestionStop(suggestion: Suggestion): Stop {
  return { ...spanOf(suggestion), note: labelOf(suggestion) };
}

function labelOf({ layer, label }: { readonly layer: string; readonly label: string }): string {
  switch (layer) {
    case 'figure':
      return kindName(label as FigureKind);
    case 'byline':
      return vscode.l10n.t('byline');
    default:
      return label;
  }
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function shortQuote(page: Page, span: Span): string {
  const quote = [...page.text.text.slice(span.start, span.end).replace(/\s+/g, '')];
  return quote.length > MAX_QUOTE ? `${quote.slice(0, MAX_QUOTE).join('')}…` : quote.join('');
}

function comparePlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
