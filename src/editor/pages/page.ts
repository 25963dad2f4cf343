import * as vscode from 'vscode';
import { analyze, MAX_PAGE_LENGTH, readPageText, reviewedFigures, suggestionsOf } from '../../newsmark';
import type { Analysis, Annotation, PageText, ReviewedFigure, Span, Suggestion } from '../../newsmark';
import { Disposable } from '../disposable';
import type { PageAnnotations } from '../sidecar/pageAnnotations';

const NOTHING: Analysis = { articles: [], unassigned: [], bylines: [], paragraphs: [], figures: [], checks: [] };

/** An open document that Newsmark reads: its text, its analysis and its annotations, each computed when asked for. */
export class Page extends Disposable {
  #text: { version: number; value: PageText } | undefined;
  #analysis: { version: number; corrections: readonly Annotation[]; value: Analysis } | undefined;
  #corrections: { items: readonly Annotation[]; value: readonly Annotation[] } = { items: [], value: [] };
  #figures:
    | { readonly analysis: Analysis; readonly items: readonly Annotation[]; readonly value: readonly ReviewedFigure[] }
    | undefined;
  #suggestions:
    | { readonly analysis: Analysis; readonly items: readonly Annotation[]; readonly value: readonly Suggestion[] }
    | undefined;
  readonly #onDidChange = this.register(new vscode.EventEmitter<void>());
  /** The text or the annotations changed. */
  readonly onDidChange = this.#onDidChange.event;

  constructor(
    readonly document: vscode.TextDocument,
    readonly annotations: PageAnnotations,
  ) {
    super();
    this.register(annotations);
    this.register(annotations.onDidChange(() => this.#onDidChange.fire()));
  }

  get uri(): vscode.Uri {
    return this.document.uri;
  }

  get text(): PageText {
    const { version } = this.document;
    if (this.#text?.version !== version) this.#text = { version, value: readPageText(this.document.getText()) };
    return this.#text.value;
  }

  /** Longer pages are shown but not analysed: the editor itself gives up on them. */
  get isTooLong(): boolean {
    return this.text.text.length > MAX_PAGE_LENGTH;
  }

  get analysis(): Analysis {
    const { version } = this.document;
    const corrections = this.#correctionsOf(this.annotations.items);
    if (this.#analysis?.version !== version || this.#analysis.corrections !== corrections) {
      this.#analysis = { version, corrections, value: this.isTooLong ? NOTHING : analyze(this.text, corrections) };
    }
    return this.#analysis.value;
  }

  /** The annotations that change the analysis; the same array as long as they are the same. */
  #correctionsOf(items: readonly Annotation[]): readonly Annotation[] {
    if (this.#corrections.items === items) return this.#corrections.value;
    const value = items.filter((a) => a.layer === 'structure' || (a.layer === 'byline' && a.state === 'edited'));
    const known = this.#corrections.value;
    const same = value.length === known.length && value.every((a, i) => sameCorrection(a, known[i]!));
    this.#corrections = { items, value: same ? known : value };
    return this.#corrections.value;
  }

  /** Figures with the decisions on them, as a person should see them. */
  get figures(): readonly ReviewedFigure[] {
    const { analysis } = this;
    const { items } = this.annotations;
    if (this.#figures?.analysis !== analysis || this.#figures.items !== items) {
      this.#figures = { analysis, items, value: reviewedFigures(analysis.figures, items) };
    }
    return this.#figures.value;
  }

  get suggestions(): readonly Suggestion[] {
    const { analysis } = this;
    const { items } = this.annotations;
    if (this.#suggestions?.analysis !== analysis || this.#suggestions.items !== items) {
      this.#suggestions = { analysis, items, value: suggestionsOf(analysis, items) };
    }
    return this.#suggestions.value;
  }

  /** The text of the document changed. */
  textChanged(event: vscode.TextDocumentChangeEvent): void {
    this.annotations.textChanged(event, this.text);
    this.#onDidChange.fire();
  }
}

function sameCorrection(a: Annotation, b: Annotation): boolean {
  return a.id === b.id && a.start === b.start && a.end === b.end && a.label === b.label && a.data === b.data;
}

/** The smallest item whose span holds the offset, ends included. */
export function itemAt<T extends Span>(items: readonly T[], offset: number): T | undefined {
  let best: T | undefined;
  for (const item of items) {
    if (item.start > offset || item.end < offset) continue;
    if (!best || item.end - item.start < best.end - best.start) best = item;
  }
  return best;
}

/** Index of the article that an offset stands in; at the edge of two the one that begins there. -1 where there is none. */
export function articleAt(page: Page, offset: number): number {
  let ending = -1;
  for (const [index, { blocks }] of page.analysis.articles.entries()) {
    for (const { start, end } of blocks) {
      if (start <= offset && offset < end) return index;
      if (offset === end) ending = index;
    }
  }
  return ending;
}

/** Annotations that a person sees: a rejected suggestion is a decision, but not a mark on the page. */
export function shownAnnotations(page: Page): readonly Annotation[] {
  return page.annotations.items.filter((a) => a.state !== 'rejected');
}
