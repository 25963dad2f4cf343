import { Part, partOf } from './numeralChars';
import type { Reading } from './reading';

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Characters that tie digits into one name: 1+3+7, 6·16, 0731-12345678, 5#, A3/A4. */
const TIES = '+＋·•・.-–—_/#＃:：&×xX*＊';
const BRACKETS = '〔[［';

export function identifier(start: number, end: number): Reading {
  return { start, end, kind: 'identifier', value: null, unit: '', modifier: null, step: 1, script: 'arabic' };
}

/**
 * Where the name ends that the digits at `at` are part of, for what is a name by its shape alone: letters before the
 * digits (G9783, PM2.5), sums of digits (1+3+N), dates as names (9·21), numbers with leading zeros, years in square
 * brackets. Undefined where the digits may state a quantity.
 */
export function nameEnd(text: string, at: number, digitsEnd: number): number | undefined {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(digitsEnd);
  if (isLetter(before) || (before === 32 && isLetter(text.charCodeAt(at - 2)) && !isDigit(after))) {
    return currencyBefore(text, at) ? undefined : wordEnd(text, digitsEnd);
  }
  if ((text[at - 1] === '-' || text[at - 1] === '－') && isLetter(text.charCodeAt(at - 2)))
    return wordEnd(text, digitsEnd);
  if (BRACKETS.includes(text[at - 1] ?? ' ')) return numbered(text, at, digitsEnd);
  const tie = text[digitsEnd];
  if (tie === undefined) return undefined;
  if ('+＋'.includes(tie) && (isDigit(text.charCodeAt(digitsEnd + 1)) || isLetter(text.charCodeAt(digitsEnd + 1)))) {
    return wordEnd(text, digitsEnd);
  }
  if ('+＋'.includes(text[at - 1] ?? ' ')) return wordEnd(text, digitsEnd);
  if ('·•・'.includes(tie) && isDigit(text.charCodeAt(digitsEnd + 1))) return wordEnd(text, digitsEnd);
  if ('#＃'.includes(tie)) return digitsEnd + 1;
  if ('×xX*'.includes(tie) && isDigit(text.charCodeAt(digitsEnd + 1))) return wordEnd(text, digitsEnd);
  const zero = text[at] === '0' && digitsEnd - at > 1 && isDigit(text.charCodeAt(at + 1));
  if (zero && !'年月日时点分:：'.includes(tie)) return wordEnd(text, digitsEnd);
  return undefined;
}

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
    else if (TIES.includes(text[end] ?? ' ') && text[end] !== undefined) {
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
