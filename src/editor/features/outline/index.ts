import * as vscode from 'vscode';
import { articleRuns } from '../../../newsmark';
import type { Article } from '../../../newsmark';
import { LANGUAGE_ID } from '../../contributions';
import { toPosition } from '../../convert';
import { Disposable } from '../../disposable';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { perAnalysis } from '../../pages/perAnalysis';
import { articleSymbols } from './symbols';

/** More foldable articles than this no page has; a concatenation of pages may. */
const MAX_FOLDS = 5_000;

const symbolsOf = perAnalysis(articleSymbols);
const foldsOf = perAnalysis(foldingRanges);

/** Outline, breadcrumbs, sticky scroll and folding by article. */
export function registerOutline(pages: Pages): vscode.Disposable {
  return new Outline(pages);
}

class Outline extends Disposable {
  readonly #pages: Pages;
  readonly #foldsChanged = this.register(new vscode.EventEmitter<void>());
  /** The articles that VS Code has seen, with the version of the text they were of. */
  readonly #shown = new WeakMap<Page, { readonly version: number; readonly articles: readonly Article[] }>();
  #symbols: vscode.Disposable;

  constructor(pages: Pages) {
    super();
    this.#pages = pages;
    this.#symbols = this.#registerSymbols();
    this.register(pages.onDidSettle((page) => this.#changed(page)));
    this.register(
      vscode.languages.registerFoldingRangeProvider(LANGUAGE_ID, {
        onDidChangeFoldingRanges: this.#foldsChanged.event,
        provideFoldingRanges: (document, _, token) => whenRead(pages.get(document), token, foldsOf),
      }),
    );
  }

  #registerSymbols(): vscode.Disposable {
    return vscode.languages.registerDocumentSymbolProvider(
      LANGUAGE_ID,
      {
        provideDocumentSymbols: (document, token) =>
          whenRead(this.#pages.get(document), token, (page) => {
            this.#shown.set(page, { version: document.version, articles: page.analysis.articles });
            return symbolsOf(page);
          }),
      },
      { label: 'Newsmark' },
    );
  }

  /** A correction changes the articles of a text that did not change: VS Code asks again only for a new provider. */
  #changed(page: Page): void {
    const shown = this.#shown.get(page);
    // It asks by itself where the text changed.
    if (shown?.version !== page.document.version || shown.articles === page.analysis.articles) return;
    this.#foldsChanged.fire();
    this.#symbols.dispose();
    this.#symbols = this.#registerSymbols();
  }

  override dispose(): void {
    this.#symbols.dispose();
    super.dispose();
  }
}

async function whenRead<T>(
  page: Page | undefined,
  token: vscode.CancellationToken,
  read: (page: Page) => T[],
): Promise<T[]> {
  await page?.settled();
  return page && !token.isCancellationRequested ? read(page) : [];
}

function foldingRanges(page: Page): vscode.FoldingRange[] {
  return articleRuns(page.analysis.articles)
    .slice(0, MAX_FOLDS)
    .map((run) => new vscode.FoldingRange(lineOf(page, run.start), lineOf(page, run.end)))
    .filter((fold) => fold.end > fold.start);
}

function lineOf(page: Page, offset: number): number {
  return toPosition(page.text, offset).line;
}
