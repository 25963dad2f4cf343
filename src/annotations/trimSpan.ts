import type { Span } from '../page/model';

/** Marks that belong to the name they enclose: titles of works and documents, names in quotation marks. */
const NAME_PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
];
/** Brackets: part of a name inside it (管理办法（试行）), not around the whole of it (（本报记者）). */
const BRACKETS: readonly (readonly [open: string, close: string])[] = [
  ['（', '）'],
  ['(', ')'],
  ['【', '】'],
  ['［', '］'],
  ['[', ']'],
  ['〔', '〕'],
  ['〖', '〗'],
];
const CLOSE_OF = new Map([...NAME_PAIRS, ...BRACKETS]);
const OPEN_OF = new Map([...NAME_PAIRS, ...BRACKETS].map(([open, close]) => [close, open]));
const BRACKET_OPEN = new Set(BRACKETS.map(([open]) => open));
/** What ends or parts sentences and never belongs to the end of a name. */
const STOPS = new Set('，。、；：！？…—–―～·•,.;:!?~|｜/／■□▲△●○◆◇★☆※');
const BLANK = /[\s\u200b\ufeff]/u;

/**
 * A selection without the blanks, line ends and punctuation at its ends; null where nothing is left. Marks in pairs stay
 * whole: quotation marks and 《》 stay also around the whole selection, where they are part of a name; brackets only
 * inside it. A mark whose partner is outside the selection goes.
 */
export function trimSpan(text: string, span: Span): Span | null {
  let start = Math.max(0, span.start);
  let end = Math.min(text.length, span.end);
  while (start < end) {
    const first = text[start]!;
    const last = text[end - 1]!;
    if (isStop(first)) start++;
    else if (isStop(last)) end--;
    else {
      const closing = CLOSE_OF.has(first) ? partner(text, start, end) : -1;
      if (closing === end - 1) {
        if (isEmptyInside(text, start + 1, closing)) return null;
        if (!BRACKET_OPEN.has(first)) return { start, end };
        start++;
        end--;
      } else if (isMark(first) && closing < 0) start++;
      else if (isMark(last) && !hasPartnerBefore(text, start, end)) end--;
      else return { start, end };
    }
  }
  return null;
}

function isStop(character: string): boolean {
  return STOPS.has(character) || BLANK.test(character);
}

function isMark(character: string): boolean {
  return CLOSE_OF.has(character) || OPEN_OF.has(character);
}

/** Where the pair that the mark at `start` opens is closed; -1 where it is not before `end`. */
function partner(text: string, start: number, end: number): number {
  const open = text[start]!;
  const close = CLOSE_OF.get(open)!;
  let depth = 0;
  for (let at = start; at < end; at++) {
    if (text[at] === close && (open !== close || at > start)) depth--;
    else if (text[at] === open) depth++;
    if (depth === 0) return at;
  }
  return -1;
}

/** Whether the mark before `end` closes a pair that opens at `start` or behind it. */
function hasPartnerBefore(text: string, start: number, end: number): boolean {
  const close = text[end - 1]!;
  const open = OPEN_OF.get(close);
  if (open === undefined) return false;
  let depth = 0;
  for (let at = end - 1; at >= start; at--) {
    if (text[at] === open && (open !== close || at < end - 1)) depth--;
    else if (text[at] === close) depth++;
    if (depth === 0) return true;
  }
  return false;
}

function isEmptyInside(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isStop(text[at]!) && !isMark(text[at]!)) return false;
  return true;
}
