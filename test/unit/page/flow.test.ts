import assert from 'node:assert/strict';
import { toPage } from '../../../src/newsmark';
import { flowOf } from '../../../src/page/flow';

const whole = (text: string): ReturnType<typeof flowOf> => flowOf(text, [{ start: 0, end: text.length }]);

describe('flow text', () => {
  it('has no line ends and none of the blanks of the typesetter', () => {
    assert.equal(whole('共 有 3 个\n\n村　受益').text, '共有3个村受益');
  });

  it('folds full-width digits, letters, percent and point one to one', () => {
    assert.equal(whole('增长１２．５％，ＡＩ').text, '增长12.5%，AI');
  });

  it('keeps two ASCII words and two numbers apart', () => {
    assert.equal(whole('ISO 9001 和 2024\n2025').text, 'ISO 9001和2024 2025');
  });

  it('leads back to the page, over line ends and blanks', () => {
    const text = '投入 12.\n\n5 亿元。';
    const flow = whole(text);
    const at = flow.text.indexOf('12.5亿元');
    const span = toPage(flow, at, at + '12.5亿元'.length);
    assert.equal(text.slice(span.start, span.end), '12.\n\n5 亿元');
  });

  it('maps every character to itself or to the form it was folded from', () => {
    const text = '𠮷 祥 ５ 😀\n好';
    const flow = whole(text);
    [...flow.offsets].forEach((offset, i) => {
      const [was, is] = [text[offset]!, flow.text[i]!];
      assert.ok(was === is || was.normalize('NFKC') === is, `${was} ${is}`);
    });
  });
});
