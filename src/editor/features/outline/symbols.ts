import * as vscode from 'vscode';
import { articleRuns } from '../../../newsmark';
import type { Article, Block, Role, Run } from '../../../newsmark';
import { toRange } from '../../convert';
import { roleName } from '../../names';
import type { Page } from '../../pages/page';

const SHOWN: ReadonlySet<Role> = new Set(['headline', 'kicker', 'deck', 'subhead', 'byline', 'caption', 'credit']);
const MAX_NAME = 40;

/** One symbol an article, over its longest run; its titles, bylines and pictures are the children, wherever they stand. */
export function articleSymbols(page: Page): vscode.DocumentSymbol[] {
  const { articles } = page.analysis;
  const longest = new Map<string, Run>();
  for (const run of articleRuns(articles)) {
    const known = longest.get(run.articleId);
    if (!known || run.end - run.start > known.end - known.start) longest.set(run.articleId, run);
  }
  return articles.flatMap((article) => {
    const run = longest.get(article.id);
    return run ? [articleSymbol(page, article, run)] : [];
  });
}

function articleSymbol(page: Page, article: Article, run: Run): vscode.DocumentSymbol {
  const range = toRange(page.text, run);
  const headline = article.blocks.find((b) => b.role === 'headline' && b.start >= run.start && b.end <= run.end);
  const symbol = new vscode.DocumentSymbol(
    shorten(article.title) || vscode.l10n.t('(no headline)'),
    '',
    vscode.SymbolKind.Module,
    range,
    headline ? toRange(page.text, headline) : new vscode.Range(range.start, range.start),
  );
  symbol.children = article.blocks.filter((block) => SHOWN.has(block.role)).map((block) => blockSymbol(page, block));
  return symbol;
}

function blockSymbol(page: Page, block: Block): vscode.DocumentSymbol {
  const range = toRange(page.text, block);
  const name = shorten(page.text.text.slice(block.start, block.end).replace(/\s+/g, ' ').trim());
  return new vscode.DocumentSymbol(
    name || roleName(block.role),
    roleName(block.role),
    kindOf(block.role),
    range,
    range,
  );
}

function kindOf(role: Role): vscode.SymbolKind {
  switch (role) {
    case 'headline':
    case 'kicker':
    case 'deck':
      return vscode.SymbolKind.String;
    case 'subhead':
      return vscode.SymbolKind.Namespace;
    case 'byline':
    case 'credit':
      return vscode.SymbolKind.Field;
    case 'caption':
      return vscode.SymbolKind.File;
    case 'body':
    case 'furniture':
      return vscode.SymbolKind.Object;
  }
}

function shorten(text: string): string {
  return text.length > MAX_NAME ? `${text.slice(0, MAX_NAME)}…` : text;
}
