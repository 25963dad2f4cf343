import { isBlank, isLineEnd } from '../page/characters';
import type { Document, Mark } from './document';
import type { LossCode } from './format';
import type { ExportRequest } from './request';

/** Characters (code points) of a document in a row, without blanks and line ends, each under one span at most. */
export interface Sequence {
  readonly characters: readonly string[];
  readonly spans: readonly SequenceSpan[];
}

/** A mark in a sequence; `from` and `to` (exclusive) count its characters. */
export interface SequenceSpan {
  readonly mark: Mark;
  readonly from: number;
  readonly to: number;
}

type Lose = (document: Document, mark: Mark, code: LossCode) => void;

const SENTENCE_ENDS = new Set('。！？；!?');
const CLOSERS = new Set('”’」』）)》"');

/**
 * The sequences of a document for formats that know one label a character. Of overlapping marks the longest stays, of
 * equally long ones the first; the others are lost as `overlap`. A sequence ends behind 。！？； with the closing marks
 * that follow, and with its paragraph, but never inside a span; with `article` it is the whole document. Linear.
 */
export function sequencesOf(document: Document, by: ExportRequest['sequence'], lose: Lose): readonly Sequence[] {
  const { text } = document;
  const marks = withoutOverlaps(document, lose);
  const breaks = new Set(document.paragraphs.flatMap(({ start, end }) => [start, end]));
  const sequences: Sequence[] = [];
  let characters: string[] = [];
  let spans: SequenceSpan[] = [];
  const finish = (): void => {
    if (characters.length > 0) sequences.push({ characters, spans });
    characters = [];
    spans = [];
  };
  let next = 0;
  let inside: Mark | undefined;
  let from = 0;
  let ended = false;
  const leave = (mark: Mark): void => {
    spans.push({ mark, from, to: characters.length });
    inside = undefined;
  };
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    if (inside && at >= inside.end) leave(inside);
    const begins = !inside && marks[next]?.start === at;
    if (by === 'sentence') {
      const goesOn = CLOSERS.has(character) || SENTENCE_ENDS.has(character) || isGap(character);
      if (breaks.has(at) || (ended && !goesOn)) {
        if (!inside) finish();
        ended = false;
      }
    }
    if (begins) {
      inside = marks[next++];
      from = characters.length;
    }
    if (!isGap(character)) {
      characters.push(character);
      if (SENTENCE_ENDS.has(character)) ended = true;
    }
    at += character.length;
  }
  if (inside) leave(inside);
  finish();
  return sequences;
}

function isGap(character: string): boolean {
  const code = character.charCodeAt(0);
  return isBlank(code) || isLineEnd(code);
}

/** Marks that do not overlap, in order. */
function withoutOverlaps(document: Document, lose: Lose): readonly Mark[] {
  const taken = new Uint8Array(document.text.length);
  const kept: Mark[] = [];
  const longestFirst = [...document.marks].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || (a.id < b.id ? -1 : 1),
  );
  for (const mark of longestFirst) {
    const { start, end, quote } = mark;
    if (document.text.slice(start, end) !== quote) lose(document, mark, 'quote-differs');
    else if ([...quote].every(isGap)) lose(document, mark, 'empty');
    else if (taken.subarray(start, end).includes(1)) lose(document, mark, 'overlap');
    else {
      taken.fill(1, start, end);
      kept.push(mark);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}
