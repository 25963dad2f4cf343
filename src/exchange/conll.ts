import type { Annotation } from '../annotations/model';
import { type ExportDocument, type Format, skip, type Skipped, type Written } from './model';

const SENTENCE_ENDS = new Set('。！？；!?');
const CLOSERS = new Set('”’」』）)》"');
const BLANK = /\s/u;
/** What a tag is made of: anything else could end the column or the row. */
const TAG = /^[^\s\p{C}]+$/u;

/**
 * BIO by character: `character<TAB>tag`, a blank line behind every sentence, line ends LF. A character is a Unicode code
 * point; blanks and line breaks are no characters. A tag is `B-LABEL`, `I-LABEL` or `O`; figures are `FIGURE`, bylines
 * `BYLINE`. Sentences end behind 。！？； with the closing marks that follow, and with their paragraph, but never inside a
 * span. One character holds one tag: of overlapping spans the longest is written and the others are reported.
 */
export const conll: Format = { id: 'conll', extension: '.conll', files: 'page', keepsState: false, write };

/** The tag of an annotation, without B- or I-. */
export function tagOf(annotation: Annotation): string {
  return annotation.layer === 'entity' ? annotation.label : annotation.layer.toUpperCase();
}

function write(document: ExportDocument): Written {
  const { text } = document.page;
  const { chosen, skipped } = choose(document);
  const breaks = paragraphBreaks(document);
  const rows: string[] = [];
  let next = 0;
  let inside: Annotation | undefined;
  let began = false;
  let ended = false;
  const endSentence = (): void => {
    if (rows.length > 0 && rows.at(-1) !== '') rows.push('');
    ended = false;
  };
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    if (inside && at >= inside.end) inside = undefined;
    if (!inside && chosen[next]?.start === at) {
      inside = chosen[next++];
      began = false;
    }
    const mayBreak = !inside || inside.start === at;
    const continues = CLOSERS.has(character) || SENTENCE_ENDS.has(character) || BLANK.test(character);
    if (breaks.has(at) || (ended && !continues)) {
      if (mayBreak) endSentence();
      else ended = false;
    }
    if (!BLANK.test(character)) {
      rows.push(inside ? `${character}\t${began ? 'I' : 'B'}-${tagOf(inside)}` : `${character}\tO`);
      if (inside) began = true;
      if (SENTENCE_ENDS.has(character)) ended = true;
    }
    at += character.length;
  }
  endSentence();
  return { text: rows.length === 0 ? '' : `${rows.join('\n')}\n`, written: chosen.length, skipped };
}

/** Spans that do not overlap, in page order: the longest first, then the first. */
function choose(document: ExportDocument): { chosen: readonly Annotation[]; skipped: readonly Skipped[] } {
  const { text } = document.page;
  const skipped: Skipped[] = [];
  const taken = new Uint8Array(text.length);
  const chosen: Annotation[] = [];
  const byLength = [...document.annotations].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || (a.id < b.id ? -1 : 1),
  );
  for (const annotation of byLength) {
    const { start, end, quote } = annotation;
    if (text.slice(start, end) !== quote) skipped.push(skip(document, annotation, 'quote-differs'));
    else if (!TAG.test(tagOf(annotation))) skipped.push(skip(document, annotation, 'label'));
    else if (quote.trim() === '' || cutsCharacter(text, start) || cutsCharacter(text, end)) {
      skipped.push(skip(document, annotation, 'empty'));
    } else if (taken.subarray(start, end).includes(1)) skipped.push(skip(document, annotation, 'overlap'));
    else {
      taken.fill(1, start, end);
      chosen.push(annotation);
    }
  }
  chosen.sort((a, b) => a.start - b.start);
  skipped.sort((a, b) => a.start - b.start);
  return { chosen, skipped };
}

function cutsCharacter(text: string, offset: number): boolean {
  const low = text.charCodeAt(offset);
  const high = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
}

/** Offsets at which a paragraph begins or ends; an annotation that runs over one keeps its sentence together. */
function paragraphBreaks(document: ExportDocument): ReadonlySet<number> {
  return new Set(document.analysis.paragraphs.flatMap(({ start, end }) => [start, end]));
}

/** A span read back from CoNLL: characters, tag and index of its first row among the rows that hold a character. */
export interface ReadSpan {
  readonly tag: string;
  readonly quote: string;
  readonly row: number;
}

/** Reads BIO rows. @throws Error with the 1-based line where a row is not `character<TAB>tag`. */
export function readConll(text: string): readonly ReadSpan[] {
  const spans: { tag: string; quote: string; row: number }[] = [];
  let open: (typeof spans)[number] | undefined;
  let row = 0;
  text.split('\n').forEach((line, index) => {
    if (line === '') {
      open = undefined;
      return;
    }
    const [character, tag, ...rest] = line.split('\t');
    if (!character || !tag || rest.length > 0) throw new Error(`line ${index + 1}: expected character, tab, tag`);
    if (tag.startsWith('B-')) spans.push((open = { tag: tag.slice(2), quote: character, row }));
    else if (tag.startsWith('I-') && open?.tag === tag.slice(2)) open.quote += character;
    else open = undefined;
    row++;
  });
  return spans;
}
