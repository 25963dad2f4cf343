import { ENDS_OF_NOUNS, NOUN_ADVERBS, NOUN_ENDS, PARTS_OF_NOUNS } from './claimWords';
import { codesOf, neighbours } from './marks';
import { Part, partOf } from './numeralChars';
import { firstWithin } from './within';
import { firstsOf, wordSet } from './wordSet';

const endsNoun = neighbours(ENDS_OF_NOUNS);
const beginsNoun = neighbours(PARTS_OF_NOUNS);
const ends = wordSet(NOUN_ENDS);
const adverbs = wordSet(NOUN_ADVERBS);

const LONGEST_NOUN = 16;
/** The quotation mark that closes each opening one. */
export const CLOSER: Readonly<Record<string, string>> = { '“': '”', '「': '」', '《': '》', '‘': '’' };

/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The noun phrase that starts at `at`: up to a stop, a verb, 的, or a further number. Empty where a verb stands there.
 * A quoted name is taken whole.
 */
export function nounAt(text: string, at: number, limit: number): Stretch {
  const last = Math.min(limit, at + LONGEST_NOUN, text.length);
  let end = at;
  while (end < last) {
    const code = text.charCodeAt(end);
    if (!mayEnd(code)) {
      end++;
      continue;
    }
    if (opensQuote(code)) {
      const close = firstWithin(text, CLOSER[text[end]!]!, end, Math.min(limit, end + LONGEST_NOUN));
      if (close < 0) break;
      end = close + 1;
      continue;
    }
    if (isStop(code)) break;
    if (isAnd(code) && (end === at || startsNumber(text, end + 1) || !reachesNoun(text, end + 1, limit))) break;
    if (endsHere(text, at, end)) break;
    end++;
  }
  return { start: at, end };
}

const STOPS = '，。；：！？、（）()》…—,;:!? \n的”与';
const QUOTES = '“「《‘';
const ANDS = '和及';
const isStop = codesOf(STOPS);
export const opensQuote = codesOf(QUOTES);
const isAnd = codesOf(ANDS);
/** All characters that {@link nounAt} has to look at; most are none of them. */
const mayEnd = codesOf(`${STOPS}${QUOTES}${ANDS}${firstsOf(NOUN_ENDS)}${firstsOf(NOUN_ADVERBS)}`);

function startsNumber(text: string, at: number): boolean {
  return partOf(text.charCodeAt(at)) === Part.Digit;
}

/** Whether a further noun stands behind 和, not a verb or an end. */
function reachesNoun(text: string, at: number, limit: number): boolean {
  return at + 1 < limit && !isStop(text.charCodeAt(at)) && ends.at(text, at, limit) === 0;
}

function endsHere(text: string, start: number, at: number): boolean {
  if (at - start >= 2 && adverbs.at(text, at, text.length) > 0) return true;
  const length = ends.at(text, at, text.length);
  if (length === 0) return false;
  if (length > 1) return true;
  const code = text.charCodeAt(at);
  if (at > start && endsNoun.has(code, text.charCodeAt(at - 1))) return false;
  // The last character of a word such as 对手, 存在 is no verb; the first one mostly is.
  if (beginsNoun.has(code, text.charCodeAt(at + 1))) return false;
  return at === start || at - start >= 2 || PARTS_OF_NOUNS[text[at]!] === '';
}
