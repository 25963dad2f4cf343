import type { Line } from './lines';
import { weights } from './weights';

/** Lines from the top and the foot of the page that are looked at. */
const EDGE = 8;
/** Names of papers and sections. */
const MAX_HEAD = 8;
const MAX_BEHIND = 4;
const WORDS =
  /^(?:本版|[责責]任?[编編][辑輯]?|版式|美[编編]|[编編][辑輯]|校[对對]|值班|主[编編]|[电電][话話]|[传傳]真|[邮郵][编編箱]|地址|[网網]址|[国國][内內][统統]一刊[号號]|[热熱][线線]|E-?mail|www\.)/iu;
const DATE = /^\d{4}年\d{1,2}月\d{1,2}日(?:星期[一二三四五六日天]|农历.{0,8})?.{0,12}$/u;
const STAMP =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:[来來]源.{0,20})?$|^[来來]源[:：].{1,24}$/u;
const NUMBER =
  /^(?:[A-Z]{0,2}\d{1,3}|第?[\d一二三四五六七八九十]{1,3}版|[A-D]\d{1,2}(?:版)?.{0,6}|第?[\dA-D一二三四五六七八九十]{1,4}版[：:·|｜/]?[\p{Script=Han}·]{0,8})$/u;

/** How much speaks for a line to be page furniture (heads, feet, page numbers); 0 where nothing does. */
export function furnitureScore(lines: readonly Line[], index: number): number {
  const { text } = lines[index]!;
  const edge = index < EDGE || index >= lines.length - EDGE;
  if (!edge)
    return WORDS.test(text) && /[责責][编編任]/u.test(text) && text.length <= 40 ? weights.furniture.likely : 0;
  if (DATE.test(text) || NUMBER.test(text) || STAMP.test(text)) return weights.furniture.sure;
  if (WORDS.test(text) && text.length <= 60) return weights.furniture.sure;
  if (index >= EDGE || text.length > MAX_HEAD || /[，。！？]/u.test(text)) return 0;
  // The name of a section stands before the date or the number of the page; behind it may stand the first title.
  const isMark = (line: Line | undefined): boolean =>
    line !== undefined && (DATE.test(line.text) || NUMBER.test(line.text));
  const head = isMark(lines[index + 1]) || (text.length <= MAX_BEHIND && isMark(lines[index - 1]));
  return head ? weights.furniture.sure : 0;
}
