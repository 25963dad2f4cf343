import assert from 'node:assert/strict';
import { refine, shift } from '../../../src/newsmark';
import type { Annotation } from '../../../src/newsmark';
import { seeded } from '../random';
import { annotationAt } from './support';

const TEXT = [
  '今年以来，清河县投入资金1260万元，对石桥水库等3座水库除险加固，目前已完成工程量的85.5%，惠及群众2.4万人。',
  '“往年一下大雨就睡不好觉，现在心里踏实了。”石桥镇村民何大山说，清河县的水库管理所还装上了自动监测设备。',
  '端午节当天，16支队伍、320名选手齐聚白石江，上游村队夺得冠军，这已经是他们第三次捧起奖杯。',
].join('\n');

describe('a file that is loaded again', () => {
  it('moves spans by what really changed', () => {
    const after = TEXT.replace('今年以来，', '').replace('村民何大山', '护林员何大山');
    const changes = refine(TEXT, { offset: 0, length: TEXT.length, text: after });
    let spans: readonly Annotation[] = ['石桥镇', '85.5%', '白石江'].map((quote) => annotationAt(TEXT, quote));
    for (const change of changes) spans = shift(spans, change);
    assert.deepEqual(
      spans.map((a) => after.slice(a.start, a.end)),
      ['石桥镇', '85.5%', '白石江'],
    );
  });

  it('keeps the lines that were not touched, however much lies between them', () => {
    const lines = Array.from({ length: 3000 }, (_, n) => `第${n}号村的渠道已经修好，灌溉面积${n * 7}亩。\n`);
    const before = lines.join('');
    const after = ['新的第一行\n', ...lines.slice(1, 1000), ...lines.slice(1400)].join('');
    const changes = refine(before, { offset: 0, length: before.length, text: after });
    const subject = annotationAt(before, '第2000号村');
    let spans: readonly Annotation[] = [subject, annotationAt(before, '第1200号村')];
    for (const change of changes) spans = shift(spans, change);
    assert.equal(after.slice(spans[0]!.start, spans[0]!.end), '第2000号村');
    assert.equal(spans[1]!.start, spans[1]!.end);
  });

  it('leaves no label on the look-alike of a sentence that went', () => {
    const sentences = [
      '全县完成投资12.3亿元，增长4.5%。\n',
      '全县完成投资15.6亿元，增长7.8%。\n',
      '全年没有发生险情，群众安全度汛。',
    ];
    const before = sentences.join('');
    const after = sentences.slice(1).join('') + '以上。';
    let spans: readonly Annotation[] = [annotationAt(before, '全县'), annotationAt(before, '险情')];
    for (const change of refine(before, { offset: 0, length: before.length, text: after }))
      spans = shift(spans, change);
    assert.equal(spans[0]!.start, spans[0]!.end);
    assert.equal(after.slice(spans[1]!.start, spans[1]!.end), '险情');
  });

  it('takes a replacement by hand for what it is', () => {
    const before = '记者从清河县水利局获悉';
    const typed = refine(before, { offset: 5, length: 3, text: '乡农业' });
    assert.deepEqual(typed, [{ offset: 5, length: 3, text: '乡农业' }]);
    const [label] = shift([annotationAt(before, '清河县')], typed[0]!);
    assert.deepEqual([label!.start, label!.end], [3, 5]);
  });

  it('takes one step for a text that has nothing in common with the old one', () => {
    const random = seeded(9);
    const words = (): string =>
      Array.from({ length: 30_000 }, () => String.fromCharCode(random.int(0x4e00, 0x5e00))).join('');
    const [before, after] = [words(), words()];
    assert.equal(refine(before, { offset: 0, length: before.length, text: after }).length, 1);
  });

  it('never parts the halves of a character', () => {
    const [change] = refine('住在𠮷村', { offset: 0, length: 5, text: '住在𠮸村' });
    assert.deepEqual(change, { offset: 2, length: 2, text: '𠮸' });
  });

  it('applies to the old text and gives the new one', () => {
    const random = seeded(3);
    for (let n = 0; n < 200; n++) {
      const word = (): string =>
        Array.from({ length: random.int(0, 80) }, () => random.pick(['甲', '乙', '丙', '\n'])).join('');
      const [before, after] = [word(), word()];
      let text = before;
      for (const change of refine(before, { offset: 0, length: before.length, text: after })) {
        text = text.slice(0, change.offset) + change.text + text.slice(change.offset + change.length);
      }
      assert.equal(text, after);
    }
  });
});
