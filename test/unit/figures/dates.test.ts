import assert from 'node:assert/strict';
import { pageDateOf } from '../../../src/figures/pageDate';
import { readFigures } from '../../../src/figures/readFigures';
import { referencesOf, type Reference } from '../../../src/figures/resolve';
import { bodyOf, one, quotes, read } from './reading';

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
    ['光绪二十六年建馆', '二十六年', 'date', '1900'],
    ['民国17年秋', '17年', 'date', '1928'],
    ['公元前221年', '221年', 'date', '-0220'],
    ['公元618年', '618年', 'date', '0618'],
    ['进入21世纪', '21世纪', 'date', '20XX'],
    ['建于十九世纪', '十九世纪', 'date', '18XX'],
    ['上世纪80年代', '80年代', 'date', '198X'],
    ['本世纪20年代', '20年代', 'date', '202X'],
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

  it('reads proportions of more than two members, and scores that look like times', () => {
    assert.deepEqual(quotes('结构为10.1∶42.1∶47.8'), ['10.1∶42.1∶47.8']);
    assert.equal(one('首局21:15战胜对手').kind, 'ratio');
  });

  it('finds no duration in the years of a list', () => {
    assert.deepEqual(quotes('2022年、2023年'), ['2022年', '2023年']);
    assert.ok(read('2022年、2023年').figures.every((figure) => figure.kind === 'date'));
  });
});

describe('partial dates', () => {
  const reference = { year: 2031, month: 7, day: 3 };

  /** The date in 「」 of a text, resolved against a day. */
  function resolved(text: string, day: Reference = reference): string {
    const [before = '', quote = '', behind = ''] = text.split(/[「」]/);
    const { figures } = readFigures(bodyOf(before + quote + behind), day);
    const figure = figures.find(({ start }) => start === before.length);
    return figure?.resolved ? `${figure.resolved.iso} ${figure.resolved.rule}` : 'none';
  }

  it('take the month of the dateline for a day alone', () => {
    assert.equal(resolved('记者「1日」获悉'), '2031-07-01 dateline-month');
    assert.equal(resolved('记者「30日」获悉'), '2031-06-30 dateline-month');
    assert.equal(resolved('记者「30日」获悉', { year: 2032, month: 1, day: 2 }), '2031-12-30 dateline-month');
    assert.equal(resolved('集市定于「5日」开张', { year: 2031, month: 12, day: 28 }), '2032-01-05 dateline-month');
  });

  it('take the year that the text says, else the nearest past', () => {
    assert.equal(resolved('去年「9月」开班'), '2030-09 last-year');
    assert.equal(resolved('今年「1至6月」'), '2031-01/2031-06 this-year');
    assert.equal(resolved('新馆「11月20日」落成'), '2030-11-20 nearest-past');
    assert.equal(resolved('渡口「12月28日」停航', { year: 2032, month: 1, day: 5 }), '2031-12-28 nearest-past');
  });

  it('take the year ahead for what is planned', () => {
    assert.equal(resolved('大桥将于「12月」通车'), '2031-12 nearest-future');
    assert.equal(resolved('工程「10月」底前完工'), '2031-10 nearest-future');
    assert.equal(resolved('新线定于「1月5日」开通', { year: 2031, month: 12, day: 20 }), '2032-01-05 nearest-future');
    assert.equal(resolved('禁渔期为「11月1日至2月28日」'), '2030-11-01/2031-02-28 nearest-past');
  });

  it('take the year and the month of the date before them in the sentence', () => {
    assert.equal(resolved('水闸2019年5月开工，「11月」完工'), '2019-11 same-year');
    assert.equal(resolved('水闸2019年5月开工，同年「11月」完工'), '2019-11 same-year');
    assert.equal(resolved('水闸2019年5月开工，次年「3月」完工'), '2020-03 year-after');
    assert.equal(resolved('水闸2019年11月开工，「3月」完工'), 'none');
    assert.equal(resolved('展览3月10日开幕，「15日」闭幕'), '2031-03-15 same-month');
    assert.equal(resolved('水闸2019年5月开工，11月完工，「15日」放水'), '2019-11-15 same-month');
    assert.equal(resolved('2019年以来，「6月」最忙'), '2031-06 nearest-past');
  });

  it('stay partial where the page states no year', () => {
    assert.equal(resolved('去年「9月」开班', { year: undefined, month: 7, day: 3 }), 'none');
  });

  it('take the day that the head of the page prints', () => {
    const head = '岭东早报\n2031年7月3日 星期四\n1956年4月1日创刊';
    assert.deepEqual(pageDateOf(head, [{ start: 0, end: head.length, role: 'furniture' }]), reference);
    assert.equal(pageDateOf(head, [{ start: 0, end: head.length, role: 'body' }]), undefined);
    const apart = '7月3日 星期四\n2031年';
    assert.deepEqual(pageDateOf(apart, [{ start: 0, end: apart.length, role: 'furniture' }]), reference);
  });

  it('take the year of the page for a dateline, which is no later than the page', () => {
    const byline = { start: 0, end: 1, kind: 'dateline' as const, articleId: 'a1', people: [], date: '12月31日' };
    const referenceOf = referencesOf([byline], [], { year: 2032, month: 1, day: 1 });
    assert.deepEqual(referenceOf('a1'), { year: 2031, month: 12, day: 31 });
    assert.deepEqual(referenceOf('a2'), { year: 2032, month: 1, day: 1 });
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
