import type { Article, Span } from './model';

/** A stretch of the page in which only one article stands. */
export interface Run extends Span {
  readonly articleId: string;
}

/** The page as a sequence of runs: an article that another one interrupts has several. Page order. */
export function articleRuns(articles: readonly Article[]): readonly Run[] {
  const blocks = articles
    .flatMap((article) =>
      article.blocks.map((block) => ({ start: block.start, end: block.end, articleId: article.id })),
    )
    .sort((a, b) => a.start - b.start);
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last?.articleId === block.articleId) runs[runs.length - 1] = { ...last, end: Math.max(last.end, block.end) };
    else runs.push(block);
  }
  return runs;
}
