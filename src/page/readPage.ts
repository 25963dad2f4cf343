import { linesOf } from './lines';
import type { PageStructure } from './model';
import { composePage } from './compose';
import { segmentsOf } from './segments';
import type { PageText } from './text';
import { placeTitles } from './titles';
import { unitsOf } from './units';

/** Finds articles, blocks, paragraphs and bylines of a page. Pure; linear in the length of the page. */
export function readPage(page: PageText): PageStructure {
  const units = unitsOf(page.text, linesOf(page));
  const segmentation = segmentsOf(units);
  return composePage(units, segmentation, placeTitles(units, segmentation));
}
