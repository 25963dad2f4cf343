import type { Analysis } from '../analysis';
import type { Article, Block } from '../page/model';
import { movedBy } from './moveAnalysis';

/** What is new in a list: so many stay at its head, so many of its tail stand behind the new ones. */
interface ListDelta<T> {
  readonly head: number;
  readonly items: readonly T[];
  readonly tail: number;
}

type Lists = { readonly [L in keyof Analysis]: ListDelta<Analysis[L][number]> };

/**
 * What an analysis has that an earlier one of nearly the same text has not: to hand a whole analysis of a long page from
 * one thread to another takes longer than a person may wait for a key.
 */
export interface AnalysisDelta extends Lists {
  /** How far the text behind the changes moved. */
  readonly shift: number;
}

/** How the tails of the lists differ from what they were. */
interface Later {
  readonly shift: number;
  /** Articles behind so many have a number that is so much higher. */
  readonly firstArticle: number;
  readonly articles: number;
  /** Indices of figures behind so many are so much higher. */
  readonly firstFigure: number;
  readonly figures: number;
}

/** What makes `before` into `after`, which is of a text that is `shift` UTF-16 units longer. */
export function deltaOf(before: Analysis, after: Analysis, shift: number): AnalysisDelta {
  const later: Later = {
    shift,
    firstArticle: equalHead(before.articles, after.articles),
    articles: after.articles.length - before.articles.length,
    firstFigure: equalHead(before.figures, after.figures),
    figures: after.figures.length - before.figures.length,
  };
  return {
    shift,
    articles: listDelta(before.articles, after.articles, (item) => laterArticle(item, later)),
    unassigned: listDelta(before.unassigned, after.unassigned, (item) => movedBy(item, shift)),
    bylines: listDelta(before.bylines, after.bylines, (item) => laterItem(item, later)),
    paragraphs: listDelta(before.paragraphs, after.paragraphs, (item) => laterItem(item, later)),
    figures: listDelta(before.figures, after.figures, (item) => laterItem(item, later)),
    checks: listDelta(before.checks, after.checks, (item) => laterCheck(item, later)),
  };
}

/** The analysis that a delta leads to. What is in the heads stays the same objects. */
export function applyDelta(before: Analysis, delta: AnalysisDelta): Analysis {
  const { shift, articles, figures } = delta;
  const later: Later = {
    shift,
    firstArticle: articles.head,
    articles: lengthOf(articles) - before.articles.length,
    firstFigure: figures.head,
    figures: lengthOf(figures) - before.figures.length,
  };
  return {
    articles: joined(before.articles, articles, (item) => laterArticle(item, later)),
    unassigned: joined(before.unassigned, delta.unassigned, (item) => movedBy(item, shift)),
    bylines: joined(before.bylines, delta.bylines, (item) => laterItem(item, later)),
    paragraphs: joined(before.paragraphs, delta.paragraphs, (item) => laterItem(item, later)),
    figures: joined(before.figures, figures, (item) => laterItem(item, later)),
    checks: joined(before.checks, delta.checks, (item) => laterCheck(item, later)),
  };
}

function listDelta<T>(before: readonly T[], after: readonly T[], later: (item: T) => T): ListDelta<T> {
  const head = equalHead(before, after);
  const most = Math.min(before.length, after.length) - head;
  let tail = 0;
  while (tail < most && isSame(later(before[before.length - 1 - tail]!), after[after.length - 1 - tail])) tail++;
  return { head, items: after.slice(head, after.length - tail), tail };
}

function joined<T>(before: readonly T[], { head, items, tail }: ListDelta<T>, later: (item: T) => T): readonly T[] {
  return [...before.slice(0, head), ...items, ...before.slice(before.length - tail).map(later)];
}

function lengthOf({ head, items, tail }: ListDelta<unknown>): number {
  return head + items.length + tail;
}

function laterArticle(article: Article, later: Later): Article {
  const id = laterId(article.id, later);
  if (later.shift === 0) return id === article.id ? article : { ...article, id };
  return { ...article, id, blocks: article.blocks.map((block): Block => movedBy(block, later.shift)) };
}

function laterItem<T extends { readonly start: number; readonly end: number; readonly articleId: string | null }>(
  item: T,
  later: Later,
): T {
  const moved = movedBy(item, later.shift);
  const articleId = item.articleId === null ? null : laterId(item.articleId, later);
  return articleId === item.articleId ? moved : { ...moved, articleId };
}

function laterCheck(check: Analysis['checks'][number], { firstFigure, figures }: Later): Analysis['checks'][number] {
  if (figures === 0) return check;
  return { ...check, figures: check.figures.map((index) => (index < firstFigure ? index : index + figures)) };
}

/** Articles are numbered a1, a2, … in page order. */
function laterId(id: string, { firstArticle, articles }: Later): string {
  const number = Number(id.slice(1));
  return articles === 0 || number <= firstArticle ? id : `a${number + articles}`;
}

function equalHead(before: readonly unknown[], after: readonly unknown[]): number {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && isSame(before[head], after[head])) head++;
  return head;
}

/** Whether two values made of plain objects, arrays and numbers are the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return Number.isNaN(a) && Number.isNaN(b);
  if (a instanceof Int32Array && b instanceof Int32Array) return sameList(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return sameList(a, b);
  const keys = Object.keys(a) as (keyof typeof a)[];
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]));
}

function sameList(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!isSame(a[i], b[i])) return false;
  return true;
}
