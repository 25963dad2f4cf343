import assert from 'node:assert/strict';
import { analyze, readPageText } from '../../../src/newsmark';

const BODY =
  '今年以来，清河县投入资金1260万元，对石桥水库等3座水库除险加固，目前已完成工程量的85.5%，下游群众的心踏实了。';

/** The roles of the titles of an article that has them above its body. */
function rolesOf(...titles: readonly string[]): string[] {
  const text = [...titles, '', BODY, '', BODY.replace('今年', '去年')].join('\n');
  const { articles } = analyze(readPageText(text));
  const blocks = articles.flatMap((article) => article.blocks);
  return titles.map((title) => {
    const at = text.indexOf(title.replace(/^#+\s*/u, ''));
    return blocks.find((block) => block.start <= at && at < block.end)?.role ?? 'none';
  });
}

describe('kickers, headlines and decks', () => {
  it('sets the slogan above the news apart from it', () => {
    assert.deepEqual(rolesOf('关口前移 守护安澜', '清河县三座水库加固近尾声'), ['kicker', 'headline']);
    assert.deepEqual(rolesOf('把“隐患单”变成“放心单”', '清河县三座水库加固'), ['kicker', 'headline']);
  });

  it('knows a deck by its dash, by its figures and by its length', () => {
    assert.deepEqual(rolesOf('清水绕村来', '——清河县水库加固见闻'), ['headline', 'deck']);
    assert.deepEqual(rolesOf('清河县水库加固近尾声', '累计投入资金1260万元'), ['headline', 'deck']);
    assert.deepEqual(rolesOf('清河县水库加固', '下游群众的日子过得踏实了也敢种更多的田'), ['headline', 'deck']);
  });

  it('reads three lines as what leads up, what is new and what it brought', () => {
    assert.deepEqual(rolesOf('水库除险加固收官', '清河县唱响安澜曲', '完成工程量的85.5%'), [
      'kicker',
      'headline',
      'deck',
    ]);
  });

  it('leaves a headline of two lines whole where the first one introduces the second', () => {
    assert.deepEqual(rolesOf('清河县石桥水库：', '除险加固进入扫尾阶段'), ['headline', 'headline']);
  });

  it('takes the word of Markdown for what is the headline', () => {
    assert.deepEqual(rolesOf('# 清河县水库加固', '工程量完成了85.5%'), ['headline', 'deck']);
    assert.deepEqual(rolesOf('关口前移', '# 清河县加固水库'), ['kicker', 'headline']);
  });
});
