import * as vscode from 'vscode';
import {
  isLabel,
  editText,
  LiveAnalysis,
  MAX_PAGE_LENGTH,
  moveSpans,
  readPageText,
  refine,
  reviewedFigures,
  suggestionsOf,
} from '../../newsmark';
import type {
  Analysis,
  Annotation,
  PageReader,
  PageState,
  PageText,
  ReviewedFigure,
  Span,
  SuggestedEntity,
  Suggestion,
  TextChange,
} from '../../newsmark';
import { toSpan } from '../convert';
import { Disposable } from '../disposable';
import type { PageAnnotations } from '../sidecar/pageAnnotations';

/** An open document that Newsmark reads: its text, its analysis and its annotations, each computed when asked for. */
export class Page extends Disposable {
  #text: { readonly version: number; readonly value: PageText };
  readonly #live: LiveAnalysis;
  readonly #state: PageState = stateOf(this);
  #corrections: { items: readonly Annotation[]; value: readonly Annotation[] } = { items: [], value: [] };
  #figures:
    | { readonly analysis: Analysis; readonly items: readonly Annotation[]; readonly value: readonly ReviewedFigure[] }
    | undefined;
  #entities: readonly SuggestedEntity[] = [];
  #suggestions:
    | {
        readonly analysis: Analysis;
        readonly items: readonly Annotation[];
        readonly entities: readonly SuggestedEntity[];
        readonly value: readonly Suggestion[];
      }
    | undefined;
  readonly #onDidChange = this.register(new vscode.EventEmitter<void>());
  readonly #onDidSettle = this.register(new vscode.EventEmitter<void>());
  /** The text or the annotations changed. */
  readonly onDidChange = this.#onDidChange.event;
  /** There is something new to show: the annotations changed, or the text did and has been read. */
  readonly onDidSettle = this.#onDidSettle.event;

  constructor(
    readonly document: vscode.TextDocument,
    readonly annotations: PageAnnotations,
    reader: PageReader,
  ) {
    super();
    this.#text = { version: document.version, value: readPageText(document.getText()) };
    this.#live = new LiveAnalysis(
      document.uri.toString(),
      reader,
      () => this.#state,
      () => this.#onDidSettle.fire(),
    );
    this.register(this.#live);
    this.register(annotations);
    this.register(
      annotations.onDidChange(() => {
        this.#onDidChange.fire();
        this.#onDidSettle.fire();
        this.#live.changed();
      }),
    );
    this.#live.changed();
  }

  get uri(): vscode.Uri {
    return this.document.uri;
  }

  get text(): PageText {
    const { version } = this.document;
    if (this.#text.version !== version) this.#text = { version, value: readPageText(this.document.getText()) };
    return this.#text.value;
  }

  /** Longer pages are shown but not analysed: the editor itself gives up on them. */
  get isTooLong(): boolean {
    return this.text.text.length > MAX_PAGE_LENGTH;
  }

  /**
   * What Newsmark finds on the page. Of a long page whose text has just changed it is the last analysis moved through
   * the edits, good enough to show; who decides on it waits for {@link settled} first.
   */
  get analysis(): Analysis {
    return this.#live.value;
  }

  /** Until the analysis is that of the text as it is now. At once for all but long pages. */
  async settled(): Promise<void> {
    if (!this.#live.isSettled) await this.#live.settled();
  }

  /** Whether {@link analysis} is that of the text as it is now. */
  get isSettled(): boolean {
    return this.#live.isSettled;
  }

  /** The annotations that change the analysis; the same array as long as they are the same. */
  get corrections(): readonly Annotation[] {
    const { items } = this.annotations;
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
    const entities = this.#entities;
    let known = this.#suggestions;
    if (known?.analysis !== analysis || known.items !== items || known.entities !== entities) {
      known = { analysis, items, entities, value: suggestionsOf({ ...analysis, entities }, items) };
      this.#suggestions = known;
    }
    return known.value;
  }

  /** Entities that somebody found in a text of the page; where that is not the text any more, nothing happens. */
  setEntities(entities: readonly SuggestedEntity[], text: PageText): void {
    if (this.isDisposed || text !== this.text) return;
    if (entities.length === 0 && this.#entities.length === 0) return;
    this.#entities = entities;
    this.#onDidSettle.fire();
  }

  /** The text of the document changed. */
  textChanged(event: vscode.TextDocumentChangeEvent): void {
    const before = this.#text.value;
    if (event.contentChanges.length === 0) {
      // A change of the file that leaves its words alone: it was saved, or an edit that changes nothing paired it.
      this.#text = { version: event.document.version, value: withLineEnds(before, event.document.eol) };
      return;
    }
    const changes = changesOf(event, before);
    const { document } = this;
    const after = withLineEnds(editText(before, changes), document.eol);
    this.#text = { version: document.version, value: isOf(document, after) ? after : readPageText(document.getText()) };
    const refined = changes.flatMap((change) => refine(before.text, change));
    this.annotations.textChanged(refined, this.text);
    // Until they are found again, they move with the words around them; those that the edit touches wait.
    this.#entities = moveSpans(this.#entities, refined);
    this.#live.textChanged(refined);
    this.#onDidChange.fire();
  }
}

/** What the analysis of a page depends on, looked at when it is asked for. */
function stateOf(page: Page): PageState {
  return {
    get text() {
      return page.text;
    },
    get decided() {
      return page.corrections;
    },
  };
}

/** The changes of an event from the end of the text to its start, line ends as Newsmark reads them. */
function changesOf(event: vscode.TextDocumentChangeEvent, before: PageText): readonly TextChange[] {
  return event.contentChanges
    .map((change) => {
      const { start, end } = toSpan(before, change.range);
      return { offset: start, length: end - start, text: change.text.replace(/\r\n?/g, '\n') };
    })
    .sort((a, b) => b.offset - a.offset);
}

/** Whether a text can be that of a document, by a look at its size: reading it anew is dear on a long page. */
function isOf(document: vscode.TextDocument, { text, lineStarts }: PageText): boolean {
  const last = lineStarts.length - 1;
  return (
    document.lineCount === lineStarts.length && document.lineAt(last).text.length === text.length - lineStarts[last]!
  );
}

/** Documents of VS Code have one kind of line end, which an edit can change. */
function withLineEnds(page: PageText, eol: vscode.EndOfLine): PageText {
  const kind = eol === vscode.EndOfLine.CRLF && page.lineStarts.length > 1 ? 'crlf' : 'lf';
  return page.eol === kind ? page : { ...page, eol: kind };
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

/** Labels: a rejected suggestion is a decision, but not a mark on the page; an imported one waits for its decision. */
export function shownAnnotations(page: Page): readonly Annotation[] {
  return page.annotations.items.filter(isLabel);
}
