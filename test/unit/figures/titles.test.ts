import assert from 'node:assert/strict';
import { flowOf } from '../../../src/page/flow';
import { withoutShadow } from '../../../src/figures/doubling';
import { read } from './reading';

const flow = (text: string) => flowOf(text, [{ start: 0, end: text.length }]);

describe('headlines with a shadow', () => {
  it('lose the second copy, whole or piece by piece', () => {
    assert.equal(withoutShadow(flow('清河大桥通车清河大桥通车')).text, '清河大桥通车');
    assert.equal(
      withoutShadow(flow('清河县连续清河县连续55年获评先进县年获评先进县——')).text,
      '清河县连续5年获评先进县——',
    );
  });

  it('give one figure with the value that was meant and the span that is printed', () => {
    const { figures } = read(['headline', '清河县连续清河县连续55年获评先进县年获评先进县']);
    assert.deepEqual(
      figures.map(({ quote, value }) => [quote, value]),
      [['55年', 5]],
    );
  });

  it('are not seen in ordinary words that repeat a character', () => {
    assert.equal(withoutShadow(flow('天天有活动 11家企业')).text, '天天有活动11家企业');
  });

  it('are not looked for in the body', () => {
    assert.equal(read('清河县连续清河县连续55年获评年获评').figures[0]!.value, 55);
  });
});

describe('titles', () => {
  it('end a clause at a blank', () => {
    const { figures } = read(['deck', '抓获嫌疑人17名 追回赃款63.5万元']);
    assert.deepEqual(
      figures.map((figure) => figure.metric),
      ['嫌疑人', '追回赃款'],
    );
  });
});
