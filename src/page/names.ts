import { isHan } from './characters';
import { looksLikeName, rarityOfSurname } from './surnames';

/** What the typesetter put before a character: nothing, a blank, a line end, or a mark that separates names. */
export type Break = 0 | 1 | 2 | 3;
export const NONE: Break = 0;
export const BLANK: Break = 1;
export const LINE: Break = 2;
export const MARK: Break = 3;

/** Costs of reading characters as a name; the cheapest division wins. */
const cost = {
  /** No surname that is known begins it. */
  stranger: 2.2,
  /** 童 娟: two characters are printed as wide as three. A line end may cut a name anywhere. */
  innerBlank: 0.5,
  innerBlankOfThree: 1.6,
  innerLine: 0.6,
  /** Two names with nothing between them. */
  noBreak: 1.4,
  rareSurname: 0.4,
} as const;
const MAX_LENGTH = 4;
/** 阿依努尔·买买提 is a name, 经济·民生 a section of the paper. */
const MIN_FOREIGN = 6;
const MAX_FOREIGN = 14;
/** More a name is no list of names. */
const MAX_COST = 2;
/** A line is letter-spaced if so many of its characters have a blank before them. */
const SPREAD = 0.8;
const SPREAD_FROM = 7;

/**
 * Divides characters into names; `breaks[i]` stands before `characters[i]`. Null where they are no names. Only behind
 * a word such as 记者 may names run into each other (`runs`). Dynamic programming, linear.
 */
export function divideNames(characters: string, breaks: readonly Break[], runs: boolean): readonly string[] | null {
  const asPrinted = divide(characters, breaks, runs);
  if (!isSpread(breaks)) return asPrinted?.names ?? null;
  const closed = breaks.map((value) => (value === BLANK ? NONE : value));
  const asSpread = divide(characters, closed, true);
  if (!asPrinted || !asSpread) return (asPrinted ?? asSpread)?.names ?? null;
  return asSpread.price < asPrinted.price ? asSpread.names : asPrinted.names;
}

interface Division {
  readonly names: readonly string[];
  readonly price: number;
}

function divide(characters: string, before: readonly Break[], runs: boolean): Division | null {
  const length = characters.length;
  if (length < 2) return null;
  const best: number[] = new Array<number>(length + 1).fill(Infinity);
  const from: number[] = new Array<number>(length + 1).fill(-1);
  best[0] = 0;
  for (let start = 0; start < length; start++) {
    if (best[start] === Infinity) continue;
    const joint = start > 0 && before[start] === NONE ? (runs ? cost.noBreak : Infinity) : 0;
    if (joint === Infinity) continue;
    const foreign = foreignEnd(characters, before, start);
    for (let end = start + 2; end <= Math.min(length, start + MAX_LENGTH); end++) {
      const price = best[start]! + joint + (end === foreign ? 0 : priceOf(characters, before, start, end));
      if (price >= best[end]!) continue;
      best[end] = price;
      from[end] = start;
    }
    if (foreign > start + MAX_LENGTH && best[start]! + joint < best[foreign]!) {
      best[foreign] = best[start]! + joint;
      from[foreign] = start;
    }
  }
  const names: string[] = [];
  for (let end = length; end > 0; end = from[end]!) {
    if (from[end]! < 0) return null;
    names.push(characters.slice(from[end], end));
  }
  return best[length]! > names.length * MAX_COST ? null : { names: names.reverse(), price: best[length]! };
}

/** 买买提·艾力: the end of a name with a middle dot; 0 where there is none. */
function foreignEnd(characters: string, before: readonly Break[], start: number): number {
  let end = start + 1;
  let dots = 0;
  while (end < characters.length && before[end] === NONE) if (characters[end++] === '·') dots++;
  const length = end - start;
  return dots > 0 && length >= MIN_FOREIGN && length <= MAX_FOREIGN ? end : 0;
}

function priceOf(characters: string, before: readonly Break[], start: number, end: number): number {
  const length = end - start;
  let price = 0;
  for (let at = start; at < end; at++) {
    if (!isHan(characters.charCodeAt(at))) return Infinity;
    if (at === start) continue;
    if (before[at] === MARK) return Infinity;
    if (before[at] === BLANK) price += length === 2 ? cost.innerBlank : cost.innerBlankOfThree;
    if (before[at] === LINE) price += cost.innerLine;
  }
  const name = characters.slice(start, end);
  if (looksLikeName(name)) return price + rarityOfSurname(name) * cost.rareSurname;
  return length === 4 ? Infinity : price + cost.stranger;
}

function isSpread(breaks: readonly Break[]): boolean {
  if (breaks.length < SPREAD_FROM) return false;
  const blanks = breaks.filter((value, at) => at > 0 && value !== NONE).length;
  return blanks >= (breaks.length - 1) * SPREAD;
}
