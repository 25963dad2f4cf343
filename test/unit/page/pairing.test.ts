import assert from 'node:assert/strict';
import type { Heading } from '../../../src/page/headings';
import { REACH } from '../../../src/page/headings';
import { type Headless, Pairer } from '../../../src/page/pairing';
import { SharedWording } from '../../../src/page/sharedWording';

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

/** The bodies of all headings, by number of the headings that are looked at. */
function divided(headings: readonly Heading[], articles = bodies): readonly (readonly number[])[] {
  const pairings = new Pairer().pair(headings, articles, new SharedWording(headings, sizes));
  return headings.map((_, index) => pairings.articles(index + 1));
}

describe('titles piled up behind several bodies', () => {
  it('go to the bodies that share their words', () => {
    const [, , last] = divided([heading([0]), heading([1]), heading([2])]);
    assert.deepEqual(last, [0, 1, 2]);
  });

  it('may stand in another order', () => {
    const [, , last] = divided([heading([2]), heading([0]), heading([1])]);
    assert.deepEqual(last, [2, 0, 1]);
  });

  it('stand in the order of the bodies where no word tells', () => {
    const [, , last] = divided([heading([]), heading([]), heading([])]);
    assert.deepEqual(last, [0, 1, 2]);
  });

  it('stay together where a line belongs to the one before', () => {
    const [, , last] = divided([heading([0]), heading([], 4), heading([2])]);
    assert.deepEqual(last?.slice(0, 2), [0, 0]);
  });

  it('are divided for every number of them that heads what stands before', () => {
    assert.deepEqual(divided([heading([1]), heading([2])]), [[1], [1, 2]]);
  });

  it('rather leave a titled body alone', () => {
    const titled = bodies.map((body, index) => ({ ...body, titled: index < 2 }));
    assert.deepEqual(divided([heading([])], titled)[0], [2]);
  });
});
