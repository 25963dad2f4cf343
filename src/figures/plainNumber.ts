import { codesOf } from './marks';
import { Part, partOf } from './numeralChars';
import type { Numeral } from './numerals';

/** More digits are no quantity; so many fit into a number exactly. */
export const MAX_DIGITS = 15;
const ZERO = 48;
const NINE = 57;
const DOT = 46;
const COMMA = 44;
const WIDE_COMMA = 0xff0c;
const isMore = codesOf('余餘多');
const POWERS = Array.from({ length: MAX_DIGITS + 1 }, (_, n) => 10 ** n);

/** Arabic digits with or without decimals and nothing else, which most numbers are; undefined where more belongs to it. */
export function readPlain(text: string, start: number): Numeral | undefined {
  let at = start;
  let digits = 0;
  let code = text.charCodeAt(at);
  for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) digits = digits * 10 + (code - ZERO);
  let decimals = 0;
  if (code === DOT) {
    const point = at;
    code = text.charCodeAt(++at);
    for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) digits = digits * 10 + (code - ZERO);
    decimals = at - point - 1;
    if (decimals === 0) code = text.charCodeAt((at = point));
  }
  const goesOn = code === COMMA || code === WIDE_COMMA || isMore(code) || partOf(code) !== Part.None;
  // Up to 15 digits the quotient of two whole numbers is rounded as the number with its point would be.
  if (goesOn || at - start > MAX_DIGITS) return undefined;
  return {
    start,
    end: at,
    value: decimals === 0 ? digits : digits / POWERS[decimals]!,
    hi: undefined,
    step: decimals === 0 ? 1 : 10 ** -decimals,
    script: 'arabic',
    more: false,
    vague: false,
    bare: false,
    positional: false,
    overlong: false,
  };
}
