import assert from 'node:assert/strict';
import type { Modifier } from '../../../src/newsmark';
import { one, read } from './reading';

describe('modifiers', () => {
  const cases: readonly (readonly [string, Modifier])[] = [
    ['共有42家', 'exact'],
    ['约130公里', 'approx'],
    ['16时许', 'approx'],
    ['三十人左右', 'approx'],
    ['近40家', 'below'],
    ['不到20分钟', 'below'],
    ['未满16周岁', 'below'],
    ['超过2.3万家', 'above'],
    ['播放量破5000次', 'above'],
    ['500余万元', 'above'],
    ['3年多来', 'above'],
    ['90%以上', 'above'],
    ['30日内', 'max'],
    ['一天最多接待160人', 'max'],
    ['不少于25人', 'min'],
    ['至少需要3天', 'min'],
    ['近三年，事故下降', 'exact'],
    ['附近3家店', 'exact'],
    ['5家内贸企业', 'exact'],
    ['热线反映过三次', 'exact'],
    ['去过5个国家', 'exact'],
    ['产值过3亿元', 'above'],
    ['跟帖过百条', 'above'],
  ];
  for (const [text, modifier] of cases)
    it(`reads ${modifier} in ${text}`, () => assert.equal(one(text).modifier, modifier));
});

describe('change, basis and rate', () => {
  const last = (text: string) => read(text).figures.at(-1)!;

  it('reads direction and basis from the clause', () => {
    const pick = (text: string) => [last(text).change, last(text).basis];
    assert.deepEqual(pick('投诉同比下降18.4%'), ['down', 'yoy']);
    assert.deepEqual(pick('价格环比上涨0.2%'), ['up', 'mom']);
    assert.deepEqual(pick('进度较去年同期提升近10个百分点'), ['up', 'yoy']);
    assert.deepEqual(pick('收入8.43亿元，比上年增加0.48亿元，增长6.0%'), ['up', 'yoy']);
    assert.deepEqual(pick('刑事案件、治安案件分别同比下降5.4%、16.9%'), ['down', 'yoy']);
  });

  it('takes a new level and an added value for no change', () => {
    assert.equal(last('车位增加到28个').change, null);
    assert.equal(last('工业增加值28.7亿元').change, null);
  });

  it('reads what a rate is counted per', () => {
    assert.equal(last('每亩租金600元').per, '亩');
    assert.equal(last('人均消费705元').per, '人');
    assert.equal(last('卖到29.9元一箱！').per, '箱');
    assert.equal(last('平均每万人次0.32件').per, '万人次');
  });
});

describe('what a figure measures', () => {
  const metrics = (text: string) => read(text).figures.map((figure) => figure.metric);

  it('is the subject before the verb that brings the value', () => {
    assert.deepEqual(metrics('目前，完成率达72.7%。'), ['完成率']);
    assert.deepEqual(metrics('涉案金额125万元'), ['涉案金额']);
    assert.deepEqual(metrics('震级为里氏6.4级'), ['震级']);
    assert.deepEqual(metrics('鼎重18.6公斤，高52.4厘米'), ['鼎重', '高']);
    assert.deepEqual(metrics('配备专职网格员9名、楼栋长64名'), ['专职网格员', '楼栋长']);
    assert.deepEqual(metrics('带动6个村的156户果农增收'), ['村', '果农增收']);
    assert.deepEqual(metrics('双方约定月租金6800元'), ['月租金']);
    assert.deepEqual(metrics('判处其有期徒刑7年'), ['有期徒刑']);
  });

  it('is the noun behind the classifier', () => {
    assert.deepEqual(metrics('悬挂100余处安全标语'), ['安全标语']);
    assert.deepEqual(metrics('共抓获20名利用网络行骗的犯罪嫌疑人'), ['犯罪嫌疑人']);
    assert.deepEqual(metrics('近90%以上的矛盾纠纷'), ['矛盾纠纷']);
  });

  it('is the object of a verb that only brings the thing', () => {
    assert.deepEqual(metrics('抓获犯罪嫌疑人22人，查扣手机46部'), ['犯罪嫌疑人', '手机']);
    assert.deepEqual(metrics('全县整合资金3.4亿元'), ['整合资金']);
  });

  it('is carried over to clauses that only compare', () => {
    assert.deepEqual(metrics('充电量达1925万千瓦时，同比增长47.3%'), ['充电量', '充电量']);
    assert.deepEqual(metrics('夜市客流3.6万人次，是平日的4倍'), ['夜市客流', '夜市客流']);
    assert.deepEqual(metrics('油价上涨1.12美元，收于每桶78.26美元'), ['油价', '油价']);
    assert.deepEqual(metrics('渗透率由2020年的5.4%提高到47.9%'), [null, '渗透率', '渗透率']);
  });

  it('is dealt out to the members of a list', () => {
    assert.deepEqual(metrics('酒驾32起、醉驾21起'), ['酒驾', '醉驾']);
    assert.deepEqual(metrics('甲类案件、乙类案件分别下降5.4%、16.9%'), ['甲类案件', '乙类案件']);
    assert.deepEqual(metrics('营收3.5亿元，利润400万元，同比分别增长18%和25%').slice(2), ['营收', '利润']);
    assert.deepEqual(metrics('获得5000元、1000元和500元奖励'), ['奖励', '奖励', '奖励']);
  });

  it('is nothing for dates', () => {
    assert.deepEqual(metrics('8月5日'), [null]);
  });
});
