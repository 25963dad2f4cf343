import type { Role } from './model';
import type { Unit } from './units';

/** A deck begins with a dash; what ends with one leads up to the headline. */
const DECK = /^[—－]/u;
const LEADS_UP = /[—－]$/u;
const MARKDOWN = /^#+/u;
/** Somebody who acts stands at the beginning: a place or a body by the last character of its name. */
const ACTOR =
  /^\p{Script=Han}{1,6}?(?:[省州盟旗县縣局厅廳委署]|(?<!城)市(?![场場民])|[区區](?!域)|镇|鎮|乡(?![村亲土])|村(?![民里庄])|公司|集[团團]|警方|法院|医院|大学)/u;
const FACTS = /\d/u;
const QUOTES = /[“「]/u;
/** A headline in two parts: the lines are one. */
const INTRODUCES = /[：:]$/u;
/** A line of so many characters, so many more than the one above it, tells what the headline leaves out. */
const DECK_LENGTH = 17;
const LONGER = 4;
/** So many characters fewer, and the line only leads up to the headline. */
const SHORTER = 2;

/**
 * Sets which titles of each article are its kicker and its decks; the others stay as they are, headlines. Groups hold
 * the title units of an article in page order.
 */
export function markTitles(units: readonly Unit[], groups: readonly (readonly number[])[], roles: Role[]): void {
  for (const group of groups) {
    const titles = group.map((index) => titleOf(units[index]!));
    titleRoles(titles).forEach((role, at) => (roles[group[at]!] = role));
  }
}

interface Title {
  readonly text: string;
  /** Two phrases with a blank between them: a slogan. */
  readonly phrases: boolean;
  /** # in Markdown. */
  readonly marked: boolean;
}

function titleOf({ flow, lines }: Unit): Title {
  const printed = lines[0]!.raw.replace(MARKDOWN, '').trim();
  return {
    text: once(flow.text.replace(MARKDOWN, '')),
    phrases: /\s/u.test(printed),
    marked: MARKDOWN.test(flow.text),
  };
}

/** A headline that the file holds twice, once. */
function once(text: string): string {
  const half = text.slice(0, text.length / 2);
  return half + half === text ? half : text;
}

/** The roles of the titles of one article: kicker, headline (one line or more), deck. */
function titleRoles(titles: readonly Title[]): readonly Role[] {
  const marked = titles.findIndex((title) => title.marked);
  if (marked >= 0) {
    return titles.map((title, at) => (title.marked ? 'headline' : at < marked ? 'kicker' : 'deck'));
  }
  const roles: Role[] = titles.map(({ text }) => (DECK.test(text) ? 'deck' : 'headline'));
  const plain = titles.flatMap((_, at) => (roles[at] === 'headline' ? [at] : []));
  // What begins with a dash is a deck only where it has a headline.
  if (plain.length === 0) return titles.map(() => 'headline');
  if (plain.length < 2) return roles;
  const [first, second] = plain.map((at) => titles[at]!) as [Title, Title];
  if (INTRODUCES.test(first.text)) return roles;
  const last = titles[plain.at(-1)!]!;
  const deck = isDeck(last, titles[plain.at(-2)!]!) || (plain.length > 2 && last.text.length >= second.text.length);
  if (plain.length > 2 ? deck || isKicker(first, second) : !deck && isKicker(first, second))
    roles[plain[0]!] = 'kicker';
  if (deck) roles[plain.at(-1)!] = 'deck';
  return roles;
}

function isKicker(first: Title, second: Title): boolean {
  if (LEADS_UP.test(first.text) || first.phrases) return true;
  if (second.phrases) return false;
  if (ACTOR.test(second.text) !== ACTOR.test(first.text)) return ACTOR.test(second.text);
  if (QUOTES.test(first.text) !== QUOTES.test(second.text)) return QUOTES.test(first.text);
  return first.text.length < second.text.length - SHORTER;
}

/** The figures stand in the deck, unless an actor says that the second line is the news. */
function isDeck(second: Title, first: Title): boolean {
  if (ACTOR.test(second.text) && !ACTOR.test(first.text)) return false;
  if (FACTS.test(second.text) && !FACTS.test(first.text)) return true;
  return second.text.length >= DECK_LENGTH && second.text.length > first.text.length + LONGER;
}
