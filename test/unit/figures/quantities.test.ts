import assert from 'node:assert/strict';
import { one, quotes, read } from './reading';

describe('quantities', () => {
  const cases: readonly (readonly [string, string, string, number, string])[] = [
    ['完成入户走访65.27万户。', '65.27万户', 'count', 652700, '户'],
    ['修桥6座', '6座', 'count', 6, '座'],
    ['发电5.37亿千瓦时', '5.37亿千瓦时', 'power', 537000000, '千瓦时'],
    ['铺管网486.5公里', '486.5公里', 'length', 486.5, '公里'],
    ['种稻1240平方公里', '1240平方公里', 'area', 1240, '平方公里'],
    ['产粮9.36万吨', '9.36万吨', 'mass', 93600, '吨'],
    ['蓄水3.2亿立方米', '3.2亿立方米', 'volume', 320000000, '立方米'],
    ['资金1.95亿元', '1.95亿元', 'money', 195000000, '元'],
    ['欠下三万五千块工钱', '三万五千块', 'money', 35000, '块'],
    ['提高23.5个百分点', '23.5个百分点', 'percent', 23.5, '个百分点'],
    ['占百分之三十五', '百分之三十五', 'percent', 35, '%'],
    ['占三成', '三成', 'percent', 30, '%'],
    ['打八五折出售', '八五折', 'percent', 85, '%'],
    ['三分之二的农户', '三分之二', 'ratio', 0.666666666666667, ''],
    ['是上届的3.6倍', '3.6倍', 'ratio', 3.6, '倍'],
    ['历时3个小时', '3个小时', 'duration', 3, '个小时'],
    ['耗时一个半小时', '一个半小时', 'duration', 1.5, '个小时'],
    ['不超过半天', '半天', 'duration', 0.5, '天'],
    ['一吨半砂石', '一吨半', 'mass', 1.5, '吨'],
    ['五元三毛', '五元三毛', 'money', 5.3, '元'],
    ['最低零下5℃', '零下5℃', 'temperature', -5, '℃'],
    ['67岁的村民', '67岁', 'age', 67, '岁'],
    ['列第17位', '第17位', 'ordinal', 17, '位'],
    ['刮起11级大风', '11级', 'level', 11, '级'],
    ['提出5点建议', '5点', 'count', 5, '点'],
    ['市县两级联动', '两级', 'count', 2, '级'],
    ['综合指数报3268.11点', '3268.11点', 'other', 3268.11, '点'],
    ['指数下跌12点', '12点', 'other', 12, '点'],
    ['利率下降36个基点', '36个基点', 'other', 36, '个基点'],
    ['以57秒38夺冠', '57秒38', 'duration', 57.38, '秒'],
    ['抢到12篮板', '12篮板', 'count', 12, '篮板'],
    ['存有清代碑刻12通', '12通', 'count', 12, '通'],
    ['二等奖143注', '143注', 'count', 143, '注'],
    ['另有匾额七块。', '七块', 'count', 7, '块'],
    ['一斤卖到七块。', '七块', 'money', 7, '块'],
  ];
  for (const [text, quote, kind, value, unit] of cases) {
    it(`reads ${quote} in ${text}`, () => {
      const figure = one(text);
      assert.deepEqual([figure.quote, figure.kind, figure.value, figure.unit], [quote, kind, value, unit]);
    });
  }

  it('takes 负 for a sign where a value may stand, and not in 减负', () => {
    assert.equal(one('气温为负5℃').value, -5);
    assert.equal(one('户均减负2860元').value, 2860);
  });

  it('reads an amount and the new level behind it as two figures', () => {
    assert.deepEqual(quotes('每升上调0.12元至8.07元'), ['0.12元', '8.07元']);
    assert.deepEqual(quotes('增长3%至5%'), ['3%至5%']);
  });

  it('reads games won, drawn and lost', () => {
    assert.deepEqual(quotes('山鹰队12胜4平2负积40分'), ['12胜', '4平', '2负', '40分']);
  });

  it('reads a range as one figure with two ends', () => {
    const ends = (text: string): unknown[] => [one(text).quote, one(text).value, one(text).lo, one(text).hi];
    assert.deepEqual(ends('售价2万至10万元'), ['2万至10万元', null, 20000, 100000]);
    assert.deepEqual(ends('售价2至10万元'), ['2至10万元', null, 20000, 100000]);
    assert.deepEqual(ends('抽成3%至5%'), ['3%至5%', null, 3, 5]);
    assert.deepEqual(ends('金额从3000元到5万元不等'), ['3000元到5万元', null, 3000, 50000]);
    assert.deepEqual(ends('再等一两年'), ['一两年', null, 1, 2]);
    assert.deepEqual(ends('来了七八个孩子'), ['七八个', null, 7, 8]);
    assert.deepEqual(ends('风力2至3级'), ['2至3级', null, 2, 3]);
  });

  it('reads a change from one level to another as two figures', () => {
    assert.deepEqual(quotes('费用由8元到5元'), ['8元', '5元']);
  });

  it('reads one figure over line ends and the blanks of the typesetter', () => {
    const { figures } = read('完 成 6 5 . 2 7 万 \n\n户');
    assert.deepEqual([figures[0]!.quote, figures[0]!.value], ['6 5 . 2 7 万 \n\n户', 652700]);
  });

  it('leaves one as an article alone', () => {
    assert.deepEqual(quotes('一个人走进一家小店，买了一台电视。'), []);
  });

  it('leaves idioms, slogans, names of sets and names of places alone', () => {
    const text =
      '十分高兴，第一时间赶到，一线职工万众一心，三番五次登门，四处奔走，“三清四改”走进千家万户，五台山下，三轮车上，十四五规划，三农工作，星期三，二人转，第三方。';
    assert.deepEqual(quotes(text), []);
  });

  it('leaves words that begin like a unit alone', () => {
    assert.deepEqual(quotes('135升级版厂房，成为标杆'), []);
  });
});
