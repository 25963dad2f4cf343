import { isHigh, isLow } from '../annotations/surrogates';
import type { Span } from '../page/model';
import { type OffsetUnit, Offsets } from './offsets';
import type { ImportProblem, ReadDocument, ReadSpan } from './reading';

/** A span that is certain: UTF-16 offsets into the settled text, and what stands there. */
export interface SettledSpan extends ReadSpan {
  readonly quote: string;
}

export interface SettledDocument {
  /** The text with LF line ends. */
  readonly text: string;
  /** In the order of the file; ids are unique, relations lead to spans of the document. */
  readonly spans: readonly SettledSpan[];
  /** How the offsets turned out to be counted. */
  readonly unit: OffsetUnit;
}

/** A way in which the offsets of a document may have been counted. */
interface Reading {
  readonly unit: OffsetUnit;
  readonly text: string;
  readonly offsets: Offsets;
}

/**
 * Settles how the offsets of a document were counted – in the unit its format prescribes or the other one, with the line
 * ends of the text, with LF or with CRLF – by the quotes that stand there: one way for the whole document, the
 * prescribed one where others fit no better. Spans that do not hold their quote that way are told and left out; so are
 * second spans with one id, and relations that lead nowhere.
 * @param text what the offsets belong to, where the document has no text of its own
 */
export function settle(
  document: ReadDocument,
  problem: (message: ImportProblem) => void,
  text = document.text ?? '',
): SettledDocument {
  const reading = likeliest(readingsOf(document, text), document.spans);
  const plain = withoutCarriageReturns(reading.text);
  const ids = new Set<string>();
  const spans: SettledSpan[] = [];
  for (const span of document.spans) {
    const { place } = span;
    if (ids.has(span.id)) {
      problem({ code: 'duplicate-id', place, detail: span.id });
      continue;
    }
    const at = spanIn(reading, span);
    if (!at) {
      problem({ code: 'outside-text', place, detail: `${span.start}-${span.end}` });
    } else if (!holds(reading.text.slice(at.start, at.end), span.quote)) {
      problem({ code: 'quote-differs', place, detail: span.quote ?? '' });
    } else {
      ids.add(span.id);
      const own = { start: plain.at(at.start), end: plain.at(at.end) };
      spans.push({ ...span, ...own, quote: plain.text.slice(own.start, own.end) });
    }
  }
  return { text: plain.text, unit: reading.unit, spans: spans.map((span) => related(span, ids, problem)) };
}

/** Lazily: nearly always the first one fits. */
function* readingsOf({ unit }: ReadDocument, text: string): Generator<Reading> {
  const lf = text.replace(/\r\n?/g, '\n');
  const other: OffsetUnit = unit === 'utf-16' ? 'code-point' : 'utf-16';
  for (const variant of new Set([text, lf, lf.replaceAll('\n', '\r\n')])) {
    const offsets = new Offsets(variant);
    yield { unit, text: variant, offsets };
    if (!offsets.plain) yield { unit: other, text: variant, offsets };
  }
}

/** The first one that most spans fit. */
function likeliest(readings: Iterable<Reading>, spans: readonly ReadSpan[]): Reading {
  let best: { readonly reading: Reading; readonly fits: number } | undefined;
  for (const reading of readings) {
    const fits = spans.filter((span) => fitsIn(reading, span)).length;
    if (!best || fits > best.fits) best = { reading, fits };
    if (fits === spans.length) break;
  }
  return best!.reading;
}

/** The span in UTF-16 units of the reading's text; undefined where it is none: outside, empty, half a character. */
function spanIn({ unit, text, offsets }: Reading, { start, end }: Span): Span | undefined {
  if (end <= start) return undefined;
  try {
    const span = offsets.spanFrom(unit, { start, end });
    return cuts(text, span.start) || cuts(text, span.end) ? undefined : span;
  } catch {
    return undefined;
  }
}

function cuts(text: string, offset: number): boolean {
  return offset > 0 && isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1));
}

function fitsIn(reading: Reading, span: ReadSpan): boolean {
  const at = spanIn(reading, span);
  return at !== undefined && holds(reading.text.slice(at.start, at.end), span.quote);
}

const BLANKS = /[\s\p{Cc}]+/gu;

/** Whether a text is the quote; a quote may have other blanks inside, as formats of lines write line ends. */
function holds(text: string, quote: string | undefined): boolean {
  if (quote === undefined || text === quote) return true;
  if (text.at(0) !== quote.at(0) || text.at(-1) !== quote.at(-1)) return false;
  return text.replace(BLANKS, '') === quote.replace(BLANKS, '');
}

/** A text with LF line ends, and where its offsets are in it. */
function withoutCarriageReturns(text: string): { readonly text: string; at(offset: number): number } {
  if (!text.includes('\r')) return { text, at: (offset) => offset };
  const places = new Int32Array(text.length + 1);
  let to = 0;
  for (let from = 0; from < text.length; from++) {
    places[from] = to;
    if (text[from] !== '\r' || text[from + 1] !== '\n') to++;
  }
  places[text.length] = to;
  return { text: text.replace(/\r\n?/g, '\n'), at: (offset) => places[offset]! };
}

function related(span: SettledSpan, ids: ReadonlySet<string>, problem: (message: ImportProblem) => void): SettledSpan {
  const relations = span.relations?.filter(({ label, target }) => {
    if (!ids.has(target)) problem({ code: 'broken-relation', place: span.place, detail: label });
    return ids.has(target);
  });
  return relations ? { ...span, relations } : span;
}
