import assert from 'node:assert/strict';
import { labelByKey } from '../../../src/newsmark';
import type { Scheme } from '../../../src/newsmark';

const label = (id: string, key?: string): Scheme['labels'][number] => ({
  id,
  name: { en: id.toLowerCase(), zh: '标签' },
  color: '#123456',
  ...(key !== undefined && { key }),
});
const scheme: Scheme = {
  formatVersion: 1,
  labels: [label('PER', 'p'), label('LAW', 'w'), label('WORK', 'wo'), label('X')],
};

describe('the key of a label', () => {
  const chosen = (typed: string): string | undefined => labelByKey(scheme, typed)?.id;

  it('chooses its label', () => assert.equal(chosen('p'), 'PER'));

  it('may be written by an input method, in full width', () => assert.equal(chosen('ｐ'), 'PER'));

  it('waits while a longer key can still be meant', () => {
    assert.equal(chosen('w'), undefined);
    assert.equal(chosen('wo'), 'WORK');
  });

  it('is the whole of what was typed, letter by letter', () => {
    for (const typed of ['', ' p', 'pe', 'P', 'q']) assert.equal(chosen(typed), undefined, typed);
  });
});
