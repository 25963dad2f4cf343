import type { FlowText } from '../page/flow';

const SPACE = 32;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * The flow text without the blanks that letter-spacing put between the digits of one number (2 0 2 4 年). Such a blank
 * stands between single digits; blanks between longer runs part two numbers and stay. Linear.
 */
export function joinSpacedDigits(flow: FlowText): FlowText {
  const { text, offsets } = flow;
  const blanks: number[] = [];
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) if (isTypesetter(text, at)) blanks.push(at);
  if (blanks.length === 0) return flow;
  let kept = '';
  const keptOffsets = new Int32Array(offsets.length - blanks.length);
  let from = 0;
  blanks.forEach((blank, n) => {
    kept += text.slice(from, blank);
    keptOffsets.set(offsets.subarray(from, blank), from - n);
    from = blank + 1;
  });
  keptOffsets.set(offsets.subarray(from), from - blanks.length);
  return { text: kept + text.slice(from), offsets: keptOffsets };
}

function isTypesetter(text: string, at: number): boolean {
  const code = (offset: number): number => text.charCodeAt(at + offset);
  return code(0) === SPACE && isDigit(code(-1)) && isDigit(code(1)) && !isDigit(code(-2)) && !isDigit(code(2));
}
