import { codesOf } from './marks';
import { Part, partOf } from './numeralChars';
import { makeReading, type Reading } from './reading';

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Characters that tie digits into one name: 1+3+7, 6·16, 0731-12345678, 5#, A3/A4. */
const TIES = '+＋·•・.-–—_/#＃:：&×xX*＊';
const opensBracket = codesOf('〔[［');
const isTie = codesOf(TIES);

export function identifier(start: number, end: number): Reading {
  return makeReading(start, end, 'identifier', null, '', 1, 'arabic');
}

/**
 * Where the name ends that the digits at `at` are part of, for what is a name by its shape alone: letters before the
 * digits (G9783, PM2.5), sums of digits (1+3+N), dates as names (9·21), numbers with leading zeros, years in square
 * brackets. Undefined where the digits may state a quantity.
 */
export function nameEnd(text: string, at: number, digitsEnd: number): number | undefined {
  return nameByLead(text, at, digitsEnd) ?? nameByTie(text, at, digitsEnd);
}

function nameByLead(text: string, at: number, digitsEnd: number): number | undefined {
  const before = text.charCodeAt(at - 1);
  if (before >= HAN) return undefined;
  const spaced = before === SPACE && isLetter(text.charCodeAt(at - 2)) && !isDigit(text.charCodeAt(digitsEnd));
  if (isLetter(before) || spaced) return currencyBefore(text, at) ? undefined : wordEnd(text, digitsEnd);
  const hyphened = (before === HYPHEN || before === WIDE_HYPHEN) && isLetter(text.charCodeAt(at - 2));
  if (hyphened || isPlus(before)) return wordEnd(text, digitsEnd);
  return opensBracket(before) ? numbered(text, at, digitsEnd) : undefined;
}

function nameByTie(text: string, at: number, digitsEnd: number): number | undefined {
  const tie = text.charCodeAt(digitsEnd);
  const next = text.charCodeAt(digitsEnd + 1);
  if (isPlus(tie) && (isDigit(next) || isLetter(next))) return wordEnd(text, digitsEnd);
  if ((isDot(tie) || isTimes(tie)) && isDigit(next)) return wordEnd(text, digitsEnd);
  if (isSharp(tie)) return digitsEnd + 1;
  const zero = text.charCodeAt(at) === ZERO && digitsEnd - at > 1 && isDigit(text.charCodeAt(at + 1));
  return zero && !'年月日时点分秒:：'.includes(text[digitsEnd] ?? ' ') ? wordEnd(text, digitsEnd) : undefined;
}

const HAN = 0x4e00;
const SPACE = 32;
const HYPHEN = 45;
const WIDE_HYPHEN = 0xff0d;
const ZERO = 48;
const isPlus = codesOf('+＋');
const isDot = codesOf('·•・');
const isTimes = codesOf('×xX*');
const isSharp = codesOf('#＃');

/** 〔2023〕5号: the brackets with the number behind them are one name. */
function numbered(text: string, at: number, digitsEnd: number): number {
  if (!'〕]］'.includes(text[digitsEnd] ?? ' ')) return digitsEnd;
  let end = digitsEnd + 1;
  if (text[end] === '第') end++;
  while (isDigit(text.charCodeAt(end))) end++;
  return text[end] === '号' ? end + 1 : Math.max(end, at);
}

function currencyBefore(text: string, at: number): boolean {
  const letters = text.slice(Math.max(0, at - 3), at);
  return letters === 'RMB' || letters === 'USD' || letters === 'CNY' || letters === 'EUR' || letters === 'HKD';
}

/** The end of the run of letters, digits and the signs that tie them. */
export function wordEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const code = text.charCodeAt(end);
    if (isLetter(code) || isDigit(code)) end++;
    else if (isTie(code)) {
      const next = text.charCodeAt(end + 1);
      if (!isLetter(next) && !isDigit(next)) break;
      end++;
    } else break;
  }
  return end;
}

/** A number without a unit in a place where it counts nothing; `end` is where its digits end. */
export function isLetterAt(text: string, at: number): boolean {
  return isLetter(text.charCodeAt(at));
}

export function isDigitAt(text: string, at: number): boolean {
  return partOf(text.charCodeAt(at)) === Part.Digit;
}
