import { readNumeral, round } from './numerals';

/**
 * The value of a text that is a number and nothing else: Arabic, hanzi, mixed, financial and traditional forms, full-width
 * digits, a sign, fractions (三分之二, 一又二分之一, 百分之五), halves, sums of money in words (玖仟陆佰元壹角捌分), the
 * classifiers 个, 对 and 双, and dozens (两打). Blanks are ignored. Undefined where the text is no number. 百分之五 is 0.05.
 */
export function decodeNumber(text: string): number | undefined {
  if (/[,，]\s/.test(text)) return undefined;
  const mixed = MIXED.exec(narrow(text));
  if (mixed) return round(Number(mixed[1]) + Number(mixed[2]) / Number(mixed[3]));
  const compact = narrow(text.replace(/\s/g, '')).replace(/[个個对對双雙]$/, '');
  const signed = /^[-−负負]/.test(compact);
  const value = decodeUnsigned(signed ? compact.slice(1) : compact);
  return value === undefined ? undefined : signed ? -value : value;
}

/** Full-width digits, letters and signs as ASCII. */
function narrow(text: string): string {
  return text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** 1 3/5 */
const MIXED = /^\s*(\d{1,15})\s+(\d{1,15})\/(\d{1,15})\s*$/;
const SCIENTIFIC = /^\d{1,15}(\.\d{1,15})?[eE][-+]?\d{1,3}$/;
const LETTERS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, b: 1e9, t: 1e12 };

function decodeUnsigned(text: string): number | undefined {
  if (/^[一1]?半半?$/.test(text)) return 0.5;
  if (SCIENTIFIC.test(text)) return Number(text);
  if (/^[万萬亿億]*$/.test(text)) return undefined;
  const last = text.at(-1) ?? '';
  const factor = last === '打' ? 12 : LETTERS[last.toLowerCase()];
  if (factor !== undefined) {
    const count = decodeWhole(text.slice(0, -1));
    return count === undefined ? undefined : round(count * factor);
  }
  const mixed = text.indexOf('又');
  if (mixed > 0) {
    const whole = decodeWhole(text.slice(0, mixed));
    const rest = decodeFraction(text.slice(mixed + 1));
    return whole === undefined || rest === undefined ? undefined : round(whole + rest);
  }
  return decodeFraction(text) ?? decodeMoney(text) ?? decodeWhole(text);
}

function decodeFraction(text: string): number | undefined {
  const at = text.indexOf('分之');
  if (at <= 0) return undefined;
  const below = decodeWhole(text.slice(0, at));
  const above = decodeWhole(text.slice(at + 2));
  return below === undefined || above === undefined || below === 0 ? undefined : round(above / below);
}

/** 元 with 角 and 分 behind it; 整 and 正 close a sum in words. */
function decodeMoney(text: string): number | undefined {
  const parts = /^([^元圆圓块塊角分整正]+)[元圆圓块塊](?:([^角分整正]+)角)?(?:([^分整正]+)分)?[整正]?$/.exec(text);
  if (!parts) return undefined;
  const values = [parts[1], parts[2], parts[3]].map((part) => (part === undefined ? 0 : decodeWhole(part)));
  const [yuan, jiao, fen] = values;
  return yuan === undefined || jiao === undefined || fen === undefined
    ? undefined
    : round(yuan + jiao / 10 + fen / 100);
}

const SIMPLE_FRACTION = /^(\d{1,15})\/(\d{1,15})$/;
/** 零点77, .77: digits behind a point that the numeral reader does not take. */
const LOOSE_DECIMALS = /^(.{0,12}?)[.点點](\d{1,15})$/;

function decodeWhole(text: string): number | undefined {
  const numeral = readNumeral(text, 0);
  if (numeral?.end === text.length) return numeral.overlong || numeral.vague ? undefined : numeral.value;
  const fraction = SIMPLE_FRACTION.exec(text);
  if (fraction) return round(Number(fraction[1]) / Number(fraction[2]));
  const loose = LOOSE_DECIMALS.exec(text);
  if (!loose || (loose[1] === '' && !text.startsWith('.'))) return undefined;
  const whole = loose[1] === '' ? 0 : decodeWhole(loose[1]!);
  return whole === undefined || !Number.isInteger(whole) ? undefined : Number(`${whole}.${loose[2]!}`);
}
