import assert from 'node:assert/strict';
import { moveSpans } from '../../../src/newsmark';

describe('spans moved through edits', () => {
  const spans = [
    { start: 2, end: 5, label: 'GPE' },
    { start: 8, end: 11, label: 'PER' },
    { start: 20, end: 24, label: 'ORG' },
  ];

  it('keep what they are of; those that an edit touches are left out', () => {
    const changes = [
      { offset: 21, length: 1, text: '' },
      { offset: 5, length: 0, text: '，又' },
    ];
    assert.deepEqual(moveSpans(spans, changes), [spans[0], { start: 10, end: 13, label: 'PER' }]);
  });

  it('are none where there were none', () => {
    assert.equal(moveSpans(spans.slice(3), [{ offset: 0, length: 0, text: '。' }]).length, 0);
  });
});
