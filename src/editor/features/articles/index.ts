import * as vscode from 'vscode';
import { articleRuns } from '../../../newsmark';
import type { Article } from '../../../newsmark';
import { commandOf } from '../../commands';
import { Command, LANGUAGE_ID } from '../../contributions';
import { toRange } from '../../convert';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';

/** A line of facts above every article: its number, length, figures and authors. */
export function registerArticles(pages: Pages): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    pages.onDidSettle(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(LANGUAGE_ID, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document, token) => {
        const page = pages.get(document);
        await page?.settled();
        return page && !token.isCancellationRequested ? articleLenses(page) : [];
      },
    }),
  );
}

/** One lens an article, above its first line; an article that another one interrupts has it only there. */
function articleLenses(page: Page): vscode.CodeLens[] {
  const { articles } = page.analysis;
  const first = new Map<string, number>();
  for (const run of articleRuns(articles)) if (!first.has(run.articleId)) first.set(run.articleId, run.start);
  return articles.map((article, index) => {
    const start = first.get(article.id) ?? 0;
    return new vscode.CodeLens(
      toRange(page.text, { start, end: start }),
      commandOf(Command.selectArticle, facts(page, article, index), page.uri.toString(), article.id),
    );
  });
}

function facts(page: Page, article: Article, index: number): string {
  const { articles, figures, bylines } = page.analysis;
  const characters = article.blocks.reduce(
    (sum, block) => sum + page.text.text.slice(block.start, block.end).replace(/\s+/g, '').length,
    0,
  );
  const people = new Set(
    bylines.filter((b) => b.articleId === article.id).flatMap((b) => b.people.map((person) => person.name)),
  );
  return vscode.l10n.t(
    'Article {0}/{1} · {2} characters · {3} figures · {4} names',
    index + 1,
    articles.length,
    characters.toLocaleString('en-US'),
    figures.filter((figure) => figure.articleId === article.id).length,
    people.size,
  );
}
