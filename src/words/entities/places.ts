import { HARD, type Passage, WEAK } from './edges';
import type { EntityEvidence, EntityLabel } from './model';
import { knownPlace } from './countries';
import { speechAt } from './people';
import { type PlaceEnding, placeEnding } from './placeEndings';

/** Names before 省, 市, 村, … have up to so many characters. */
const MAX_NAME = 4;
const MIN_PLAIN = 3.9;
const MIN_NATURE = 3.9;
/** Names of places hardly begin so: what stands before them does. */
const NOT_FIRST = new Set('和与與及或在到从由向对于至以为为将共仅请来去看把走进找离经沿据按访');
/** Hardly any name has these. */
const RARE = new Set('有第届次个一两所其');
/** 凤凰山公园: a place names another one. */
const NATURE = new Set('山江河湖溪岛海桥');

export interface PlaceCandidate {
  readonly start: number;
  readonly end: number;
  readonly label: EntityLabel;
  readonly score: number;
  readonly evidence: readonly EntityEvidence[];
}

/** How often strings with an ending of a place stand on the page, and behind how many different characters. */
export type PlaceCounts = ReadonlyMap<string, { readonly count: number; readonly left: number }>;

/** Strings that may be names of places, with the character before them, for counting. */
export function* placeStrings(passage: Passage): Generator<{ readonly words: string; readonly before: string }> {
  for (let end = 2; end <= passage.text.length; end++) {
    const ending = placeEnding(passage.text, end);
    if (!ending) continue;
    for (
      let start = ending.at - 1;
      start >= ending.at - MAX_NAME - 1 && passage.couldBeName(start, ending.at);
      start--
    ) {
      yield { words: passage.text.slice(start, end), before: passage.text[start - 1] ?? '' };
    }
  }
}

/** The places of a passage, in order, without overlaps; those that stand in each other's way: the first and longest. */
export function placesOf(passage: Passage, counts: PlaceCounts): readonly PlaceCandidate[] {
  const places: PlaceCandidate[] = [];
  for (let end = 2; end <= passage.text.length; end++) {
    const last = places.at(-1);
    const known = knownPlace(passage.text, end - 2);
    if (known !== '' && (last === undefined || last.end <= end - 2) && isKnownHere(passage, end - 2, known)) {
      places.push({
        start: end - 2,
        end: end - 2 + known.length,
        label: 'GPE',
        score: 6,
        evidence: [{ code: 'known' }],
      });
      continue;
    }
    const ending = placeEnding(passage.text, end);
    if (!ending) continue;
    const chain = last?.label === 'GPE' ? last.end : -1;
    const place = placeBefore(passage, end, ending, counts, chain, last?.evidence[0]?.code === 'known');
    if (!place) continue;
    // 湖南省: the known name and its ending are one; a longer place behind a shorter one takes it in.
    while (places.length > 0 && places.at(-1)!.end > place.start) places.pop();
    places.push(place);
  }
  return places;
}

/** 日本 is not in 今日本报: known names stand at edges of words. */
function isKnownHere(passage: Passage, start: number, name: string): boolean {
  if (name.length > 2) return true;
  if (passage.cutsKnownWord(start) || passage.cutsKnownWord(start + name.length)) return false;
  if (passage.hasWords) return passage.isWordEdge(start) === true && passage.isWordEdge(start + name.length) === true;
  return passage.begin(start) >= WEAK || passage.end(start + name.length) >= WEAK;
}

function placeBefore(
  passage: Passage,
  end: number,
  ending: PlaceEnding,
  counts: PlaceCounts,
  chainEnd: number,
  isKnownChain: boolean,
): PlaceCandidate | null {
  const { text } = passage;
  const whole = passage.wordAt(end - 1);
  // 示范村, 校区: a word of the dictionary that the ending is only the tail of.
  if (whole && whole.start >= ending.at - 2 && whole.start < ending.at && passage.isKnownWord(whole.start, whole.end)) {
    // Right behind a larger place it is one: 北江市云华区, with 云华 in the dictionary.
    const isWhole = !ending.isDoubtful && whole.start === chainEnd && end - whole.start > 2;
    const isDoubtful = ending.isDoubtful && ending.at - 2 === chainEnd && !passage.isKnownWord(chainEnd, ending.at);
    if (whole.end > end || !(isWhole || isDoubtful)) return null;
  }
  // Rivers do not speak: somebody is called so.
  if (!ending.plain && (passage.cutsKnownWord(end) || speechAt(text, end) !== '')) return null;
  // 中国活力街道: behind a country or a province stands a province or a city, hardly a village.
  const isLarge = !isKnownChain || '省市区县州'.includes(ending.word.at(-1)!);
  let best: PlaceCandidate | null = null;
  const nearest = ending.plain ? ending.at - 1 : ending.at - 2;
  for (let start = nearest; start >= ending.at - MAX_NAME && passage.couldBeName(start, ending.at); start--) {
    const chained = start === chainEnd;
    const words = text.slice(start, end);
    const seen = counts.get(words);
    const longer = start > 0 ? counts.get(text.slice(start + 1, end)) : undefined;
    let score =
      lengthScore(ending.at - start, ending.word) +
      (chained ? Math.max(isLarge ? HARD : WEAK, passage.begin(start)) : passage.begin(start));
    if (start < chainEnd) break;
    if (passage.beginsWithOther(start, ending.at)) score -= 3;
    if (NOT_FIRST.has(text[start]!)) score -= 1.5;
    for (let at = start; at < ending.at; at++) if (RARE.has(text[at]!)) score -= 1.5;
    if (ending.label === 'FAC' && ending.at - start > 2) score += NATURE.has(text[ending.at - 1]!) ? 1 : 0.3;
    if (passage.cutsKnownWord(start)) score -= 1.5;
    if (seen && seen.count > 1 && seen.left > 1) score += 2;
    if (seen && longer && longer.count > seen.count && longer.left > 1) score -= 1.5;
    const tag = passage.tagOf(start, end);
    const isPlace = tag?.startsWith('ns') === true;
    if (ending.isDoubtful && (ending.at - start !== 2 || !(isPlace || chained))) continue;
    if (isPlace) score += 1;
    if (!ending.plain && passage.end(end) === 0) score -= 1;
    if (!ending.plain && start !== 0 && passage.begin(start) === 0) score -= 1;
    if (passage.isKnownWord(start, ending.at)) score -= ending.plain ? 0.5 : 1;
    // 培训村干部: a verb and what it is about.
    if (/^vn?$/u.test(passage.tagOf(start, ending.at) ?? '')) score -= 2;
    const evidence: EntityEvidence[] = [
      { code: 'ending', word: ending.word },
      ...(chained ? [{ code: 'chain' } as const] : []),
      ...(isPlace ? [{ code: 'segmenter', tag } as const] : []),
    ];
    if (score > (best?.score ?? 0)) best = { start, end, label: ending.label, score, evidence };
    if (chained) break;
  }
  return best && best.score >= (ending.plain ? MIN_PLAIN : MIN_NATURE) ? best : null;
}

/** Two characters before the ending are usual, then three; villages have either. */
function lengthScore(characters: number, ending: string): number {
  if (characters === 3 && (ending === '村' || ending === '社区')) return 1.9;
  return [0, -0.5, 2, 1.2, 0.4][characters] ?? 0;
}
