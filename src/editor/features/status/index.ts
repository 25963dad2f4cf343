import * as vscode from 'vscode';
import { MAX_PAGE_LENGTH, type Progress, progressOf } from '../../../newsmark';
import { Coalesced } from '../../coalesced';
import { Command, ContextKey } from '../../contributions';
import { ContextKeys } from '../../contextKeys';
import { toOffset } from '../../convert';
import { Disposable } from '../../disposable';
import { itemAt, type Page, shownAnnotations } from '../../pages/page';
import type { Pages } from '../../pages/pages';

const REFRESH_DELAY_MS = 100;

/** One status bar item for the active page, and the context keys that guard commands and keys. */
export function registerStatus(pages: Pages): vscode.Disposable {
  return new Status(pages);
}

class Status extends Disposable {
  readonly #pages: Pages;
  readonly #keys = new ContextKeys();
  readonly #item = this.register(vscode.window.createStatusBarItem('newsmark.status', vscode.StatusBarAlignment.Right));

  constructor(pages: Pages) {
    super();
    this.#pages = pages;
    this.#item.name = 'Newsmark';
    const refresh = this.register(new Coalesced(REFRESH_DELAY_MS, () => this.#refresh()));
    const soon = (): void => refresh.request();
    this.register(pages.onDidOpen(soon));
    this.register(pages.onDidOpen(tellTooLong));
    this.register(pages.onDidSettle(soon));
    this.register(pages.onDidClose(soon));
    this.register(vscode.window.onDidChangeActiveTextEditor(soon));
    this.register(vscode.window.onDidChangeTextEditorSelection(soon));
    soon();
  }

  #refresh(): void {
    const active = this.#pages.active;
    this.#keys.set(ContextKey.active, active !== undefined);
    if (!active) {
      this.#keys.set(ContextKey.onSuggestion, false);
      this.#keys.set(ContextKey.onAnnotation, false);
      this.#item.hide();
      return;
    }
    const { page, editor } = active;
    // When it is, this comes again.
    if (!page.isSettled) return;
    const offset = toOffset(page.text, editor.selection.active);
    this.#keys.set(ContextKey.onSuggestion, itemAt(page.suggestions, offset) !== undefined);
    this.#keys.set(ContextKey.onAnnotation, itemAt(page.annotations.items, offset) !== undefined);
    this.#show(page);
  }

  #show(page: Page): void {
    const { refusal, orphans } = page.annotations;
    if (page.isTooLong) {
      this.#item.text = vscode.l10n.t('$(warning) Newsmark: page too long');
      this.#item.tooltip = vscode.l10n.t('Newsmark does not analyse pages this long. Split the file.');
      this.#item.command = Command.showLog;
    } else if (refusal) {
      this.#item.text = vscode.l10n.t('$(error) Newsmark: annotation file not readable');
      this.#item.tooltip = vscode.l10n.t('Nothing is written until the file is put right. Click to open it.');
      this.#item.command = Command.openSidecar;
    } else {
      const progress = progressOf(page.suggestions, page.annotations.items);
      const { decided, open } = progress;
      const marks = shownAnnotations(page).length;
      this.#item.text =
        orphans.length > 0
          ? vscode.l10n.t('$(tag) {0} · $(warning) {1} without a place', marks, orphans.length)
          : vscode.l10n.t('$(tag) {0} · {1}/{2} decided', marks, decided, decided + open);
      this.#item.tooltip = progressText(page, progress);
      this.#item.command = orphans.length > 0 ? Command.placeOrphans : Command.openSidecar;
    }
    this.#item.show();
  }
}

/** What the numbers in the status bar are made of. */
function progressText(page: Page, { decided, open, guesses, labels }: Progress): vscode.MarkdownString {
  const { articles, figures } = page.analysis;
  const lines = [
    vscode.l10n.t('{0} suggestions decided, {1} open', decided, open),
    ...(guesses > 0 ? [vscode.l10n.t('{0} suggested entities, not counted', guesses)] : []),
    vscode.l10n.t('{0} articles · {1} figures', articles.length, figures.length),
    ...labels.map(({ label, count }) => `${label}: ${count}`),
    vscode.l10n.t('Click to open the annotations.'),
  ];
  const markdown = new vscode.MarkdownString();
  for (const line of lines) markdown.appendMarkdown('- ').appendText(line).appendMarkdown('\n');
  return markdown;
}

function tellTooLong(page: Page): void {
  if (!page.isTooLong) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'This page has more than {0} characters: Newsmark shows it without analysis. Split the file to have it read.',
      MAX_PAGE_LENGTH,
    ),
  );
}
