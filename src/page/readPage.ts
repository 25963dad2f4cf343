import { linesOf } from './lines';
import type { PageStructure } from './model';
import { composePage } from './compose';
import { arrange } from './arrange';
import type { PageText } from './text';
import { unitsOf } from './units';

/** Finds articles, blocks, paragraphs and bylines of a page. Pure; linear in the length of the page. */
export function readPage(page: PageText): PageStructure {
  const lines = linesOf(page);
  const units = unitsOf(page.text, lines);
  return composePage(units, arrange(units, lines.solid));
}
