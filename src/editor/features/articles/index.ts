import * as vscode from 'vscode';
import { articleRuns } from '../../../newsmark';
import type { Article } from '../../../newsmark';
import { commandOf } from '../../commands';
import { Command, LANGUAGE_ID } from '../../contributions';
import { toRange } from '../../convert';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { perAnalysis } from '../../pages/perAnalysis';

/** Made once: it takes longer than what it does. */
const NUMBERS = new Intl.NumberFormat('en-US');

/** A line of facts above every article: its number, length, figures and authors. */
export function registerArticles(pages: Pages): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const lensesOf = perAnalysis(articleLenses);
  /** What VS Code shows of each page, with the version of the text it was of. */
  const shown = new WeakMap<Page, { readonly version: number; readonly lenses: readonly vscode.CodeLens[] }>();
  return vscode.Disposable.from(
    changed,
    pages.onDidSettle((page) => {
      const last = shown.get(page);
      // VS Code asks by itself where the text changed.
      if (last?.version === page.document.version && last.lenses !== lensesOf(page)) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(LANGUAGE_ID, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document, token) => {
        const page = pages.get(document);
        await page?.settled();
        if (!page || token.isCancellationRequested) return [];
        const lenses = lensesOf(page);
        shown.set(page, { version: document.version, lenses });
        return lenses;
      },
    }),
  );
}

/** One lens an article, above its first line; an article that another one interrupts has it only there. */
function articleLenses(page: Page): vscode.CodeLens[] {
  const { articles, figures, bylines } = page.analysis;
  const counted = new Map<string | null, { figures: number; readonly people: Set<string> }>();
  const count = (id: string | null): { figures: number; readonly people: Set<string> } => {
    const known = counted.get(id) ?? { figures: 0, people: new Set() };
    counted.set(id, known);
    return known;
  };
  for (const { articleId } of figures) count(articleId).figures++;
  for (const { articleId, people } of bylines) for (const { name } of people) count(articleId).people.add(name);
  const first = new Map<string, number>();
  for (const run of articleRuns(articles)) if (!first.has(run.articleId)) first.set(run.articleId, run.start);
  return articles.map((article, index) => {
    const start = first.get(article.id) ?? 0;
    return new vscode.CodeLens(
      toRange(page.text, { start, end: start }),
      commandOf(Command.selectArticle, facts(page, article, index, count(article.id)), page.uri.toString(), article.id),
    );
  });
}

function facts(
  page: Page,
  article: Article,
  index: number,
  counted: { readonly figures: number; readonly people: ReadonlySet<string> },
): string {
  const characters = article.blocks.reduce(
    (sum, block) => sum + page.text.text.slice(block.start, block.end).replace(/\s+/g, '').length,
    0,
  );
  return vscode.l10n.t(
    'Article {0}/{1} · {2} characters · {3} figures · {4} names',
    index + 1,
    page.analysis.articles.length,
    NUMBERS.format(characters),
    counted.figures,
    counted.people.size,
  );
}
