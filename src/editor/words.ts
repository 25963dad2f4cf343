import type { Span, Paragraph, Segmenter, Word } from '../newsmark';
import { protect } from '../newsmark';
import { toPosition, toSpan } from './convert';
import type { Page } from './pages/page';

/** The words of a page around an offset, in page offsets; figures and bylines are one word each. */
export class Words {
  readonly #segmenter: Segmenter;

  constructor(segmenter: Segmenter) {
    this.#segmenter = segmenter;
  }

  /** The words of the paragraph that holds an offset; of the line where no paragraph does. */
  async around(page: Page, offset: number): Promise<readonly Word[]> {
    const paragraph = paragraphAt(page, offset);
    const { figures, bylines } = page.analysis;
    const within = (span: Span): boolean => span.start < paragraph.end && span.end > paragraph.start;
    const protectedSpans = [...figures, ...bylines.filter((b) => b.kind !== 'dateline')].filter(within);
    protectedSpans.sort((a, b) => a.start - b.start);
    return protect(await this.#cut(page, paragraph), withoutOverlap(protectedSpans));
  }

  async #cut(page: Page, paragraph: Paragraph | Span): Promise<readonly Word[]> {
    if (!('flow' in paragraph)) {
      const words = await this.#segmenter.segment(page.text.text.slice(paragraph.start, paragraph.end));
      return words.map((word) => ({ ...word, start: paragraph.start + word.start, end: paragraph.start + word.end }));
    }
    const { text, offsets } = paragraph.flow;
    const words = await this.#segmenter.segment(text);
    return words.map((word) => ({ ...word, start: offsets[word.start]!, end: offsets[word.end - 1]! + 1 }));
  }
}

/** The paragraph that holds an offset, or the next one after it; the line where the page has none. */
function paragraphAt(page: Page, offset: number): Paragraph | Span {
  const found = page.analysis.paragraphs.find((paragraph) => offset <= paragraph.end);
  return found && found.start <= offset
    ? found
    : toSpan(page.text, page.document.lineAt(toPosition(page.text, offset)).range);
}

function withoutOverlap(spans: readonly Span[]): readonly Span[] {
  return spans.filter((span, index) => index === 0 || spans[index - 1]!.end <= span.start);
}
