import type { Arrangement } from './arrange';
import type { Unit } from './units';
import type { Words } from './wording';

/** Wording that a caption must share with an article to belong to it. */
const CAPTION_SHARED = 0.2;
/** What it is worth that a picture stands right behind a paragraph of the article. */
const BESIDE = 0.06;
/** Lines from a picture in which its title may stand. */
const BESIDE_UNITS = 10;
/** Weight of a word that no body has, as a share of that of one that a single piece has. */
const UNKNOWN = 0.5;
/** 图②：…… goes on where 图①：…… began. */
const NEXT_OF_SERIES = /^[图圖][②-⑩2-9二三四五六]/u;
/** Articles before and behind a picture that it may belong to. */
const NEAR = 8;

/** By how much more of its wording a title must share with a picture than with the article that it was given to. */
const MORE = 0.12;

/**
 * Gives every caption to the article near it that shares most of its wording, or to itself: `owners` (by unit) gets
 * numbers behind those of the articles for pictures that stand alone. Returns the title units that head a picture.
 */
export function ownPictures(
  units: readonly Unit[],
  arrangement: Arrangement,
  owners: (number | undefined)[],
): ReadonlySet<number> {
  const { articles, words, unitWords, wording } = arrangement;
  const heads = new Set<number>();
  let alone = articles.length;
  let near = 0;
  units.forEach((unit, index) => {
    if (unit.kind === 'body') near = owners[index] ?? near;
    if (unit.kind !== 'caption') return;
    if (units[index - 1]?.kind === 'caption' && NEXT_OF_SERIES.test(unit.flow.text)) {
      owners[index] = owners[index - 1];
      return;
    }
    const own = new Set(unitWords[index]);
    const unknown = UNKNOWN * wording.rarest;
    let all = 0;
    for (const word of own) all += wording.rarity[word]! || unknown;
    wording.mark(own);
    let best = 0;
    let owner: number | undefined;
    for (let article = Math.max(0, near - NEAR); article < Math.min(articles.length, near + NEAR); article++) {
      const beside = article === near ? BESIDE : 0;
      const shared = wording.marked(words[article]!) / Math.max(all, unknown) + beside;
      if (shared > best) [best, owner] = [shared, article];
    }
    if (best < CAPTION_SHARED) {
      owner = alone++;
      const head = headOf(units, arrangement, owners, index);
      if (head >= 0) {
        owners[head] = owner;
        heads.add(head);
      }
    }
    wording.unmark(own);
    owners[index] = owner;
  });
  return heads;
}

/** The title beside a picture that is rather its own; -1 where there is none. The caption's words are marked. */
function headOf(
  units: readonly Unit[],
  { words, unitWords, wording, titles }: Arrangement,
  owners: readonly (number | undefined)[],
  caption: number,
): number {
  let best = -1;
  let bestMore = MORE;
  for (const step of [-1, 1]) {
    for (let d = 1; d <= BESIDE_UNITS; d++) {
      const at = caption + d * step;
      if (units[at] === undefined || units[at].kind === 'body') break;
      if (units[at].kind !== 'title') continue;
      const article = titles.get(at);
      const others = article === undefined || [-1, 1].some((d) => titles.get(at + d) === article);
      if (!others) continue;
      const own = unitWords[at]!;
      if (own.length === 0) continue;
      const more = wording.share(own) - shareOf(own, words[owners[at] ?? -1] ?? []);
      if (more > bestMore) [best, bestMore] = [at, more];
    }
  }
  return best;
}

/** Share of words that a text in parts has. */
function shareOf(own: Words, text: readonly Words[]): number {
  const there = new Set(own);
  const all = there.size;
  for (const part of text) for (const word of part) there.delete(word);
  return (all - there.size) / all;
}
