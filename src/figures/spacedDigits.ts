import type { FlowText } from '../page/flow';

const SPACE = 32;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * The flow text without the blanks that letter-spacing put between the digits of one number (2 0 2 4 年). Such a blank
 * stands between single digits; blanks between longer runs part two numbers and stay. Linear.
 */
export function joinSpacedDigits(flow: FlowText): FlowText {
  const { text, offsets } = flow;
  if (!text.includes(' ')) return flow;
  let kept = '';
  const keptOffsets = new Int32Array(offsets.length);
  let length = 0;
  let from = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    if (!isTypesetter(text, at)) continue;
    kept += text.slice(from, at);
    keptOffsets.set(offsets.subarray(from, at), length);
    length += at - from;
    from = at + 1;
  }
  if (from === 0) return flow;
  kept += text.slice(from);
  keptOffsets.set(offsets.subarray(from), length);
  length += offsets.length - from;
  return { text: kept, offsets: keptOffsets.slice(0, length) };
}

function isTypesetter(text: string, at: number): boolean {
  const code = (offset: number): number => text.charCodeAt(at + offset);
  return code(0) === SPACE && isDigit(code(-1)) && isDigit(code(1)) && !isDigit(code(-2)) && !isDigit(code(2));
}
