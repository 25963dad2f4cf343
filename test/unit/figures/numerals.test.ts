import assert from 'node:assert/strict';
import { decodeNumber } from '../../../src/figures/decodeNumber';
import { readNumeral } from '../../../src/figures/numerals';

describe('reading a number that is a whole text', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['1,234,567.8', 1234567.8],
    ['５．６万', 56000],
    ['65.27万', 652700],
    ['1.95亿', 195000000],
    ['2万亿', 2e12],
    ['3千万', 3e7],
    ['两百零三', 203],
    ['三点五', 3.5],
    ['廿二', 22],
    ['一千零一万一千零一', 10011001],
    ['三万五', 35000],
    ['两千四百五', 2450],
    ['四亿五千六百四十二万零一十五', 456420015],
    ['5亿1万4千6百', 500014600],
    ['壹拾贰万叁仟肆佰', 123400],
    ['參萬肆仟伍佰零柒', 34507],
    ['二〇二五', 2025],
    ['负三十二', -32],
    ['玖仟陆佰陆拾伍圆壹角捌分', 9665.18],
    ['壹仟玖佰圆整', 1900],
    ['一又二分之一', 1.5],
    ['百分之三十五', 0.35],
    ['一半', 0.5],
    ['两打', 24],
    ['2.5e-1', 0.25],
    ['1 3/4', 1.75],
  ];
  for (const [text, value] of cases) it(`reads ${text} as ${value}`, () => assert.equal(decodeNumber(text), value));

  for (const text of ['', '元整', '点一', '零点', '10..1万', '零点零大', '万', '十一十二', '三个人', '数百']) {
    it(`finds no single number in ${JSON.stringify(text)}`, () => assert.equal(decodeNumber(text), undefined));
  }
});

describe('reading a number in a text', () => {
  it('keeps the precision of the last printed digit, multiplied', () => {
    assert.equal(readNumeral('98.20%', 0)!.step, 0.01);
    assert.equal(readNumeral('65.27万户', 0)!.step, 100);
    assert.equal(readNumeral('三千万', 0)!.step, 1e7);
  });

  it('takes 余 and 几 inside the number and goes on', () => {
    const numeral = readNumeral('500余万元', 0)!;
    assert.deepEqual([numeral.end, numeral.value, numeral.more], [5, 5000000, true]);
    assert.equal(readNumeral('十几张', 0)!.value, 10);
  });

  it('leaves 千 to units that begin with it', () => {
    assert.deepEqual([readNumeral('12千米', 0)!.value, readNumeral('12千米', 0)!.end], [12, 2]);
    assert.equal(readNumeral('5.37亿千瓦时', 0)!.value, 537000000);
    assert.equal(readNumeral('三千米', 0)!.value, 3000);
  });

  it('reads two neighbouring digits as an open number', () => {
    const numeral = readNumeral('二三十人', 0)!;
    assert.deepEqual([numeral.value, numeral.hi], [20, 30]);
  });

  it('says when a run of digits is too long for a quantity', () => {
    assert.equal(readNumeral('20210721132136358', 0)!.overlong, true);
  });
});
