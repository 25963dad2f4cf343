import type { FlowText } from '../page/flow';

const COMMA = '，';
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/**
 * The flow text of a title with a comma for every blank that parts two words: titles are set without punctuation
 * (抓获嫌疑人17名 追回赃款63万元). The comma stands at the place of the blank on the page.
 */
export function withTitleStops(flow: FlowText): FlowText {
  const { text, offsets } = flow;
  const gaps: number[] = [];
  for (let at = 1; at < text.length; at++) {
    if (offsets[at]! - offsets[at - 1]! > 1 && isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at)))
      gaps.push(at);
  }
  // Letter-spaced titles have a blank between all characters; there it parts nothing.
  if (gaps.length === 0 || gaps.length * 3 > text.length) return flow;
  const stopped = new Int32Array(offsets.length + gaps.length);
  let out = '';
  let from = 0;
  gaps.forEach((gap, n) => {
    out += text.slice(from, gap) + COMMA;
    stopped.set(offsets.subarray(from, gap), from + n);
    stopped[gap + n] = offsets[gap - 1]! + 1;
    from = gap;
  });
  stopped.set(offsets.subarray(from), from + gaps.length);
  return { text: out + text.slice(from), offsets: stopped };
}
