import assert from 'node:assert/strict';
import { readPageText } from '../../../src/newsmark';
import { type Line, linesOf, type PageLines } from '../../../src/page/lines';
import { measuresOf } from '../../../src/page/measures';
import { seamsOf } from '../../../src/page/seams';

const pageOf = (...printed: readonly string[]): PageLines => linesOf(readPageText(printed.join('\n')));
const lines = (...printed: readonly string[]): readonly Line[] => pageOf(...printed).lines;

describe('the lines of a page', () => {
  it('are those that hold something, with their place and the blank lines before', () => {
    const found = lines('', '\u3000\u3000清河涨水了。', '', '', '堤上有人。');
    assert.deepEqual(
      found.map(({ start, end, blanksBefore, indented }) => [start, end, blanksBefore, indented]),
      [
        [3, 9, 1, true],
        [12, 17, 2, false],
      ],
    );
  });

  it('have no blanks and no full-width digits in their text, and places that fit all the same', () => {
    const [line] = lines('增 长 ５．２ 倍');
    assert.equal(line?.text, '增长5.2倍');
    assert.ok(line);
    assert.equal(line.raw.length, line.end - line.start);
  });

  it('know a letter-spaced line, an end of sentence, an open bracket and a gap between phrases', () => {
    assert.ok(lines('清 河 县 花 果 村').every(({ spread }) => spread));
    assert.deepEqual(
      lines('他说：“好。”', '汛情平稳，', '（记者 方敏').map((line) => [line.ends, line.pauses, line.unbalanced]),
      [
        [true, false, false],
        [false, true, false],
        [false, false, true],
      ],
    );
    assert.deepEqual(
      lines('多措并举 守护清河', '投入 12 万元').map(({ gaps }) => gaps),
      [1, 0],
    );
  });
});

describe('the measure of a column', () => {
  it('is the width that its full lines share, also for a title among them', () => {
    const column = Array.from({ length: 8 }, () => '清河两岸的稻田正在抽穗水面');
    const measures = measuresOf(lines(...column, '短题', ...column));
    assert.equal(measures.around[8], 13);
    assert.equal(measures.ahead[8], 13);
  });

  it('is unknown where no two lines are alike', () => {
    const ragged = Array.from({ length: 12 }, (_, i) => '稻'.repeat(3 + 4 * i));
    assert.ok(measuresOf(lines(...ragged)).around.every((measure) => Number.isNaN(measure)));
  });
});

describe('the seam of two lines', () => {
  const page = pageOf('清河水库今日开闸，水库下游', '安全，水', '库管理所', '还派人巡堤', '的时候');

  it('speaks for going on where it parts a word of the page', () => {
    const seams = seamsOf(page.lines, page.solid);
    assert.ok(seams[2]! > 0.5, `${seams[2]}`);
    assert.ok(seams[3]! < 0, `${seams[3]}`);
  });

  it('speaks for going on before a character that begins nothing', () => {
    assert.ok(seamsOf(page.lines, page.solid)[4]! > 0.5);
  });
});
