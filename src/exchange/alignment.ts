import type { Analysis } from '../analysis';
import type { Span } from '../page/model';
import { type Extract, extractArticle, extractPage, type TextForm } from './extract';
import { type SolidText, solidBefore, solidOf } from './solid';

/** Where the spans of another text stand on a page; undefined where that is not certain. */
export type Alignment = (span: Span) => Span | undefined;

const FORMS: readonly TextForm[] = [
  { text: 'page', script: 'as-is' },
  { text: 'flow', script: 'as-is' },
  { text: 'flow', script: 'simplified' },
];

/**
 * Aligns a text with the page it was made from: the page as it stands or as it is read, one of its articles, in its own
 * or in simplified characters, with whatever blanks and line ends. Undefined where the text is none of these: nothing
 * is guessed.
 * @param articleId the article that the text is said to be; all are tried where it is another or none is named
 */
export function align(text: string, page: string, analysis: Analysis, articleId?: string): Alignment | undefined {
  const wanted = solidOf(text);
  for (const extract of extracts(page, analysis, articleId)) {
    const made = solidOf(extract.text);
    if (made.text === wanted.text) return alignmentOf(wanted, made, extract, page);
  }
  return undefined;
}

/** Everything that an export could have made of the page, the likeliest first. */
function* extracts(page: string, analysis: Analysis, articleId: string | undefined): Generator<Extract> {
  const ids = analysis.articles.map(({ id }) => id);
  const ordered = articleId === undefined ? ids : [...ids.filter((id) => id === articleId), ...ids];
  for (const form of FORMS) {
    if (articleId === undefined) yield extractPage(page, analysis, form);
    for (const id of ordered) yield extractArticle(page, analysis, id, form);
    if (articleId !== undefined) yield extractPage(page, analysis, form);
  }
}

function alignmentOf(wanted: SolidText, made: SolidText, { offsets }: Extract, page: string): Alignment {
  return (span) => {
    const first = solidBefore(wanted, span.start);
    const end = solidBefore(wanted, span.end);
    if (end <= first) return undefined;
    let [from, to] = [Infinity, -1];
    for (let at = first; at < end; at++) {
      const offset = offsets[made.offsets[at]!]!;
      if (offset < from) from = offset;
      if (offset > to) to = offset;
    }
    const place = { start: from, end: to + 1 };
    // Units that stand apart on the page are no span of it; blanks between them do not part them.
    return solidOf(page.slice(place.start, place.end)).text.length === end - first ? place : undefined;
  };
}
