/** What a character can be in a numeral. One table look-up a character keeps the pass over a page cheap. */
export const Part = {
  None: 0,
  /** 0-9 */
  Digit: 1,
  /** 一 二 … 九 两, financial and traditional forms */
  Han: 2,
  /** 零 〇 */
  Zero: 3,
  /** 十 百 千 and their financial forms */
  Small: 4,
  /** 万 亿 兆 */
  Big: 5,
  /** 廿 卅 卌: a digit and its 十 in one character */
  Tens: 6,
  /** Characters that open a figure without being a numeral: 第 数 几 半 */
  Opener: 7,
} as const;

const parts = new Uint8Array(0x10000);
const values = new Float64Array(0x10000);

function enter(part: number, words: string): void {
  for (const entry of words.split(' ')) {
    const value = Number(entry.slice(1));
    parts[entry.charCodeAt(0)] = part;
    values[entry.charCodeAt(0)] = value;
  }
}

enter(Part.Digit, '00 11 22 33 44 55 66 77 88 99');
enter(Part.Han, '一1 二2 两2 三3 四4 五5 六6 七7 八8 九9 兩2 俩2 倆2');
enter(Part.Han, '壹1 贰2 叁3 肆4 伍5 陆6 柒7 捌8 玖9 貳2 參3 叄3 陸6 幺1 弍2');
enter(Part.Zero, '零0 〇0');
enter(Part.Small, '十10 百100 千1000 拾10 佰100 仟1000');
enter(Part.Big, '万1e4 亿1e8 兆1e12 萬1e4 億1e8');
enter(Part.Tens, '廿20 卅30 卌40');
enter(Part.Opener, '第0 数0 几0 半0 數0 幾0');

/** The first place at or behind `at` where a numeral or a word of number may begin; the text's length where none does. */
export function nextPart(text: string, at: number): number {
  const { length } = text;
  while (at < length && parts[text.charCodeAt(at)] === 0) at++;
  return at;
}

/** The part a UTF-16 unit plays; `Part.None` for NaN (behind the end of a text), which `&` makes a 0. */
export function partOf(code: number): number {
  return parts[code & 0xffff]!;
}

/** The value of a digit or of a unit of ten; 0 where there is none. */
export function valueOf(code: number): number {
  return values[code & 0xffff]!;
}
