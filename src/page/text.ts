/** How the lines of the file end; `mixed` where more than one kind occurs. */
export type LineEnds = 'lf' | 'crlf' | 'cr' | 'mixed';

/** The text that all offsets of Newsmark belong to, and the way back to the file's own characters. */
export interface PageText {
  /** `\r\n` and lone `\r` read as `\n`, no byte-order mark. */
  readonly text: string;
  readonly eol: LineEnds;
  readonly bom: boolean;
  /** Start offset of every line, ascending; the first is 0. */
  readonly lineStarts: Int32Array;
}

const CR = 13;
const LF = 10;
const BYTE_ORDER_MARK = 0xfeff;

/** Reads the characters of a file (any line ends, with or without byte-order mark) as a page. Linear. */
export function readPageText(raw: string): PageText {
  const bom = raw.charCodeAt(0) === BYTE_ORDER_MARK;
  const body = bom ? raw.slice(1) : raw;
  const { text, eol } = body.includes('\r') ? unifyLineEnds(body) : { text: body, eol: 'lf' as const };
  return { text, eol, bom, lineStarts: lineStartsOf(text) };
}

/** 0-based line of a page offset. Logarithmic. */
export function lineAt(page: PageText, offset: number): number {
  const { lineStarts } = page;
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function unifyLineEnds(raw: string): { text: string; eol: LineEnds } {
  const text = raw.replace(/\r\n?/g, '\n');
  let crlf = 0;
  let cr = 0;
  let lf = 0;
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (code === CR && raw.charCodeAt(i + 1) === LF) {
      crlf++;
      i++;
    } else if (code === CR) cr++;
    else if (code === LF) lf++;
  }
  const kinds = Number(crlf > 0) + Number(cr > 0) + Number(lf > 0);
  return { text, eol: kinds > 1 ? 'mixed' : crlf > 0 ? 'crlf' : 'cr' };
}

function lineStartsOf(text: string): Int32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Int32Array.from(starts);
}
