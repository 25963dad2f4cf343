import * as vscode from 'vscode';
import { articleRuns } from '../../../newsmark';
import type { SchemeLabel, Span } from '../../../newsmark';
import { Coalesced } from '../../coalesced';
import { Setting } from '../../contributions';
import { toRange } from '../../convert';
import { Disposable } from '../../disposable';
import { type Page, shownAnnotations } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import type { Schemes } from '../../schemes';
import { setting } from '../../settings';
import { analysisStyles, FIGURE_GROUPS, figureStyle, groupOf, labelStyle } from './styles';

/** Decorations are sent at most this often while text changes. */
const REFRESH_DELAY_MS = 60;
/** More marks of one kind than this cost the renderer more than they tell the reader. */
const MAX_MARKS = 10_000;

/** Shows article boundaries, titles, bylines, figures and annotations in the visible editors. */
export function registerHighlights(pages: Pages, schemes: Schemes): vscode.Disposable {
  return new Highlights(pages, schemes);
}

class Highlights extends Disposable {
  readonly #pages: Pages;
  readonly #schemes: Schemes;
  readonly #styles = analysisStyles();
  readonly #figures = FIGURE_GROUPS.map((group) => ({
    group,
    open: figureStyle(group, false),
    decided: figureStyle(group, true),
  }));
  readonly #labels = new Map<string, vscode.TextEditorDecorationType>();
  readonly #refresh: Coalesced;

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
    const ranges = (spans: readonly Span[]): vscode.Range[] =>
      spans.slice(0, MAX_MARKS).map((span) => toRange(text, span));
    const titles = analysis.articles.flatMap((a) => a.blocks.filter((b) => b.role === 'headline'));
    const suggestions = page.suggestions;
    const annotations = shownAnnotations(page);
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

    const byLabel = new Map<string, Span[]>();
    for (const annotation of layer(annotations, 'entity')) {
      const spans = byLabel.get(annotation.label);
      if (spans) spans.push(annotation);
      else byLabel.set(annotation.label, [annotation]);
    }
    for (const label of byLabel.keys()) this.#styleOf(page.uri, label);
    for (const [label, style] of this.#labels) editor.setDecorations(style, ranges(byLabel.get(label) ?? []));
  }

  #analysisStyles(): readonly vscode.TextEditorDecorationType[] {
    return [...Object.values(this.#styles), ...this.#figures.flatMap(({ open, decided }) => [open, decided])];
  }

  #styleOf(uri: vscode.Uri, id: string): vscode.TextEditorDecorationType {
    const known = this.#labels.get(id);
    if (known) return known;
    const label: SchemeLabel | undefined = this.#schemes.label(uri, id);
    const style = labelStyle(id, label?.color, setting(Setting.showLabelNames));
    this.#labels.set(id, style);
    return style;
  }

  #clear(page: Page): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() !== page.uri.toString()) continue;
      for (const style of [...this.#analysisStyles(), ...this.#labels.values()]) editor.setDecorations(style, []);
    }
  }

  #restyle(): void {
    for (const style of this.#labels.values()) style.dispose();
    this.#labels.clear();
    this.#refresh.request();
  }

  override dispose(): void {
    for (const style of this.#labels.values()) style.dispose();
    super.dispose();
  }
}

function firstCharacter(span: Span): Span {
  return { start: span.start, end: span.start };
}
