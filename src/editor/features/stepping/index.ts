import * as vscode from 'vscode';
import { articleRuns } from '../../../newsmark';
import type { Span } from '../../../newsmark';
import { registerCommand } from '../../commands';
import { Command } from '../../contributions';
import { toOffset, toRange } from '../../convert';
import { HumanError } from '../../errors';
import type { Log } from '../../log';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';

type Stops = (page: Page) => readonly Span[];

/** F8-style stepping: to the next and the previous article, and to what nobody decided on yet. */
export function registerStepping(pages: Pages, log: Log): vscode.Disposable {
  const articles: Stops = (page) =>
    articleRuns(page.analysis.articles).map((run) => ({ start: run.start, end: run.start }));
  const suggestions: Stops = (page) => page.suggestions;
  return vscode.Disposable.from(
    registerCommand(log, Command.nextArticle, () => step(active(pages), articles, 1)),
    registerCommand(log, Command.previousArticle, () => step(active(pages), articles, -1)),
    registerCommand(log, Command.nextSuggestion, () => step(active(pages), suggestions, 1)),
    registerCommand(log, Command.previousSuggestion, () => step(active(pages), suggestions, -1)),
    registerCommand(log, Command.selectArticle, (uri, articleId) => selectArticle(pages, uri, articleId)),
  );
}

interface Active {
  readonly page: Page;
  readonly editor: vscode.TextEditor;
}

function active(pages: Pages): Active {
  if (pages.active) return pages.active;
  throw new HumanError('no-page', vscode.l10n.t('Open a page and turn Newsmark on for it first.'));
}

/** Goes to the next stop behind the cursor (or the one before it), round the end of the page. */
function step({ page, editor }: Active, stopsOf: Stops, direction: 1 | -1): void {
  const stops = stopsOf(page);
  if (stops.length === 0) throw new HumanError('no-stop', vscode.l10n.t('There is nothing to go to on this page.'));
  const at = toOffset(page.text, editor.selection.start);
  const stop =
    direction > 0
      ? (stops.find((s) => s.start > at) ?? stops[0]!)
      : (stops.findLast((s) => s.start < at) ?? stops.at(-1)!);
  show(page, editor, stop);
}

/** Selects the lines of an article, one selection a run, so that it can be copied whole. */
function selectArticle(pages: Pages, uri: string | undefined, articleId: string | undefined): void {
  const { page, editor } = active(pages);
  if (uri !== undefined && page.uri.toString() !== uri) return;
  const at = toOffset(page.text, editor.selection.active);
  const runs = articleRuns(page.analysis.articles);
  const id = articleId ?? runs.find((run) => run.start <= at && at <= run.end)?.articleId;
  const own = runs.filter((run) => run.articleId === id);
  if (own.length === 0) throw new HumanError('no-article', vscode.l10n.t('There is no article here.'));
  editor.selections = own.map((run) => {
    const range = toRange(page.text, run);
    return new vscode.Selection(range.start, range.end);
  });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function show(page: Page, editor: vscode.TextEditor, span: Span): void {
  const range = toRange(page.text, span);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
