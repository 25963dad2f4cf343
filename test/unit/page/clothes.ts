/** The same page in other clothes: what PDF readers, editors and systems make of it. */
export interface Clothes {
  readonly name: string;
  readonly wear: (text: string) => string;
  /** Lines that are not blank and stand before the page's own. */
  readonly added: number;
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
/** Blanks between Chinese characters and digits: set by the typesetter, unlike those between names and phrases. */
const BESIDE_DIGITS =
  /(?<=[\p{Script=Han}，。；：、“”（）])[ \u3000]+(?=\d)|(?<=[\d%])[ \u3000]+(?=[\p{Script=Han}，。；：、“”（）])/gu;

export const clothes: readonly Clothes[] = [
  { name: 'CRLF', wear: (text) => text.replaceAll('\n', '\r\n'), added: 0 },
  { name: 'byte-order mark', wear: (text) => `\ufeff${text}`, added: 0 },
  {
    name: 'full-width digits',
    wear: (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    added: 0,
  },
  { name: 'no blank lines', wear: (text) => lines(text).join('\n'), added: 0 },
  { name: 'blank lines between all lines', wear: (text) => lines(text).join('\n\n'), added: 0 },
  { name: 'no blanks beside digits', wear: (text) => text.replace(BESIDE_DIGITS, ''), added: 0 },
  { name: 'ideographic blanks', wear: (text) => text.replace(/ /g, '\u3000'), added: 0 },
  {
    name: 'page head and foot',
    wear: (text) =>
      `B07\n\n经济·民生\n\n2023年11月8日 星期三\n\n${text.trimEnd()}\n\n责任编辑 田有方 版式编辑 易水寒\n`,
    added: 3,
  },
];
