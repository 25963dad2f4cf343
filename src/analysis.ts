import type { Annotation } from './annotations/model';
import { correctStructure } from './annotations/structure';
import type { Check, Figure } from './figures/model';
import { pageDateOf } from './figures/pageDate';
import { readFigures } from './figures/readFigures';
import type { Article, Block, Byline, Paragraph } from './page/model';
import { readPage } from './page/readPage';
import type { PageText } from './page/text';

/**
 * Longer pages (about 12 MB of Chinese in UTF-8) are not analysed: a newspaper page has 5,000 to 20,000 characters, and
 * VS Code itself turns wrapping and folding off at 20 MB.
 */
export const MAX_PAGE_LENGTH = 4_000_000;

/** What Newsmark finds on a page. Offsets are UTF-16 units into `PageText.text`, ends exclusive. */
export interface Analysis {
  readonly articles: readonly Article[];
  readonly unassigned: readonly Block[];
  readonly bylines: readonly Byline[];
  readonly paragraphs: readonly Paragraph[];
  readonly figures: readonly Figure[];
  readonly checks: readonly Check[];
}

/** The analysis of a page without text. */
export const NO_ANALYSIS: Analysis = {
  articles: [],
  unassigned: [],
  bylines: [],
  paragraphs: [],
  figures: [],
  checks: [],
};

/** The form in which an analysis leaves the program; `formatVersion` grows when a field changes its meaning. */
export interface AnalysisJson extends Omit<Analysis, 'paragraphs'> {
  readonly formatVersion: 1;
  readonly source: string;
}

/**
 * Reads a page. Pure and deterministic: the same text gives the same analysis. Linear in the length of the page. What a
 * person corrected about the page's make-up (`decided`, anchored on this text) wins over what is found.
 */
export function analyze(page: PageText, decided: readonly Annotation[] = []): Analysis {
  const structure = correctStructure(readPage(page), decided);
  return { ...structure, ...readFigures(structure, pageDateOf(page.text, structure.unassigned)) };
}

export function toJson(analysis: Analysis, source: string): AnalysisJson {
  const { articles, unassigned, bylines, figures, checks } = analysis;
  return { formatVersion: 1, source, articles, unassigned, bylines, figures, checks };
}
