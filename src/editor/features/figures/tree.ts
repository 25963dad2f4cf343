import * as vscode from 'vscode';
import { lineAt } from '../../../newsmark';
import type { Article, ReviewedFigure } from '../../../newsmark';
import { Coalesced } from '../../coalesced';
import { commandOf } from '../../commands';
import { Command } from '../../contributions';
import { Disposable } from '../../disposable';
import { kindName, reviewStateName } from '../../names';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { valueOf } from '../hover/figureText';
import { targetOf } from '../hover/markdown';

const REFRESH_DELAY_MS = 200;

type Node =
  | {
      readonly type: 'article';
      readonly page: Page;
      /** Undefined for figures that stand in no article. */
      readonly article: Article | undefined;
      readonly figures: readonly ReviewedFigure[];
    }
  | { readonly type: 'figure'; readonly page: Page; readonly parent: Node; readonly reviewed: ReviewedFigure };

/** What the tree shows; an empty set shows everything. */
export interface FigureFilter {
  readonly kinds: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
}

/** The figures of the active page by article, with their value, what they measure and whether somebody decided. */
export class FigureTree extends Disposable implements vscode.TreeDataProvider<Node> {
  readonly #pages: Pages;
  readonly #changed = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  #filter: FigureFilter = { kinds: new Set(), states: new Set() };

  constructor(pages: Pages) {
    super();
    this.#pages = pages;
    const refresh = this.register(new Coalesced(REFRESH_DELAY_MS, () => this.#changed.fire(undefined)));
    this.register(pages.onDidOpen(() => refresh.request()));
    this.register(pages.onDidSettle(() => refresh.request()));
    this.register(pages.onDidClose(() => refresh.request()));
    this.register(vscode.window.onDidChangeActiveTextEditor(() => refresh.request()));
    this.register(vscode.window.registerTreeDataProvider('newsmark.figures', this));
  }

  get filter(): FigureFilter {
    return this.#filter;
  }

  set filter(filter: FigureFilter) {
    this.#filter = filter;
    this.#changed.fire(undefined);
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.#articles();
    if (node.type === 'figure') return [];
    return node.figures.map((reviewed) => ({ type: 'figure', page: node.page, parent: node, reviewed }));
  }

  getParent(node: Node): Node | undefined {
    return node.type === 'figure' ? node.parent : undefined;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.type === 'article' ? articleItem(node.article, node.figures) : figureItem(node.page, node.reviewed);
  }

  #articles(): Node[] {
    const page = this.#pages.active?.page;
    if (!page) return [];
    const shown = page.figures.filter((reviewed) => passes(this.#filter, reviewed));
    const byArticle = new Map<string | null, ReviewedFigure[]>();
    for (const reviewed of shown) {
      const { articleId } = reviewed.figure;
      const figures = byArticle.get(articleId);
      if (figures) figures.push(reviewed);
      else byArticle.set(articleId, [reviewed]);
    }
    return [...page.analysis.articles, undefined].flatMap((article): Node[] => {
      const figures = byArticle.get(article?.id ?? null);
      return figures ? [{ type: 'article', page, article, figures }] : [];
    });
  }
}

function passes({ kinds, states }: FigureFilter, { figure, state }: ReviewedFigure): boolean {
  return (kinds.size === 0 || kinds.has(figure.kind)) && (states.size === 0 || states.has(state));
}

function articleItem(article: Article | undefined, figures: readonly ReviewedFigure[]): vscode.TreeItem {
  const title = article ? article.title || vscode.l10n.t('(no headline)') : vscode.l10n.t('(outside articles)');
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  const open = figures.filter(({ state }) => state === 'open').length;
  item.id = article?.id ?? 'outside';
  item.contextValue = 'article';
  item.description = vscode.l10n.t('{0} of {1} undecided', open, figures.length);
  return item;
}

function figureItem(page: Page, { figure, state }: ReviewedFigure): vscode.TreeItem {
  const quote = page.text.text.slice(figure.start, figure.end).replace(/\s+/g, '');
  const item = new vscode.TreeItem(quote);
  item.id = `${figure.start} ${figure.end}`;
  item.contextValue = `figure-${state}`;
  item.description = figure.metric ?? kindName(figure.kind);
  item.tooltip = `${valueOf(figure)} · ${kindName(figure.kind)} · ${reviewStateName(state)} · ${lineAt(page.text, figure.start) + 1}`;
  item.iconPath = new vscode.ThemeIcon(iconOf(state));
  item.command = commandOf(Command.reveal, quote, targetOf(page, figure));
  item.accessibilityInformation = { label: `${quote}, ${item.description}, ${reviewStateName(state)}` };
  return item;
}

function iconOf(state: ReviewedFigure['state']): string {
  switch (state) {
    case 'open':
    case 'suggested':
      return 'circle-outline';
    case 'rejected':
      return 'close';
    case 'edited':
      return 'edit';
    case 'accepted':
    case 'added':
      return 'check';
  }
}
