import { Part, partOf, valueOf } from './numeralChars';
import { MAX_DIGITS, readPlain } from './plainNumber';
import { unitAt } from './units';

/** A number as it stands in a text. `end` is exclusive, in UTF-16 units of that text. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** In base units; for 数百 and 几十 the power of ten alone. */
  readonly value: number;
  /** Two neighbouring digits that leave the value open (五六趟, 二三十); the ends are in base units. */
  readonly hi: number | undefined;
  /** One unit of the last printed digit: 0.1 for 98.2, 100 for 65.27万. */
  readonly step: number;
  readonly script: 'arabic' | 'hanzi' | 'mixed';
  /** 余, 多 or 几 inside the number (500余万, 十几). */
  readonly more: boolean;
  /** 数 or 几 before a power of ten: the number of tens is not stated. */
  readonly vague: boolean;
  /** Begins with 百, 千 or 万 (近百, 千余): a number only where the words around it say so. */
  readonly bare: boolean;
  /** Hanzi digits without 十 or 百 between them (二〇一九): a year, a telephone number. */
  readonly positional: boolean;
  /** An Arabic run too long for a quantity. */
  readonly overlong: boolean;
}

const DOT = 46;
const COMMA = 44;
const WIDE_COMMA = 0xff0c;
/** Units whose first character is also a power of ten: after Arabic digits they are units (12千米), never factors. */
const UNITS_ON_A_POWER = '米克瓦伏卡赫帕焦字安牛吨';

/** Reads the longest number that starts at `at`; undefined where none does. Linear in what it reads. */
export function readNumeral(text: string, at: number): Numeral | undefined {
  const part = partOf(text.charCodeAt(at));
  if (part === Part.None) return undefined;
  return (part === Part.Digit ? readPlain(text, at) : undefined) ?? new NumeralReader(text, at).read();
}

/** The state of one left-to-right reading: `total` above the section of four digits, the section, the open digit. */
class NumeralReader {
  #at: number;
  #total = 0;
  #section = 0;
  #open: number | undefined;
  /** How far the upper end of 五六 or 二三十 lies above the lower one. */
  #spread = 0;
  /** Size of the last unit of ten in this section, and of the last 万/亿 anywhere. */
  #lastSmall = Infinity;
  #lastBig = Infinity;
  #lastUnit = 1;
  #step = 1;
  #arabic = false;
  #hanzi = false;
  #more = false;
  #zero = false;
  #bare = false;
  #positional = 0;
  #overlong = false;
  #decimal = false;

