import assert from 'node:assert/strict';
import { inWords } from '../../../src/figures/inWords';

describe('a value in words', () => {
  it('counts in ten thousands as Chinese does', () => {
    assert.deepEqual([652_700, 1_256_100, 120_000_000, 3_200_000_000_000, 98.2, 0, -45_000].map(inWords), [
      '65.27万',
      '125.61万',
      '1.2亿',
      '3.2万亿',
      '98.2',
      '0',
      '-4.5万',
    ]);
  });
});
