import assert from 'node:assert/strict';
import { referencesOf, resolveDate } from '../../../src/figures/resolve';
import { one, quotes, read } from './reading';

describe('dates and times', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['2024年12月开班', '2024年12月', 'date', '2024-12'],
    ['9月24日报道', '9月24日', 'date', '--09-24'],
    ['今年1至8月', '1至8月', 'date', '--01/--08'],
    ['3月10日至18日', '3月10日至18日', 'date', '--03-10/--03-18'],
    ['2023年5月至2024年6月', '2023年5月至2024年6月', 'date', '2023-05/2024-06'],
    ['2020—2023年', '2020—2023年', 'date', '2020/2023'],
    ['10月底前', '10月', 'date', '--10'],
    ['记者1日获悉', '1日', 'date', '---01'],
    ['二〇一九年春', '二〇一九年', 'date', '2019'],
    ['发布于2024-12-05', '2024-12-05', 'date', '2024-12-05'],
    ['当晚21时42分', '21时42分', 'time', '21:42'],
    ['20:30开演', '20:30', 'time', '20:30'],
    ['傍晚6点半', '6点半', 'time', '18:30'],
    ['每周四19时至21时', '19时至21时', 'time', '19:00/21:00'],
  ];
  for (const [text, quote, kind, iso] of cases) {
    it(`reads ${quote} as ${iso}`, () => {
      const figure = one(text);
      assert.deepEqual([figure.quote, figure.kind, figure.value, figure.iso], [quote, kind, null, iso]);
    });
  }

  it('tells days that are counted from days of the month', () => {
    assert.equal(one('30日内补齐').kind, 'duration');
    assert.equal(one('近三年来').kind, 'duration');
  });

  it('reads scores and proportions as ratios without a value', () => {
    assert.deepEqual([one('以3:1获胜').kind, one('以3:1获胜').value], ['ratio', null]);
    assert.equal(one('师生比为1:15').kind, 'ratio');
  });

  it('finds no duration in the years of a list', () => {
    assert.deepEqual(quotes('2022年、2023年'), ['2022年', '2023年']);
    assert.ok(read('2022年、2023年').figures.every((figure) => figure.kind === 'date'));
  });
});

describe('partial dates', () => {
  const reference = { year: 2031, month: 7, day: 3 };

  it('take the month of the dateline for a day alone', () => {
    assert.deepEqual(resolveDate('---01', '者', reference), { iso: '2031-07-01', rule: 'dateline-month' });
    assert.deepEqual(resolveDate('---30', '者', reference), { iso: '2031-06-30', rule: 'dateline-month' });
  });

  it('take the year that the text says, else the nearest past', () => {
    assert.deepEqual(resolveDate('--09', '去年', reference), { iso: '2030-09', rule: 'last-year' });
    assert.deepEqual(resolveDate('--01/--06', '今年', reference), { iso: '2031-01/2031-06', rule: 'this-year' });
    assert.deepEqual(resolveDate('--11-20', '，', reference), { iso: '2030-11-20', rule: 'nearest-past' });
  });

  it('stay partial where the page states no year', () => {
    assert.equal(resolveDate('--09', '去年', { year: undefined, month: 7, day: 3 }), undefined);
  });

  it('are read against the dateline of their own article', () => {
    const byline = (articleId: string, date: string) => ({
      start: 0,
      end: 1,
      kind: 'dateline' as const,
      articleId,
      people: [],
      date,
    });
    const referenceOf = referencesOf([byline('a1', '7月3日'), byline('a2', '8月9日')], []);
    assert.deepEqual(referenceOf('a2'), { year: undefined, month: 8, day: 9 });
    assert.deepEqual(referenceOf('a7'), { year: undefined, month: 7, day: 3 });
  });
});
