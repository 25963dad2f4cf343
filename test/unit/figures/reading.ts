import type { Check, Figure, Role } from '../../../src/newsmark';
import { flowOf } from '../../../src/page/flow';
import type { PageStructure, Paragraph } from '../../../src/page/model';
import { readFigures } from '../../../src/figures/readFigures';

/** A figure with its quote, and the checks with the quotes of their figures. */
export interface Read {
  readonly figures: readonly (Figure & { readonly quote: string })[];
  readonly checks: readonly (Omit<Check, 'figures'> & { readonly quotes: readonly string[] })[];
}

/** Body text, or text with another role. */
export type PrintedParagraph = string | readonly [Role, string];

/** The figures of paragraphs of one article; a paragraph is body text unless it comes with a role. */
export function read(...paragraphs: readonly PrintedParagraph[]): Read {
  const parts = paragraphs.map((part) => (typeof part === 'string' ? (['body', part] as const) : part));
  const page = parts.map(([, text]) => text).join('\n');
  let start = 0;
  const built = parts.map(([role, text]): Paragraph => {
    const span = { start, end: start + text.length };
    start = span.end + 1;
    return { ...span, role, articleId: 'a1', flow: flowOf(page, [span]) };
  });
  const { figures, checks } = readFigures({ articles: [], unassigned: [], bylines: [], paragraphs: built });
  const quotes = figures.map((figure) => page.slice(figure.start, figure.end));
  return {
    figures: figures.map((figure, n) => ({ ...figure, quote: quotes[n]! })),
    checks: checks.map(({ figures: indices, ...check }) => ({ ...check, quotes: indices.map((n) => quotes[n]!) })),
  };
}

/** A page of one paragraph of body text. */
export function bodyOf(text: string): PageStructure {
  const span = { start: 0, end: text.length };
  const paragraph: Paragraph = { ...span, role: 'body', articleId: 'a1', flow: flowOf(text, [span]) };
  return { articles: [], unassigned: [], bylines: [], paragraphs: [paragraph] };
}

/** Quotes of the figures, in order. */
export const quotes = (text: string): string[] => read(text).figures.map((figure) => figure.quote);

/** The only figure of a text. */
export function one(text: string): Read['figures'][number] {
  const { figures } = read(text);
  if (figures.length !== 1)
    throw new Error(`${figures.length} figures in ${text}: ${figures.map((f) => f.quote).join(' | ')}`);
  return figures[0]!;
}
