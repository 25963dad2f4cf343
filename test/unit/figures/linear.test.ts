import assert from 'node:assert/strict';
import { readFigures } from '../../../src/figures/readFigures';
import { flowOf } from '../../../src/page/flow';
import { seeded } from '../random';

const MILLION = 1_000_000;
/** Enough for a quadratic reader to need minutes. */
const LENGTH = 50_000;

function figuresIn(text: string, role: 'body' | 'headline' = 'body'): number {
  const span = { start: 0, end: text.length };
  const flow = flowOf(text, [span]);
  const paragraphs = [{ ...span, role, articleId: 'a1', flow }];
  return readFigures({ articles: [], unassigned: [], bylines: [], paragraphs }).figures.length;
}

function randomText(alphabet: string, seed: number, length = LENGTH): string {
  const random = seeded(seed);
  let text = '';
  for (let n = 0; n < length; n++) text += alphabet[random.int(0, alphabet.length - 1)]!;
  return text;
}

describe('a million characters in one paragraph', function () {
  // Far above what a linear reader needs, far below what a quadratic one would.
  this.timeout(10_000);

  for (const [name, unit] of [
    ['one digit', '7'],
    ['one hanzi digit', '七'],
    ['十', '十'],
    ['opening quotation marks', '“'],
    ['brackets', '（'],
  ] as const) {
    it(`${name} end in time`, () => assert.ok(figuresIn(unit.repeat(MILLION)) >= 0));
  }
});

describe('fifty thousand characters in one paragraph', function () {
  this.timeout(10_000);

  for (const [name, unit] of [
    ['万', '万'],
    ['digits and commas', '1,'],
    ['digits and points', '1.'],
    ['ranges', '1至'],
    ['figures', '3个'],
    ['figures and quotation marks', '“3个'],
    ['shares', '3个，占5%'],
    ['rates', '每户3元'],
  ] as const) {
    it(`${name} end in time`, () => assert.ok(figuresIn(unit.repeat(LENGTH / unit.length)) >= 0));
  }

  for (const [name, alphabet] of [
    ['digits', '0123456789.,%-:/'],
    ['hanzi numerals', '一二三四五六七八九十百千万亿零两半几数多余点第分之'],
    ['both with units', '0123456789一二三十百万年月日个元成率，。、“”（）至到的占比增长其中每'],
  ] as const) {
    it(`random ${name} end in time`, () => assert.ok(figuresIn(randomText(alphabet, 20_31)) >= 0));
  }

  it('doubled titles end in time', () => assert.ok(figuresIn('12家'.repeat(LENGTH / 3), 'headline') >= 0));
});

describe('figures of random text', () => {
  it('lie inside the text, in order and apart', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const text = randomText('0123456789一二三十百万亿点年月日时分个元吨户%，。至的第半余多近约“”0.5', seed, 400);
      const span = { start: 0, end: text.length };
      const { figures, checks } = readFigures({
        articles: [],
        unassigned: [],
        bylines: [],
        paragraphs: [{ ...span, role: 'body', articleId: null, flow: flowOf(text, [span]) }],
      });
      let end = 0;
      for (const figure of figures) {
        assert.ok(figure.start >= end && figure.end > figure.start && figure.end <= text.length, `seed ${seed}`);
        assert.ok(figure.lo === undefined || figure.hi! > figure.lo, `seed ${seed}`);
        end = figure.end;
      }
      for (const check of checks)
        assert.ok(
          check.figures.every((index) => index < figures.length),
          `seed ${seed}`,
        );
    }
  });
});
