import { readNumeral, round } from './numerals';

/**
 * The value of a text that is a number and nothing else: Arabic, hanzi, mixed, financial and traditional forms, a sign,
 * fractions (三分之二, 一又二分之一, 百分之五), sums of money in words (玖仟陆佰元壹角捌分). Blanks are ignored.
 * Undefined where the text is no number. 百分之五 is 0.05.
 */
export function decodeNumber(text: string): number | undefined {
  const compact = text.replace(/\s/g, '');
  const signed = /^[-−－负負]/.test(compact);
  const value = decodeUnsigned(signed ? compact.slice(1) : compact);
  return value === undefined ? undefined : signed ? -value : value;
}

function decodeUnsigned(text: string): number | undefined {
  if (text === '一半' || text === '半') return 0.5;
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

function decodeWhole(text: string): number | undefined {
  const numeral = readNumeral(text, 0);
  return numeral?.end === text.length && !numeral.overlong && !numeral.vague ? numeral.value : undefined;
}