  readonly #text: string;
  readonly #start: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
    this.#at = start;
  }

  read(): Numeral | undefined {
    const text = this.#text;
    const first = text[this.#at];
    const vague =
      (first === '数' || first === '几' || first === '數' || first === '幾') && this.#readsPower(this.#at + 1);
    if (vague) {
      this.#at++;
      this.#open = 1;
      this.#hanzi = true;
    }
    while (this.#take());
    if (this.#at === this.#start + (vague ? 1 : 0)) return undefined;
    const value = this.#finish();
    return {
      start: this.#start,
      end: this.#at,
      value,
      hi: this.#spread > 0 ? round(value + this.#spread) : undefined,
      step: this.#step,
      script: this.#arabic ? (this.#hanzi ? 'mixed' : 'arabic') : 'hanzi',
      more: this.#more,
      vague,
      bare: this.#bare,
      positional: this.#positional > 1,
      overlong: this.#overlong,
    };
  }

  #readsPower(at: number): boolean {
    const part = partOf(this.#text.charCodeAt(at));
    return part === Part.Small || part === Part.Big;
  }

  /** Takes the next part; false where the number ends. */
  #take(): boolean {
    const code = this.#text.charCodeAt(this.#at);
    switch (partOf(code)) {
      case Part.Digit:
        return this.#takeArabic();
      case Part.Han:
        return this.#takeHan(valueOf(code));
      case Part.Zero:
        return this.#takeZero();
      case Part.Tens:
        return this.#takeTens(valueOf(code));
      case Part.Small:
        return this.#takeSmall(valueOf(code));
      case Part.Big:
        return this.#takeBig(valueOf(code));
      default:
        return this.#takeOther();
    }
  }

  #takeArabic(): boolean {
    if (this.#open !== undefined || this.#decimal || this.#more) return false;
    const text = this.#text;
    let at = this.#at;
    while (partOf(text.charCodeAt(at)) === Part.Digit) at++;
    let digits = text.slice(this.#at, Math.min(at, this.#at + MAX_DIGITS + 1));
    if (at - this.#at > MAX_DIGITS) this.#overlong = true;
    if (digits.length <= 3) {
      let grouped = '';
      while (grouped.length <= MAX_DIGITS && this.#isGroup(at)) {
        grouped += text.slice(at + 1, at + 4);
        at += 4;
      }
      digits += grouped;
    }
    let step = 1;
    if (text.charCodeAt(at) === DOT && partOf(text.charCodeAt(at + 1)) === Part.Digit) {
      const from = at + 1;
      at = from;
      while (partOf(text.charCodeAt(at)) === Part.Digit) at++;
      digits += '.' + text.slice(from, Math.min(at, from + MAX_DIGITS));
      step = 10 ** -Math.min(at - from, MAX_DIGITS);
      this.#decimal = true;
    }
    this.#open = Number(digits);
    this.#step = step;
    this.#arabic = true;
    // Behind a unit of ten only a number that fits below it continues the same number (3万4000, 1千零20).
    const aYear = at - this.#at === 4 && text[at] === '年';
    if (this.#hanzi && (this.#open >= this.#lastUnit || aYear)) {
      this.#open = undefined;
      this.#arabic = false;
      this.#decimal = false;
      return false;
    }
    this.#at = at;
    return true;
  }

  /** Three digits behind a comma, and not a fourth. */
  #isGroup(comma: number): boolean {
    const text = this.#text;
    return (
      (text.charCodeAt(comma) === COMMA || text.charCodeAt(comma) === WIDE_COMMA) &&
      partOf(text.charCodeAt(comma + 1)) === Part.Digit &&
      partOf(text.charCodeAt(comma + 2)) === Part.Digit &&
      partOf(text.charCodeAt(comma + 3)) === Part.Digit &&
      partOf(text.charCodeAt(comma + 4)) !== Part.Digit
    );
  }

  #takeHan(digit: number): boolean {
    if (this.#arabic && (this.#open !== undefined || this.#decimal)) return false;
    if (this.#decimal || this.#more) return false;
    const next = partOf(this.#text.charCodeAt(this.#at + 1));
    // 一两年 is one year or two.
    if (this.#open === 1 && this.#lastUnit === 1 && this.#positional === 1 && isLiang(this.#text, this.#at)) {
      if (unitAt(this.#text, this.#at + 1) === undefined) return false;
      this.#spread = 1;
      this.#at++;
      return true;
    }
    // 三两 is three liang, not 32, and 两万两 twenty thousand: inside a number 两 stands before 百 or 千 only.
    const inside = this.#open !== undefined || this.#lastUnit > 1;
    if (inside && next !== Part.Small && next !== Part.Big && '两兩俩倆'.includes(this.#text[this.#at] ?? ' '))
      return false;
    if (this.#open !== undefined) {
      if (this.#spread > 0) return false;
      if (
        this.#positional < 2 &&
        this.#open > 0 &&
        digit === this.#open + 1 &&
        next !== Part.Han &&
        next !== Part.Zero
      ) {
        this.#spread = 1;
        this.#at++;
        return true;
      }
      if (this.#positional === 0 || this.#positional >= MAX_DIGITS) return false;
      this.#open = this.#open * 10 + digit;
      this.#positional++;
    } else {
      this.#open = digit;
      this.#positional = this.#lastUnit === 1 ? 1 : 0;
    }
    this.#hanzi = true;
    this.#step = 1;
    this.#at++;
    return true;
  }

  #takeZero(): boolean {
    if (this.#more || this.#decimal || this.#spread > 0) return false;
    if (this.#open !== undefined) {
      if (this.#positional === 0 || this.#positional >= MAX_DIGITS) return false;
      this.#open *= 10;
      this.#positional++;
    } else if (this.#at === this.#start) {
      this.#open = 0;
      this.#positional = 1;
    } else {
      const next = partOf(this.#text.charCodeAt(this.#at + 1));
      const counts = next === Part.Han || next === Part.Digit || next === Part.Small || next === Part.Tens;
      if (!counts && !'几幾'.includes(this.#text[this.#at + 1] ?? ' ')) return false;
      this.#zero = true;
    }
    this.#hanzi = true;
    this.#at++;
    return true;
  }

  #takeTens(value: number): boolean {
    if (this.#open !== undefined || this.#more || this.#decimal || this.#lastSmall <= 10) return false;
    this.#section += value;
    this.#lastSmall = 10;
    this.#lastUnit = 10;
    this.#hanzi = true;
    this.#zero = false;
    this.#step = 1;
    this.#at++;
    return true;
  }

  #takeSmall(unit: number): boolean {
    if (this.#positional > 1 || unit >= this.#lastSmall || (this.#decimal && this.#hanzi)) return false;
    if (this.#more && this.#open === undefined) return false;
    const next = this.#text[this.#at + 1] ?? ' ';
    if (this.#arabic && unit === 1000 && this.#open !== undefined && UNITS_ON_A_POWER.includes(next)) return false;
    if (unit === 1000 && next === '瓦') return false;
    if (unit === 100 && next === '分' && this.#text[this.#at + 2] === '点') return false;
    if (this.#open === undefined) {
      const fresh = this.#at === this.#start || this.#zero || unit === 10;
      if (!fresh) return false;
      if (this.#at === this.#start && unit > 10) this.#bare = true;
    }
    this.#section += (this.#open ?? 1) * unit;
    this.#close(unit);
    this.#lastSmall = unit;
    return true;
  }

  #takeBig(unit: number): boolean {
    if (this.#positional > 1) return false;
    const next = this.#text[this.#at + 1] ?? ' ';
    if (unit === 1e12 && (UNITS_ON_A_POWER.includes(next) || this.#arabic)) return false;
    if (this.#at === this.#start) {
      if (unit !== 1e4) return false;
      this.#bare = true;
      this.#open = 1;
    }
    const section = this.#section + (this.#open ?? 0);
    if (unit >= this.#lastBig || this.#lastBig === Infinity) this.#total = (this.#total + section) * unit;
    else if (section > 0) this.#total += section * unit;
    else return false;
    this.#section = 0;
    this.#close(unit);
    this.#lastSmall = Infinity;
    this.#lastBig = unit;
    return true;
  }

  #close(unit: number): void {
    this.#step *= unit;
    this.#spread *= unit;
    this.#open = undefined;
    this.#lastUnit = unit;
    this.#positional = 0;
    this.#zero = false;
    this.#decimal = false;
    this.#hanzi = true;
    this.#at++;
  }

  /** 余 多 几 before a further 万 or at the end, and the decimals of a hanzi number. */
  #takeOther(): boolean {
    const text = this.#text;
    const char = text[this.#at];
    if (char === undefined || this.#at === this.#start || this.#spread > 0) return false;
    if (char === '点' || char === '點') return this.#takeHanDecimals();
    if (this.#more || this.#positional > 1) return false;
    const hasUnit = this.#lastUnit > 1 && this.#open === undefined;
    if ('余餘多'.includes(char) && (hasUnit || this.#arabic)) return this.#takeMore();
    if ('几幾'.includes(char) && hasUnit && this.#lastUnit <= 10) return this.#takeMore();
    if ('几幾'.includes(char) && this.#zero) return this.#takeMore();
    return false;
  }

  #takeMore(): boolean {
    this.#more = true;
    this.#at++;
    return true;
  }

  #takeHanDecimals(): boolean {
    if (this.#decimal || this.#more || this.#arabic || this.#bare) return false;
    const text = this.#text;
    let at = this.#at + 1;
    let digits = '';
    for (;;) {
      const code = text.charCodeAt(at);
      const part = partOf(code);
      if (part !== Part.Han && part !== Part.Zero) break;
      if (digits.length < MAX_DIGITS) digits += String(valueOf(code));
      at++;
    }
    // 六点五十 is a time of day.
    if (digits === '' || partOf(text.charCodeAt(at)) === Part.Small) return false;
    const whole = this.#finish();
    this.#total = 0;
    this.#section = 0;
    this.#zero = false;
    this.#open = Number(`${whole}.${digits}`);
    this.#step = 10 ** -digits.length;
    this.#lastUnit = 1;
    this.#lastSmall = Infinity;
    this.#lastBig = Infinity;
    this.#positional = 0;
    this.#decimal = true;
    this.#at = at;
    return true;
  }

  #finish(): number {
    let open = this.#open ?? 0;
    // 三万五 is 35000, 两千六 is 2600; not behind 零, and not after 十.
    if (this.#open !== undefined && this.#open > 0 && !this.#arabic && !this.#zero && this.#lastUnit >= 100) {
      open *= this.#lastUnit / 10;
      this.#step = this.#lastUnit / 10;
    }
    return round(this.#total + this.#section + open);
  }
}

function isLiang(text: string, at: number): boolean {
  return text[at] === '两' || text[at] === '兩';
}

/** Takes the noise of binary fractions off: 1.95 × 10⁸ is 195000000. */
export function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
