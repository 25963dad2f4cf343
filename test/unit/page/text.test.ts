import assert from 'node:assert/strict';
import { lineAt, readPageText } from '../../../src/newsmark';

describe('the page text', () => {
  it('reads every kind of line end as one \\n and says which there were', () => {
    assert.deepEqual(pick(readPageText('甲\r\n乙\r\n')), ['甲\n乙\n', 'crlf', false]);
    assert.deepEqual(pick(readPageText('甲\r乙')), ['甲\n乙', 'cr', false]);
    assert.deepEqual(pick(readPageText('甲\n乙\r\n丙')), ['甲\n乙\n丙', 'mixed', false]);
    assert.deepEqual(pick(readPageText('甲\n乙')), ['甲\n乙', 'lf', false]);
  });

  it('leaves a byte-order mark out of the offsets', () => {
    assert.deepEqual(pick(readPageText('\uFEFF甲')), ['甲', 'lf', true]);
  });

  it('finds the line of an offset, line ends included', () => {
    const page = readPageText('甲乙\n\n丙');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((offset) => lineAt(page, offset)),
      [0, 0, 0, 1, 2, 2],
    );
  });

  it('has one empty line where there is no text', () => {
    assert.deepEqual([...readPageText('').lineStarts], [0]);
  });
});

function pick(page: ReturnType<typeof readPageText>): unknown[] {
  return [page.text, page.eol, page.bom];
}
