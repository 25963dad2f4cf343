import assert from 'node:assert/strict';
import { read, type PrintedParagraph } from './reading';

const verdicts = (...paragraphs: readonly PrintedParagraph[]) =>
  read(...paragraphs).checks.map((check) => [check.type, check.statement, check.holds]);

describe('ratios', () => {
  it('hold within the precision of print', () => {
    assert.deepEqual(verdicts('共发现隐患1121处，已整改1101处，整改率达98.2%。'), [
      ['ratio', '1101处 / 1121处 = 98.2%', true],
    ]);
    assert.deepEqual(verdicts('管网全长96公里，境内58.4公里，占60.8%。'), [
      ['ratio', '58.4公里 / 96公里 = 60.8%', true],
    ]);
  });

  it('fail where the wording names part and whole', () => {
    assert.deepEqual(verdicts('收到诉求152项，其中停车纠纷29项，占17.1%。'), [
      ['ratio', '29项 / 152项 = 17.1%', false],
    ]);
    assert.deepEqual(verdicts('收到诉求152项，办结141项，办结率82.8%。'), [['ratio', '141项 / 152项 = 82.8%', false]]);
  });

  it('are not held against a rate of another whole', () => {
    assert.deepEqual(verdicts('参保23.5万人，新增参保1.2万人，参保率98%。'), []);
  });

  it('are not made of a rate of another thing that nearly agrees', () => {
    assert.deepEqual(verdicts('收集建议431条，解决418条，满意率96.9%。'), []);
  });

  it('are not made of small counts that nearly agree', () => {
    assert.deepEqual(verdicts('全市火灾死亡3人，受伤11人，减少2人。其中电气火灾占21.5%。'), []);
  });

  it('are not made of a rate of another thing', () => {
    assert.deepEqual(verdicts('建成厂房12.6万㎡，仓库4.4万㎡，绿地率35%。'), []);
  });

  it('read multiples and amounts per head', () => {
    assert.deepEqual(verdicts('浓度升到1.6毫克，而平日只有0.4毫克，足足是平日的4倍。'), [
      ['ratio', '1.6毫克 / 0.4毫克 = 4倍', true],
    ]);
    assert.deepEqual(verdicts('接待游客52.6万人次，收入3.71亿元，人均消费705元。'), [
      ['ratio', '3.71亿元 / 52.6万人次 = 705元', true],
    ]);
  });
});

describe('sums', () => {
  it('of parts named after 其中', () => {
    assert.deepEqual(verdicts('开展演练33场。其中综合演练6场，专项演练7场，现场演练20场。'), [
      ['sum', '6场 + 7场 + 20场 = 33场', true],
    ]);
  });

  it('of amounts that the words put together', () => {
    assert.deepEqual(verdicts('企业捐款68万元，个人捐款12.5万元，物资折价19.5万元，三项合计100万元。'), [
      ['sum', '68万元 + 12.5万元 + 19.5万元 = 100万元', true],
    ]);
  });

  it('are not made of a level and its old level', () => {
    assert.deepEqual(verdicts('新开5条，撤销2条，延长3条，线路由87条增加到90条。'), []);
  });

  it('fail when parts listed closely miss their total by little', () => {
    assert.deepEqual(verdicts('转移群众412名，分别安置到3处，其中东社区168名、西社区195名、镇上59名。'), [
      ['sum', '168名 + 195名 + 59名 = 412名', false],
    ]);
  });

  it('are not expected of attributes that overlap', () => {
    assert.deepEqual(verdicts('现有员工120人，其中党员30人、女职工45人、技工50人。'), []);
  });

  it('are not expected of some of the parts', () => {
    assert.deepEqual(verdicts('转移群众412名，其中老人68名、儿童95名。'), []);
  });

  it('of what is put together', () => {
    assert.deepEqual(verdicts('线下1860万元、线上2240万元，合计4100万元。'), [
      ['sum', '1860万元 + 2240万元 = 4100万元', true],
    ]);
  });
});

describe('products', () => {
  it('of an amount per piece and the pieces, over units', () => {
    assert.deepEqual(verdicts('早稻22.7万亩，平均亩产412.5公斤，总产量9.36万吨。'), [
      ['product', '22.7万亩 × 412.5公斤 = 9.36万吨', true],
    ]);
  });

  it('fail only where the text itself reckons', () => {
    assert.deepEqual(verdicts('通知2749名责任人。若按1人1分钟计算，需要40个小时。'), [
      ['product', '2749名 × 1分钟 = 40个小时', false],
    ]);
    assert.deepEqual(verdicts('每户补助500元，共120户，其他支出8万元。'), []);
  });
});

describe('growth', () => {
  it('from one level to another', () => {
    assert.deepEqual(verdicts('快递费由8元降到4.8元，降了四成。'), [['growth', '(4.8元 - 8元) / 8元 = 四成', true]]);
    assert.deepEqual(verdicts('收集率由58%升到81.5%，提高23.5个百分点。'), [
      ['growth', '81.5% - 58% = 23.5个百分点', true],
    ]);
    assert.deepEqual(
      verdicts('到位资金26.4亿元，比上年同期的24.1亿元增长12.5%。').map((v) => v[2]),
      [false],
    );
  });

  it('of another comparison is not held against it', () => {
    assert.deepEqual(verdicts('覆盖率由58%升到81.5%，同比提高10个百分点。'), []);
    assert.deepEqual(verdicts('票价由80元降为60元，每年可为游客减少支出30%。'), []);
    assert.deepEqual(verdicts('余额50亿元，比年初增加5亿元，同比增长30%。'), []);
  });

  it('by a stated amount', () => {
    assert.deepEqual(
      verdicts('收入8.43亿元，比上年增加0.48亿元，增长6.0%。').map((v) => v[2]),
      [true],
    );
  });
});

describe('repeats', () => {
  it('of the title in the body', () => {
    assert.deepEqual(verdicts(['headline', '12座水厂联网'], '全县建设水厂12座。'), [['repeat', '12座 = 12座', true]]);
    assert.deepEqual(verdicts(['headline', '清河连续5年获评先进'], '清河连续五年获评先进。'), [
      ['repeat', '5年 = 五年', true],
    ]);
  });

  it('with two digits changed over do not hold', () => {
    assert.deepEqual(verdicts(['deck', '追回赃款63.5万元'], '追回的65.3万元赃款已返还。'), [
      ['repeat', '63.5万元 ≠ 65.3万元', false],
    ]);
  });

  it('of small counts are chance', () => {
    assert.deepEqual(verdicts(['headline', '3名少年获奖'], '来了3名记者。', '另有2家店。'), []);
  });
});
