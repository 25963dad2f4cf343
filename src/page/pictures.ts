import type { Unit } from './units';
import { Wording, wordsOf } from './wording';

/** Wording that a caption must share with an article to belong to it. */
const CAPTION_SHARED = 0.16;
/** Articles before and behind a picture that it may belong to. */
const NEAR = 8;

/** Gives every caption to the article near it that shares most of its wording, or to itself. */
export function ownPictures(
  units: readonly Unit[],
  articles: readonly (readonly number[])[],
  owners: (number | undefined)[],
): void {
  let alone = articles.length;
  if (!units.some((unit) => unit.kind === 'caption')) return;
  const words = articles.map((bodies) => bodies.map((body) => wordsOf(units[body]!.flow.text)));
  const wording = new Wording(words);
  let near = 0;
  units.forEach((unit, index) => {
    if (unit.kind === 'body') near = owners[index] ?? near;
    if (unit.kind !== 'caption') return;
    const own = new Set(wordsOf(unit.flow.text));
    let all = 0.1;
    for (const word of own) all += wording.rarity(word) || 1;
    let best = 0;
    let owner: number | undefined;
    for (let article = Math.max(0, near - NEAR); article < Math.min(articles.length, near + NEAR); article++) {
      const found = new Set(words[article]!.flatMap((part) => [...part.filter((word) => own.has(word))]));
      let shared = 0;
      for (const word of found) shared += wording.rarity(word);
      if (shared / all > best) [best, owner] = [shared / all, article];
    }
    owners[index] = best >= CAPTION_SHARED ? owner : alone++;
  });
}
