import { isBlank, isLineEnd } from './characters';
import { marksOf, ROLE_WORD } from './classes';
import type { Person, PersonRole } from './model';
import { BLANK, type Break, divideNames, LINE, MARK, NONE } from './names';
import { looksLikeName } from './surnames';

const KINDS_OF_REPORTER =
  '全媒[体體]|融媒[体體]?|特[约約]|特派|[见見][习習]|[实實][习習]|首席|高[级級]|本[报報刊]|本[网網]|本台|[驻駐]站|[驻駐]|新[华華]社|[专專][职職]|[数數]字|[视視][频頻]|要[闻聞]|文字|[摄攝]影';
/** Words that say what the names behind (or before) them did. On text without blanks. */
const ROLE_WORDS: readonly (readonly [word: RegExp, role: PersonRole])[] = [
  [/(?:特[约約])?(?:通[讯訊联聯][员員])/, 'correspondent'],
  [new RegExp(`(?:${KINDS_OF_REPORTER}){0,4}(?:[记記]者|[实實][习習]生)`), 'reporter'],
  [/[摄攝]影(?:[报報][道導])?[/／:：]?|[图圖]片?[/／:：]|[摄攝][/／:：]/, 'photographer'],
  [
    /(?:(?:本[报報刊网網台]|特[约約])?[评評][论論][员員]|撰文|整理|作者|采写|文字)[/／:：]?|文[/／:：](?:[图圖][/／:：]?)?|[综綜]合[/／:：]/,
    'author',
  ],
];
/** What papers set before a name that stands alone: □ 本报记者 某某. */
const BULLET = /^[□■◎●○◇◆▲△☆★▌▍►▶]+\s*/u;
/** 作者系某校教授, 作者单位：某县文化馆 */
const ABOUT_AUTHOR = /^[（(]?(?:本文|[该該]文)?作者(?:[单單]位|[系為为是]|[现現]?任).{2,40}[）)]?$/u;
/** 记者某某／某地报道: what follows the names. */
const REPORTS = /[/／]\s*\p{Script=Han}{0,4}[报報][导導道]$/u;
/** 某某中心供稿: what an office wrote. */
const SUPPLIED = /^([\s\S]{2,40}?)\s*供稿$/u;
const NAME_BREAKS = new Set('、，,;；/／|｜:：');
const MAX_PEOPLE = 24;
/** What stands right before or in a role word behind the name of a paper; and how long that name is. */
const PAPER_END = /[报報台臺社网網媒]/u;
const MAX_PAPER = 8;

/** A role word with blanks in it: its line is letter-spaced, and blanks there part no names. */
const SPREAD_ROLE = /[记記]\s者|通\s[讯訊]|[讯訊]\s[员員]|[摄攝]\s影/u;

/** Printed text without blanks, and what stood before each of its characters. */
interface Printed {
  readonly text: string;
  readonly breaks: readonly Break[];
}

/** A list of people as printed: `全媒体记者 李杰 通讯员 丁 慧`; null where it is something else. */
export function parsePeople(text: string, fallback: PersonRole = 'author'): readonly Person[] | null {
  if (text.includes('作者') && ABOUT_AUTHOR.test(text)) return null;
  const supplied = text.includes('供稿') ? SUPPLIED.exec(text) : null;
  if (supplied) return parsePeople(supplied[1]!, fallback) ?? office(supplied[1]!);
  const printed = solid(text.replace(BULLET, '').replace(REPORTS, ''));
  const people: Person[] = [];
  let role = fallback;
  let named = false;
  for (const part of splitRoles(printed)) {
    if (part.role) {
      role = part.role;
      named = true;
      continue;
    }
    const names = namesIn(printed, part.start, part.end, named);
    if (!names) return null;
    for (const name of names) people.push({ name, role });
  }
  if (people.length === 0 || people.length > MAX_PEOPLE) return null;
  const likely = people.filter((person) => looksLikeName(person.name)).length;
  return named || likely * 2 > people.length ? people : null;
}

function office(printed: string): readonly Person[] | null {
  const name = printed.replace(/\s+/gu, '');
  return /[，。；：！？\d]/u.test(name) ? null : [{ name, role: 'source' }];
}

/** Whether a line is about the author without a name: 本报评论员, （作者单位：某县文化馆）. */
export function isUnnamedAuthor(text: string): boolean {
  if (ABOUT_AUTHOR.test(text)) return true;
  return /^(?:本[报報刊网網台]|[\p{Script=Han}]{2,6}[报報网網])(?:特[约約])?[评評][论論][员員]$/u.test(
    text.replace(BULLET, ''),
  );
}

/** Whether the text has a word such as 记者 or 通讯员. */
export function hasRoleWord(text: string): boolean {
  return splitRoles(solid(text)).some((part) => part.role !== undefined);
}

function solid(text: string): Printed {
  const breaks: Break[] = [];
  let characters = '';
  let pending: Break = NONE;
  let spread = isSpreadFrom(text, 0);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) {
      pending = LINE;
      while (at + 1 < text.length && (isLineEnd(text.charCodeAt(at + 1)) || isBlank(text.charCodeAt(at + 1)))) at++;
      spread = isSpreadFrom(text, at + 1);
    } else if (!isBlank(code)) {
      characters += text[at]!;
      breaks.push(pending);
      pending = NONE;
    } else if (pending === NONE && !spread) pending = BLANK;
  }
  return { text: characters, breaks };
}

/** Whether the line that begins at `from` is letter-spaced where it says what somebody did. */
function isSpreadFrom(text: string, from: number): boolean {
  const end = text.indexOf('\n', from);
  return SPREAD_ROLE.test(text.slice(from, end < 0 ? undefined : end));
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly role?: PersonRole;
}

function splitRoles({ text, breaks }: Printed): readonly Part[] {
  if (!mayHaveRole(text)) return [{ start: 0, end: text.length }];
  const parts: Part[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    let first: { index: number; length: number; role: PersonRole } | undefined;
    for (const [word, role] of ROLE_WORDS) {
      const match = word.exec(rest);
      if (match && (!first || match.index < first.index)) first = { index: match.index, length: match[0].length, role };
    }
    if (!first) break;
    const start = paperBefore(text, breaks, at, at + first.index);
    if (start > at) parts.push({ start: at, end: start });
    parts.push({ start, end: at + first.index + first.length, role: first.role });
    at += first.index + first.length;
  }
  if (at < text.length) parts.push({ start: at, end: text.length });
  return parts;
}

/** Most lists of names are told by their characters. */
function mayHaveRole(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (marksOf[text.charCodeAt(at)]! & ROLE_WORD) return true;
  return text === '';
}

/** Where a role begins that names its paper first (某某日报记者, 某某融媒记者): no part of a name. */
function paperBefore(text: string, breaks: readonly Break[], from: number, role: number): number {
  if (!PAPER_END.test(text.slice(Math.max(from, role - 2), role + 3))) return role;
  let start = role;
  while (start > from && breaks[start] === NONE && role - start < MAX_PAPER) start--;
  return start;
}

/** The names between two roles; marks that separate names are no part of them. */
function namesIn({ text, breaks }: Printed, start: number, end: number, runs: boolean): readonly string[] | null {
  let characters = '';
  const before: Break[] = [];
  let mark = false;
  for (let at = start; at < end; at++) {
    if (NAME_BREAKS.has(text[at]!)) {
      mark = true;
      continue;
    }
    characters += text[at]!;
    before.push(mark ? MARK : breaks[at]!);
    mark = false;
  }
  return characters === '' ? [] : divideNames(characters, before, runs);
}
