import { DUTY, EDITION, NAMING } from './classes';
import type { Line } from './lines';
import { weights } from './weights';

/** Lines from the top and the foot of the page that are looked at. */
const EDGE = 8;
/** Names of papers and sections. */
const MAX_HEAD = 8;
/** No furniture is longer. */
const MAX_LINE = 80;
const MAX_DUTY = 40;
const MAX_SECTION = 6;
const MAX_BEHIND = 4;
const WORDS =
  /^[■□●◎◆]?(?:本版|今日\d{1,2}版|[总總]?第\d{3,6}[期号號](?=$|[^\p{Script=Han}]|[总總今本国國第星周农農邮郵零责責])|CN\d|[邮郵][发發]代[号號]|零售|(?:星期|周)[一二三四五六日天](?:农历.{2,8})?$|(?:本[报報刊]|新[闻聞]|[广廣]告|[发發]行|[读讀]者|[举舉][报報]|[监監]督|[编編][辑輯]部?|投稿){1,2}(?=[热熱][线線]|[电電][话話]|[邮郵]箱|地址|信箱|QQ)|[责責]任?[编編][辑輯]?|版式|美[编編]|(?:美[术術]|[文图圖][字片]|本版)?[编編][辑輯]|校[对對]|值班|主[编編]|[电電][话話]|[传傳]真|[邮郵](?:政)?[编編箱]|地址|[网網]址|[国國][内內][统統]一刊[号號]|[热熱][线線]|E-?mail|www\.)/iu;
const DATE = /^\d{4}年\d{1,2}月\d{1,2}日(?:星期[一二三四五六日天]|农历.{0,8})?.{0,12}$/u;
const STAMP =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:[来來]源.{0,20})?$|^[来來]源[:：].{1,24}$/u;
const NUMBER =
  /^(?:[A-Z]{0,2}\d{1,3}|第?[\d一二三四五六七八九十]{1,3}版|[A-D]\d{1,2}(?:版)?.{0,6}|第?[\dA-D一二三四五六七八九十]{1,4}版[：:·|｜/]?[\p{Script=Han}·]{0,8})$/u;

const WEEKDAY = /^(?:星期|周|礼拜)[一二三四五六日天]$|^农历.{2,8}$/u;
/** 责任编辑：某某 版式：某某: who made the page, how to reach it. */
const STAFF =
  /(?:[责責]任?[编編][辑輯]?|版[式面]|美[编編]|[编編][辑輯]|(?:[责責]任)?校[对對]|值班|主[编編]|[审審]核|[终終]审|[监監][制製]|[统統][筹籌]|策[划劃]|制[图圖版]|[组組]版|[电電]子?[话話邮郵]箱?|[热熱][线線]|[邮郵](?:政)?[编編][码碼]?|地址|[传傳]真|零售[价價]?|定[价價]|印[刷制])[：:／/]/gu;
/** （下转第三版）, 上接A1版, 详见5版: where an article goes on. */
const JUMP =
  /^[（(▶►]*(?:[紧緊]?[上下][转轉接]|[转轉接]|[详詳][见見]|(?:相[关關])?[报報][道導][见見]).{0,3}?第?[A-Z]?[\d一二三四五六七八九十]{1,3}版.{0,12}[）)◀◄]*$/u;
/** 全省首条隧道贯通 03版: a line of the box that says what stands on other pages. */
const INDEX = /^.{4,32}?[>·.…/（(【]*(?:[详詳][见見])?第?(?:[A-D]?\d{1,2}|[一二三四五六七八九十]{1,3})版[】）)]?$/u;
const INDEX_HEAD =
  /^[◆■●▲★]?(?:今日|本[报報期]|要[闻聞]|新[闻聞]|[内內]容)?(?:[导導][读讀]|提[要示]|看[点點])[◆■●▲★]?$/u;
const FULL_DATE = /\d{4}年\d{1,2}月\d{1,2}日/u;
const SPACED_DATE = /\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日/u;
/** Parts of a page head, between blanks: number, date, weekday, section, staff. */
const MAX_PARTS = 12;

/** How much speaks for a line to be page furniture (heads, feet, page numbers); 0 where nothing does. */
export function furnitureScore(lines: readonly Line[], index: number): number {
  const { text, marks } = lines[index]!;
  if (text.length <= MAX_LINE && (pointsElsewhere(text, marks) || countStaff(text, marks) > 1))
    return weights.furniture.sure;
  const edge = index < EDGE || index >= lines.length - EDGE;
  if (!edge) {
    const duty = (marks & DUTY) !== 0 && text.length <= MAX_DUTY && /[责責][编編任]/u.test(text);
    return duty && WORDS.test(text) ? weights.furniture.likely : 0;
  }
  if (DATE.test(text) || NUMBER.test(text) || STAMP.test(text)) return weights.furniture.sure;
  if (WORDS.test(text) && text.length <= 60 && !text.endsWith('：')) return weights.furniture.sure;
  if (isHead(lines[index]!)) return weights.furniture.sure;
  if (index >= EDGE || text.length > MAX_HEAD || /[，。！？]/u.test(text)) return 0;
  // The name of a section stands before the date or the number of the page; behind it may stand the first title.
  const isMark = (line: Line | undefined): boolean =>
    line !== undefined && (DATE.test(line.text) || NUMBER.test(line.text));
  const head = isMark(lines[index + 1]) || (text.length <= MAX_BEHIND && isMark(lines[index - 1]));
  return head ? weights.furniture.sure : 0;
}

/** A line that leads to another page, or the head of the box of such lines. */
function pointsElsewhere(text: string, marks: number): boolean {
  if (!(marks & EDITION)) return text.length <= MAX_HEAD && INDEX_HEAD.test(text);
  return JUMP.test(text) || (INDEX.test(text) && !/[，。；：？！]/u.test(text));
}

/** How many of the people and places of the paper a line names, each behind its word. */
function countStaff(text: string, marks: number): number {
  return marks & NAMING ? (text.match(STAFF)?.length ?? 0) : 0;
}

/**
 * 02 要闻 2025年4月18日 星期五 编辑/某某: parts of a page head in one line; a full date or two other marks among them.
 * Bare numbers count at its ends only.
 */
function isHead({ raw, text, prose }: Line): boolean {
  if (prose || text.length > MAX_LINE || !/\d/u.test(text) || /[（）()]/u.test(text)) return false;
  const dated = FULL_DATE.test(text);
  const parts = raw.replace(SPACED_DATE, (date) => date.replace(/\s+/gu, '')).split(/\s+/u);
  if (parts.length < 2 || parts.length > MAX_PARTS) return false;
  let marks = 0;
  for (const [at, part] of parts.entries()) {
    const inside = at > 0 && at < parts.length - 1;
    if (DATE.test(part) || WEEKDAY.test(part) || WORDS.test(part)) marks++;
    else if (NUMBER.test(part) && !(inside && /^\d+$/u.test(part))) marks++;
    else if (part.length > MAX_SECTION || /\d/u.test(part)) return false;
  }
  return dated || marks > 1;
}
