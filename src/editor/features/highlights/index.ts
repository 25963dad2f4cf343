import * as vscode from 'vscode';
import { articleRuns } from '../../../newsmark';
import type { Span } from '../../../newsmark';
import { Coalesced } from '../../coalesced';
import { Setting } from '../../contributions';
import { toRange, toSpan } from '../../convert';
import { Disposable } from '../../disposable';
import { type Page, shownAnnotations } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import type { Schemes } from '../../schemes';
import { setting } from '../../settings';
import { analysisStyles, FIGURE_GROUPS, figureStyle, groupOf, labelStyle, suggestedLabelStyle } from './styles';

/** Decorations are sent at most this often while text changes. */
const REFRESH_DELAY_MS = 60;
/** More marks than this are not sent all at once, but those in view and so many lines around it. */
const MAX_MARKS = 2_000;
const LINES_AROUND = 400;
/** Behind the end of any line. */
const MAX_COLUMN = 1_000_000_000;

/** Shows article boundaries, titles, bylines, figures and annotations in the visible editors. */
export function registerHighlights(pages: Pages, schemes: Schemes): vscode.Disposable {
  return new Highlights(pages, schemes);
}

/** The looks of a label where it is a suggestion, and where somebody gave it. */
type LabelStyles = Readonly<Record<'suggested' | 'given', vscode.TextEditorDecorationType>>;

class Highlights extends Disposable {
  readonly #pages: Pages;
  readonly #schemes: Schemes;
  readonly #styles = analysisStyles();
  readonly #figures = FIGURE_GROUPS.map((group) => ({
    group,
    open: figureStyle(group, false),
    decided: figureStyle(group, true),
  }));
  readonly #labels = new Map<string, LabelStyles>();
  readonly #refresh: Coalesced;
  /** The lines of each editor whose marks were sent; none where all were. */
  readonly #drawn = new WeakMap<vscode.TextEditor, vscode.Range>();

  constructor(pages: Pages, schemes: Schemes) {
    super();
    this.#pages = pages;
    this.#schemes = schemes;
    for (const style of this.#analysisStyles()) this.register(style);
    this.#refresh = this.register(new Coalesced(REFRESH_DELAY_MS, () => this.#drawAll()));
    const soon = (): void => this.#refresh.request();
    this.register(pages.onDidOpen(soon));
    this.register(pages.onDidSettle(soon));
    this.register(pages.onDidClose((page) => this.#clear(page)));
    this.register(vscode.window.onDidChangeVisibleTextEditors(soon));
    this.register(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const drawn = this.#drawn.get(textEditor);
        if (drawn && !visibleRanges.every((visible) => drawn.contains(visible))) soon();
      }),
    );
    this.register(schemes.onDidChange(() => this.#restyle()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(Setting.showLabelNames)) this.#restyle();
      }),
    );
    soon();
  }

  #drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const page = this.#pages.get(editor.document);
      if (page) this.#draw(editor, page);
    }
  }

  #draw(editor: vscode.TextEditor, page: Page): void {
    const { analysis, text } = page;
    const all = { suggestions: page.suggestions, annotations: shownAnnotations(page) };
    const near = this.#linesToDraw(editor, all.suggestions.length + all.annotations.length);
    const shown = near ? toSpan(text, near) : { start: 0, end: text.text.length };
    const inView = <T extends Span>(spans: readonly T[]): readonly T[] =>
      near ? spans.filter(({ start, end }) => start <= shown.end && shown.start <= end) : spans;
    const ranges = (spans: readonly Span[]): vscode.Range[] => inView(spans).map((span) => toRange(text, span));
    const [suggestions, annotations] = [inView(all.suggestions), inView(all.annotations)];
    const titles = analysis.articles.flatMap((a) => a.blocks.filter((b) => b.role === 'headline'));
    const layer = <T extends { readonly layer: string }>(items: readonly T[], name: string): T[] =>
      items.filter((item) => item.layer === name);

    editor.setDecorations(this.#styles.boundary, ranges(articleRuns(analysis.articles).slice(1).map(firstCharacter)));
    editor.setDecorations(this.#styles.title, ranges(titles));
    editor.setDecorations(this.#styles.byline, ranges(layer(suggestions, 'byline')));
    editor.setDecorations(this.#styles.bylineDecided, ranges(layer(annotations, 'byline')));
    const [open, decided] = [layer(suggestions, 'figure'), layer(annotations, 'figure')];
    for (const style of this.#figures) {
      editor.setDecorations(style.open, ranges(open.filter((figure) => groupOf(figure.label) === style.group)));
      editor.setDecorations(style.decided, ranges(decided.filter((figure) => groupOf(figure.label) === style.group)));
    }

    const suggested = byLabel(layer(suggestions, 'entity'));
    const given = byLabel(layer(annotations, 'entity'));
    for (const label of [...suggested.keys(), ...given.keys()]) this.#stylesOf(page.uri, label);
    for (const [label, styles] of this.#labels) {
      editor.setDecorations(styles.suggested, ranges(suggested.get(label) ?? []));
      editor.setDecorations(styles.given, ranges(given.get(label) ?? []));
    }
  }

  /** The lines whose marks are drawn; undefined where all are. */
  #linesToDraw(editor: vscode.TextEditor, marks: number): vscode.Range | undefined {
    const [first, last] = [editor.visibleRanges.at(0), editor.visibleRanges.at(-1)];
    if (marks <= MAX_MARKS || !first || !last) {
      this.#drawn.delete(editor);
      return undefined;
    }
    const end = Math.min(last.end.line + LINES_AROUND, editor.document.lineCount - 1);
    const lines = new vscode.Range(Math.max(0, first.start.line - LINES_AROUND), 0, end, MAX_COLUMN);
    this.#drawn.set(editor, lines);
    return lines;
  }

  #analysisStyles(): readonly vscode.TextEditorDecorationType[] {
    return [...Object.values(this.#styles), ...this.#figures.flatMap(({ open, decided }) => [open, decided])];
  }

  #stylesOf(uri: vscode.Uri, id: string): void {
    if (this.#labels.has(id)) return;
    const color = this.#schemes.label(uri, id)?.color;
    this.#labels.set(id, {
      suggested: suggestedLabelStyle(color),
      given: labelStyle(id, color, setting(Setting.showLabelNames)),
    });
  }

  #labelStyles(): readonly vscode.TextEditorDecorationType[] {
    return [...this.#labels.values()].flatMap(({ suggested, given }) => [suggested, given]);
  }

  #clear(page: Page): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() !== page.uri.toString()) continue;
      for (const style of [...this.#analysisStyles(), ...this.#labelStyles()]) editor.setDecorations(style, []);
    }
  }

  #restyle(): void {
    for (const style of this.#labelStyles()) style.dispose();
    this.#labels.clear();
    this.#refresh.request();
  }

  override dispose(): void {
    for (const style of this.#labelStyles()) style.dispose();
    super.dispose();
  }
}

function byLabel<T extends Span & { readonly label: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.label);
    if (group) group.push(item);
    else groups.set(item.label, [item]);
  }
  return groups;
}

function firstCharacter(span: Span): Span {
  return { start: span.start, end: span.start };
}
