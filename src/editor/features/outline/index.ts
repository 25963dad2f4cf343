import * as vscode from 'vscode';
import { articleRuns } from '../../../newsmark';
import { LANGUAGE_ID } from '../../contributions';
import { toPosition } from '../../convert';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { articleSymbols } from './symbols';

/** More foldable articles than this no page has; a concatenation of pages may. */
const MAX_FOLDS = 5_000;

/** Outline, breadcrumbs, sticky scroll and folding by article. */
export function registerOutline(pages: Pages): vscode.Disposable {
  const foldsChanged = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    foldsChanged,
    pages.onDidChange(() => foldsChanged.fire()),
    vscode.languages.registerDocumentSymbolProvider(
      LANGUAGE_ID,
      { provideDocumentSymbols: (document) => whenRead(pages.get(document), articleSymbols) },
      { label: 'Newsmark' },
    ),
    vscode.languages.registerFoldingRangeProvider(LANGUAGE_ID, {
      onDidChangeFoldingRanges: foldsChanged.event,
      provideFoldingRanges: (document) => whenRead(pages.get(document), foldingRanges),
    }),
  );
}

function whenRead<T>(page: Page | undefined, read: (page: Page) => T[]): T[] {
  return page ? read(page) : [];
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
