import type { Person, PersonRole } from './model';
import { looksLikeName } from './surnames';

/** Words that say what the names behind (or before) them did. */
const ROLE_WORDS: readonly (readonly [word: RegExp, role: PersonRole])[] = [
  [/(?:特约)?(?:通[讯訊][员員]|通[联聯][员員])/, 'correspondent'],
  [
    /(?:(?:全媒[体體]|融媒[体體]?|特[约約]|[见見][习習]|[实實][习習]|首席|本[报報]|本台|[驻駐]站|新[华華]社|[专專][职職]|[数數]字|[視视][频頻]|要[闻聞])\s*)*(?:[记記]\s*者|[实實][习習]生)/,
    'reporter',
  ],
  [/(?:[摄攝]影)(?:[报報][道導])?|[图圖]片?[\/／:：]|[摄攝][\/／:：]/, 'photographer'],
  [/(?:撰文|整理|作者)[\/／:：]?|(?:文字?|[综綜]合)[\/／:：]/, 'author'],
];
const NAME_BREAK = /[、，,;；\/／|]/;
const MAX_PEOPLE = 16;
/** Characters of names in a row without a blank. */
const MAX_RUN = 24;

interface Token {
  readonly text: string;
  /** A line break, not a blank, stands before it. */
  readonly broken: boolean;
}

/** A list of people as printed: `全媒体记者 李杰 通讯员 丁 慧`; null where it is something else. */
export function parsePeople(text: string, fallback: PersonRole = 'author'): readonly Person[] | null {
  const printed = mended(text);
  const people: Person[] = [];
  let role = fallback;
  let named = false;
  for (const part of splitRoles(printed)) {
    if (part.role) {
      role = part.role;
      named = true;
      continue;
    }
    const names = namesOf(part.text);
    if (!names) return null;
    for (const name of names) people.push({ name, role });
  }
  if (people.length === 0 || people.length > MAX_PEOPLE) return null;
  const likely = people.filter((person) => looksLikeName(person.name)).length;
  return named || likely * 2 > people.length ? people : null;
}

/** The text with letter-spaced lines closed up and role words that a line end cuts joined again. */
function mended(text: string): string {
  const lines = text.split(/\s*\n\s*/u).map((line) => (isSpread(line) ? line.replace(/\s/gu, '') : line));
  let joined = lines[0]!;
  for (const line of lines.slice(1)) {
    const before = joined.slice(-2);
    const cut = CUT_ROLES.some((word) => {
      for (let at = 1; at < word.length; at++)
        if (before.endsWith(word.slice(0, at)) && line.startsWith(word.slice(at))) return true;
      return false;
    });
    joined += cut ? line : `\n${line}`;
  }
  return joined;
}

const CUT_ROLES = ['记者', '記者', '通讯员', '通訊員', '摄影', '攝影', '实习生', '實習生'];

function isSpread(line: string): boolean {
  const characters = line.split(/\s/u);
  return characters.length >= 5 && characters.filter((part) => part.length === 1).length >= characters.length * 0.9;
}

/** Whether the text has a word such as 记者 or 通讯员. */
export function hasRoleWord(printed: string): boolean {
  return splitRoles(printed).some((part) => part.role !== undefined);
}

function splitRoles(printed: string): { readonly text: string; readonly role?: PersonRole }[] {
  const parts: { text: string; role?: PersonRole }[] = [];
  let rest = printed;
  while (rest !== '') {
    let first: { index: number; length: number; role: PersonRole } | undefined;
    for (const [word, role] of ROLE_WORDS) {
      const match = word.exec(rest);
      if (match && (!first || match.index < first.index)) first = { index: match.index, length: match[0].length, role };
    }
    if (!first) break;
    if (rest.slice(0, first.index).trim() !== '') parts.push({ text: rest.slice(0, first.index) });
    parts.push({ text: '', role: first.role });
    rest = rest.slice(first.index + first.length);
  }
  if (rest.trim() !== '') parts.push({ text: rest });
  return parts;
}

/**
 * Names separated by blanks. Two single characters in a row are one name printed with a blank (童 娟); a name that a
 * line end cuts is joined again.
 */
function namesOf(printed: string): readonly string[] | null {
  const tokens = tokensOf(printed);
  const names: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    let name = tokens[i]!.text;
    const next = tokens[i + 1];
    const afterNext = tokens[i + 2];
    if (name.length === 1) {
      if (!next || next.text.length > 2) return null;
      name += next.text;
      i++;
    } else if (
      name.length === 2 &&
      next?.broken &&
      next.text.length === 1 &&
      (!afterNext || afterNext.broken || afterNext.text.length > 1)
    ) {
      name += next.text;
      i++;
    }
    if (name.length > 4 && !name.includes('·')) {
      const split = splitNames(name);
      if (!split) return null;
      names.push(...split);
      continue;
    }
    if (!/^[\p{Script=Han}·]{2,12}$/u.test(name)) return null;
    names.push(name);
  }
  return names;
}

/** Names printed without blanks between them: cut where a surname begins, three characters before two. */
function splitNames(text: string): readonly string[] | null {
  if (text === '') return [];
  if (text.length > MAX_RUN || !/^[\p{Script=Han}]+$/u.test(text)) return null;
  for (const length of [3, 2]) {
    const name = text.slice(0, length);
    if (name.length !== length || !looksLikeName(name)) continue;
    const rest = splitNames(text.slice(length));
    if (rest) return [name, ...rest];
  }
  return null;
}

function tokensOf(printed: string): Token[] {
  const tokens: Token[] = [];
  let text = '';
  let broken = false;
  const flush = (): void => {
    if (text !== '') tokens.push({ text, broken });
    if (text !== '') broken = false;
    text = '';
  };
  for (const character of printed) {
    if (/\s/u.test(character) || NAME_BREAK.test(character)) {
      flush();
      if (character === '\n') broken = true;
    } else text += character;
  }
  flush();
  return tokens;
}
