import assert from 'node:assert/strict';
import type { Heading } from '../../../src/page/headings';
import { REACH } from '../../../src/page/headings';
import { type Headless, pair } from '../../../src/page/pairing';

/** A heading in gap 3 whose only word is in the given pieces. */
function heading(pieces: readonly number[], join = 0): Heading {
  const hits = new Array<number>(2 * REACH).fill(0);
  for (const piece of pieces) hits[piece - 3 + REACH] = 1;
  return { unit: 0, gap: 3, rarity: [5], hits, join, asSubhead: 0, asHeadline: 0, signed: false };
}
const bodies: readonly Headless[] = [0, 1, 2].map((piece) => ({
  from: piece,
  to: piece,
  signed: false,
  titled: false,
}));
/** Up to the end of every piece. */
const sizes = [1, 2, 3];

describe('titles piled up behind several bodies', () => {
  it('go to the bodies that share their words', () => {
    const [, , last] = pair([heading([0]), heading([1]), heading([2])], bodies, sizes);
    assert.deepEqual(last?.articles, [0, 1, 2]);
  });

  it('may stand in another order', () => {
    const [, , last] = pair([heading([2]), heading([0]), heading([1])], bodies, sizes);
    assert.deepEqual(last?.articles, [2, 0, 1]);
  });

  it('stand in the order of the bodies where no word tells', () => {
    const [, , last] = pair([heading([]), heading([]), heading([])], bodies, sizes);
    assert.deepEqual(last?.articles, [0, 1, 2]);
  });

  it('stay together where a line belongs to the one before', () => {
    const [, , last] = pair([heading([0]), heading([], 4), heading([2])], bodies, sizes);
    assert.deepEqual(last?.articles.slice(0, 2), [0, 0]);
  });

  it('are divided for every number of them that heads what stands before', () => {
    assert.deepEqual(
      pair([heading([1]), heading([2])], bodies, sizes).map(({ articles }) => articles),
      [[1], [1, 2]],
    );
  });

  it('rather leave a titled body alone', () => {
    const titled = bodies.map((body, index) => ({ ...body, titled: index < 2 }));
    assert.deepEqual(pair([heading([])], titled, sizes)[0]?.articles, [2]);
  });
});
