import { makeAnnotation } from '../../../src/annotations/edits';
import type { Annotation, Sidecar } from '../../../src/annotations/model';
import type { TextChange } from '../../../src/annotations/shift';
import { newSidecar } from '../../../src/annotations/sidecar';
import { readPageText } from '../../../src/page/text';
import type { Random } from '../random';

/** A valid annotation of a span of a text; a test overrides what it is about. */
export function annotationOf(text: string, start: number, end: number, more: Partial<Annotation> = {}): Annotation {
  const { id = `id${start}-${end}`, layer = 'entity', label = 'ORG', state = 'added', ...rest } = more;
  const time = '2031-05-06T07:08:09.000Z';
  return { ...makeAnnotation(readPageText(text), { id, layer, label, state, time, start, end }), ...rest };
}

/** An annotation of the nth place of a quote in a text. */
export function annotationAt(text: string, quote: string, nth = 0, more: Partial<Annotation> = {}): Annotation {
  let at = text.indexOf(quote);
  for (let i = 0; i < nth; i++) at = text.indexOf(quote, at + 1);
  if (at < 0) throw new Error(`no ${quote}`);
  return annotationOf(text, at, at + quote.length, more);
}

export function sidecarOf(text: string, annotations: readonly Annotation[]): Sidecar {
  return { ...newSidecar(readPageText(text), 'page.txt', 'utf8'), annotations };
}

const COUNTIES = ['白石县', '清河县', '云岭区', '望江市', '青溪镇', '𠮷水县'];
const BUREAUS = ['水利局', '农业农村局', '统计局', '住房和城乡建设局', '应急管理局'];
const METRICS = ['第一产业增加值', '粮食播种面积', '水库蓄水量', '固定资产投资', '社会消费品零售总额'];
const UNITS = ['亿元', '万亩', '亿立方米', '万人', '公里'];

/** A sentence of a page of statistics: hundreds of them differ in a name or a number only. */
export function lookAlike(random: Random): string {
  const number = `${random.int(0, 39)}.${random.int(0, 9)}`;
  const county = random.pick(COUNTIES);
  switch (random.int(0, 3)) {
    case 0:
      return `据${county}${random.pick(BUREAUS)}通报，${random.pick(METRICS)}${number}${random.pick(UNITS)}，同比增长${random.int(0, 8)}.${random.int(0, 9)}%。`;
    case 1:
      return `${county}${random.pick(METRICS)}达到${number}${random.pick(UNITS)}，比上年同期增长${random.int(0, 8)}.${random.int(0, 9)}个百分点。`;
    case 2:
      return `其中，${county}${random.pick(METRICS)}${number}${random.pick(UNITS)}，${county}${random.pick(BUREAUS)}负责人介绍了情况。\n`;
    default:
      return `记者从${county}${random.pick(BUREAUS)}\n获悉，全年${random.pick(METRICS)}${number}${random.pick(UNITS)}。\n\n`;
  }
}

/** Text whose every character knows where it came from: the naive model that offsets are compared with. */
export class TrackedText {
  #text = '';
  /** One number a character, in the order of the text. */
  readonly #ids: number[] = [];
  #next = 0;

  constructor(text: string) {
    this.apply({ offset: 0, length: 0, text });
  }

  get text(): string {
    return this.#text;
  }

  /** Who stands in a span now. */
  ids(start: number, end: number): readonly number[] {
    return this.#ids.slice(start, end);
  }

  /** What a replacement leaves as it was – common to both texts at either end – stays who it is. */
  apply(change: TextChange): void {
    const { offset, length, text } = trimmed(this.#text, change);
    this.#text = this.#text.slice(0, offset) + text + this.#text.slice(offset + length);
    this.#ids.splice(offset, length, ...text.split('').map(() => this.#next++));
  }

  /** Where every character stands now. */
  places(): ReadonlyMap<number, number> {
    return new Map(this.#ids.map((id, index) => [id, index]));
  }
}

/** A change such as a person or a program makes: typing, pasting, joining lines, deleting sentences and more. */
export function randomChange(text: string, random: Random): TextChange {
  const offset = whole(text, random.int(0, text.length));
  const until = (length: number): number => whole(text, Math.min(text.length, offset + length)) - offset;
  const sentence = (): { offset: number; length: number } => {
    const start = text.lastIndexOf('。', Math.max(0, offset - 1)) + 1;
    const end = text.indexOf('。', start);
    return { offset: start, length: (end < 0 ? text.length : end + 1) - start };
  };
  switch (random.int(0, 8)) {
    case 0:
      return { offset, length: 0, text: '字' };
    case 1:
      return { offset, length: until(1), text: '' };
    case 2:
      return { offset, length: until(random.int(1, 12)), text: '' };
    case 3:
      return { offset, length: until(random.int(0, 3)), text: `${random.int(0, 99)}又` };
    case 4: {
      const { offset: start } = sentence();
      return { offset: start, length: 0, text: lookAlike(random) };
    }
    case 5: {
      const lineEnd = text.indexOf('\n', offset);
      return lineEnd < 0 ? { offset, length: 0, text: '\n' } : { offset: lineEnd, length: 1, text: '' };
    }
    case 6:
      return { ...sentence(), text: lookAlike(random) };
    case 7: {
      const digit = /\d/g;
      digit.lastIndex = offset;
      const at = digit.exec(text)?.index;
      if (at === undefined) return { offset, length: 0, text: '\n' };
      return { offset: at, length: 1, text: String((Number(text[at]) + random.int(1, 9)) % 10) };
    }
    default:
      return { ...sentence(), text: '' };
  }
}

/** An offset that does not cut a surrogate pair. */
function whole(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}

function trimmed(text: string, change: TextChange): TextChange {
  const end = change.offset + change.length;
  let head = 0;
  while (head < Math.min(change.length, change.text.length) && text[change.offset + head] === change.text[head]) head++;
  let tail = 0;
  const rest = Math.min(change.length, change.text.length) - head;
  while (tail < rest && text[end - 1 - tail] === change.text.at(-1 - tail)) tail++;
  return {
    offset: change.offset + head,
    length: change.length - head - tail,
    text: change.text.slice(head, change.text.length - tail),
  };
}
