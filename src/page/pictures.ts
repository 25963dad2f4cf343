import type { Arrangement } from './arrange';
import type { Unit } from './units';
import { wordsOf } from './wording';

/** Wording that a caption must share with an article to belong to it. */
const CAPTION_SHARED = 0.22;
/** Weight of a word that no body has. */
const UNKNOWN = 1;
/** Articles before and behind a picture that it may belong to. */
const NEAR = 8;

/**
 * Gives every caption to the article near it that shares most of its wording, or to itself: `owners` (by unit) gets
 * numbers behind those of the articles for pictures that stand alone.
 */
export function ownPictures(
  units: readonly Unit[],
  { articles, words, wording }: Arrangement,
  owners: (number | undefined)[],
): void {
  let alone = articles.length;
  let near = 0;
  units.forEach((unit, index) => {
    if (unit.kind === 'body') near = owners[index] ?? near;
    if (unit.kind !== 'caption') return;
    const own = Uint16Array.from(new Set(wordsOf(unit.flow.text)));
    const all = own.reduce((sum, word) => sum + (wording.rarity(word) || UNKNOWN), 0);
    wording.mark(own);
    let best = 0;
    let owner: number | undefined;
    for (let article = Math.max(0, near - NEAR); article < Math.min(articles.length, near + NEAR); article++) {
      const shared = wording.markedOnce(words[article]!) / Math.max(all, UNKNOWN);
      if (shared > best) [best, owner] = [shared, article];
    }
    wording.unmark(own);
    owners[index] = best >= CAPTION_SHARED ? owner : alone++;
  });
}
