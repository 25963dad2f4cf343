import * as vscode from 'vscode';
import { articleRuns } from '../../../newsmark';
import { Command } from '../../contributions';
import { toOffset, toRange } from '../../convert';
import { HumanError } from '../../errors';
import type { Log } from '../../log';
import type { Pages } from '../../pages/pages';
import { registerSettledCommand } from '../../pages/settledCommand';
import type { Steps } from './steps';

/** F8-style stepping: to articles, suggestions, annotations and what still waits for the person. */
export function registerStepping(pages: Pages, steps: Steps, log: Log): vscode.Disposable {
  return vscode.Disposable.from(
    registerSettledCommand(pages, log, Command.nextArticle, () => steps.go('article', 1)),
    registerSettledCommand(pages, log, Command.previousArticle, () => steps.go('article', -1)),
    registerSettledCommand(pages, log, Command.nextSuggestion, () => steps.go('suggestion', 1)),
    registerSettledCommand(pages, log, Command.previousSuggestion, () => steps.go('suggestion', -1)),
    registerSettledCommand(pages, log, Command.nextAnnotation, () => steps.go('annotation', 1)),
    registerSettledCommand(pages, log, Command.previousAnnotation, () => steps.go('annotation', -1)),
    registerSettledCommand(pages, log, Command.nextUnreviewed, () => steps.go('unreviewed', 1)),
    registerSettledCommand(pages, log, Command.previousUnreviewed, () => steps.go('unreviewed', -1)),
    registerSettledCommand(pages, log, Command.selectArticle, (uri, articleId) => selectArticle(pages, uri, articleId)),
  );
}

/** Selects the lines of an article, one selection a run, so that it can be copied whole. */
function selectArticle(pages: Pages, uri: string | undefined, articleId: string | undefined): void {
  if (!pages.active) throw new HumanError('no-page', vscode.l10n.t('Open a page and turn Newsmark on for it first.'));
  const { page, editor } = pages.active;
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
