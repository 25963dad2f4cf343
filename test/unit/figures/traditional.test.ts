import assert from 'node:assert/strict';
import { simplify } from '../../../src/figures/traditional';
import { one, read } from './reading';

describe('traditional text', () => {
  it('is read by the words of simplified text, and quoted as printed', () => {
    const [homes, back] = read('停電戶數累計4萬6千戶，其中3萬8千戶已恢復供電。').figures;
    assert.deepEqual([homes?.quote, homes?.value, homes?.unit, homes?.metric], ['4萬6千戶', 46000, '戶', '停電戶數']);
    assert.deepEqual([back?.value, back?.unit], [38000, '戶']);
  });

  it('has modifiers, change and basis', () => {
    const figure = one('零售總額較去年同月下跌約2.3個百分點');
    assert.deepEqual([figure.modifier, figure.change, figure.basis], ['approx', 'down', 'yoy']);
    assert.equal(figure.unit, '個百分點');
  });

  it('has dates, times and rates', () => {
    assert.equal(one('颱風昨晚十一時登陸').iso, '23:00');
    assert.equal(one('民國十七年建成').iso, '1928');
    assert.equal(one('風速每秒33公尺').per, '秒');
  });

  it('has checks whose statement is as printed', () => {
    const { checks } = read('發現隱患1121處，已整改1101處，整改率98.2%。');
    assert.deepEqual(
      checks.map(({ statement }) => statement),
      ['1101處 / 1121處 = 98.2%'],
    );
  });

  it('keeps its length, and simplified text is left as it is', () => {
    assert.equal(simplify('三萬億個單位'), '三万亿个单位');
    const plain = '共42个单位';
    assert.equal(simplify(plain), plain);
    assert.equal(simplify('體'.repeat(10_000)).length, 10_000);
  });
});
