import assert from 'node:assert/strict';
import type { OffsetUnit } from '../../../src/exchange/offsets';
import type { ImportProblem, ReadDocument } from '../../../src/exchange/reading';
import { settle } from '../../../src/exchange/settleUnits';

type Wish = readonly [start: number, end: number, quote?: string, id?: string];

const place = { file: 'a.json' };

function read(text: string, unit: OffsetUnit, wishes: readonly Wish[]): ReadDocument {
  const spans = wishes.map(([start, end, quote, id], index) => {
    return { id: id ?? `s${index}`, layer: 'entity', label: 'PER', start, end, quote, suggested: false, place };
  });
  return { text, unit, spans, place };
}

function settled(document: ReadDocument): { readonly found: readonly string[]; readonly problems: readonly string[] } {
  const problems: ImportProblem[] = [];
  const { text, spans } = settle(document, (problem) => problems.push(problem));
  for (const { start, end, quote } of spans) assert.equal(text.slice(start, end), quote);
  return { found: spans.map(({ start, quote }) => `${start} ${quote}`), problems: problems.map(({ code }) => code) };
}

describe('settling how offsets were counted', () => {
  it('counts in the unit of the format where the quotes stand there', () => {
    assert.deepEqual(settled(read('𠮷祥路在𠮷祥镇', 'code-point', [[4, 7, '𠮷祥镇']])).found, ['5 𠮷祥镇']);
  });

  it('counts in the other unit where the quotes say so', () => {
    const wishes: readonly Wish[] = [
      [5, 9, '𠮷祥镇'],
      [2, 4, '祥路'],
    ];
    assert.deepEqual(settled(read('𠮷祥路在𠮷祥镇', 'code-point', wishes)).found, ['5 𠮷祥镇', '2 祥路']);
  });

  it('takes offsets into a text with CRLF, whether its ends were counted as one or as two', () => {
    assert.deepEqual(settled(read('清河\r\n石桥\r\n李明', 'utf-16', [[8, 10, '李明']])).found, ['6 李明']);
    assert.deepEqual(settled(read('清河\r\n石桥\r\n李明', 'utf-16', [[6, 8, '李明']])).found, ['6 李明']);
    assert.deepEqual(settled(read('清河\n石桥\n李明', 'utf-16', [[8, 10, '李明']])).found, ['6 李明']);
  });

  it('counts a document in one way and tells which spans do not hold their quote', () => {
    const wishes: readonly Wish[] = [
      [4, 7, '𠮷祥镇'],
      [1, 3, '祥路'],
      [2, 4, '祥路'],
    ];
    const { found, problems } = settled(read('𠮷祥路在𠮷祥镇', 'code-point', wishes));
    assert.deepEqual(found, ['5 𠮷祥镇', '2 祥路']);
    assert.deepEqual(problems, ['quote-differs']);
  });

  it('tells spans outside the text, empty ones, halves of characters and second ids', () => {
    const wishes: readonly Wish[] = [
      [0, 9],
      [2, 2],
      [1, 3],
      [0, 2, '𠮷'],
      [2, 3, '祥', 's3'],
      [-1, 2],
      [0, 1.5],
    ];
    const { found, problems } = settled(read('𠮷祥路', 'utf-16', wishes));
    assert.deepEqual(found, ['0 𠮷']);
    assert.deepEqual(problems, [
      'outside-text',
      'outside-text',
      'outside-text',
      'duplicate-id',
      'outside-text',
      'outside-text',
    ]);
  });

  it('lets a quote have other blanks inside, not at its ends', () => {
    assert.deepEqual(settled(read('清河县\n　水利局', 'utf-16', [[0, 8, '清河县 水利局']])).found, [
      '0 清河县\n　水利局',
    ]);
    assert.deepEqual(settled(read('清河县　水利', 'utf-16', [[3, 6, '水利']])).problems, ['quote-differs']);
  });
});
