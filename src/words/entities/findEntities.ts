import { Passage } from './edges';
import type { EntityEvidence, EntityInput, FoundEntity } from './model';
import { nameAt, nameStarts, nameStrings, titleBefore, type Variety } from './people';
import { branchEnd, knownOrgAt, orgEndingAt } from './organisations';
import { type PlaceCandidate, placesOf, placeStrings } from './places';

/** Names that stand again elsewhere are looked for with up to so many characters. */
const MAX_REPEATED = 24;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly evidence: readonly EntityEvidence[];
  /** Decides between spans that overlap. */
  readonly rank: number;
}

/** What is sure of a string once it was found somewhere. */
interface Known {
  readonly label: string;
  readonly evidence: EntityEvidence;
  readonly rank: number;
}

/** Ranks: what people said, then what the rules found, then what only repeats it. */
const TAGGED = 4;
const FOUND = 2;
const REPEATED = 1;

/**
 * People, places and organisations of a page, by passage and start, without overlaps. Precision goes first: a span that
 * only looks like a name is not suggested. Linear in the length of the text.
 */
export function findEntities(input: EntityInput): readonly FoundEntity[] {
  const passages = input.passages.map((text, index) => new Passage(text, input.words?.[index]));
  const found = passages.map((): Found[] => []);
  findPlacesAndOrganisations(passages, found);
  findPeople(passages, found);
  findAgain(passages, found, knownNames(passages, found, input));
  return passages.flatMap((_, passage) =>
    withoutOverlap(found[passage]!).map(({ start, end, label, evidence }) => ({
      passage,
      start,
      end,
      label,
      evidence,
    })),
  );
}

function findPlacesAndOrganisations(passages: readonly Passage[], found: readonly Found[][]): void {
  const counts = new Map<string, { count: number; left: number; seen: string }>();
  for (const passage of passages) {
    for (const { words, before } of placeStrings(passage)) {
      const entry = counts.get(words);
      if (!entry) counts.set(words, { count: 1, left: 1, seen: before });
      else {
        entry.count++;
        if (!entry.seen.includes(before) || before === '') {
          entry.left++;
          entry.seen += before;
        }
      }
    }
  }
  passages.forEach((passage, index) => {
    const places = chained(placesOf(passage, counts));
    const seats = new Map(places.filter((p) => p.label === 'GPE').map((p) => [p.start, p.end]));
    const own = found[index]!;
    for (const { start, end, label, evidence } of places) own.push({ start, end, label, evidence, rank: FOUND });
    for (let at = 0; at < passage.text.length; at++) {
      const known = knownOrgAt(passage, at);
      if (known) own.push({ ...known, label: 'ORG', rank: FOUND });
      const org = orgEndingAt(passage, at + 1, (start) => seats.get(start));
      if (org) own.push({ ...org, end: branchEnd(passage, org.end), label: 'ORG', rank: FOUND });
    }
  });
}

/** Places right behind each other, each with an administration, are one: 清河县石桥镇. */
function chained(places: readonly PlaceCandidate[]): readonly PlaceCandidate[] {
  const result: PlaceCandidate[] = [];
  for (const place of places) {
    const last = result.at(-1);
    if (last?.end === place.start && last.label === 'GPE' && place.label === 'GPE') {
      result[result.length - 1] = { ...place, start: last.start, evidence: [...last.evidence, ...place.evidence] };
    } else result.push(place);
  }
  return result;
}

function findPeople(passages: readonly Passage[], found: readonly Found[][]): void {
  const strings = new Set<string>();
  for (const passage of passages) {
    for (const { at } of nameStarts(passage)) for (const words of nameStrings(passage, at)) strings.add(words);
  }
  const varieties = countAll(passages, strings);
  passages.forEach((passage, index) => {
    const own = found[index]!;
    let list = -1;
    for (const { at, why } of nameStarts(passage)) {
      const reason = why ?? (list === at ? ({ code: 'list' } as const) : null);
      const name = nameAt(passage, at, reason, (words) => varieties.get(words));
      if (!name) continue;
      own.push({ ...name, label: 'PER', rank: FOUND });
      if ('、和与及'.includes(passage.text[name.end] ?? ' ')) list = name.end + 1;
    }
  });
}

/** How often strings of two to four characters stand in the passages, and between how many different neighbours. */
function countAll(passages: readonly Passage[], strings: ReadonlySet<string>): ReadonlyMap<string, Variety> {
  const counts = new Map<string, { count: number; lefts: Set<string>; rights: Set<string> }>();
  for (const { text } of passages) {
    for (let at = 0; at < text.length; at++) {
      for (let length = 2; length <= 4; length++) {
        const words = text.slice(at, at + length);
        if (!strings.has(words)) continue;
        const entry = counts.get(words) ?? { count: 0, lefts: new Set(), rights: new Set() };
        counts.set(words, entry);
        entry.count++;
        entry.lefts.add(text[at - 1] ?? '');
        entry.rights.add(text[at + length] ?? '');
      }
    }
  }
  return new Map(
    [...counts].map(([words, e]) => [words, { count: e.count, left: e.lefts.size, right: e.rights.size }]),
  );
}

function knownNames(
  passages: readonly Passage[],
  found: readonly (readonly Found[])[],
  { people, tagged }: EntityInput,
): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  passages.forEach(({ text }, index) => {
    for (const { start, end, label } of withoutOverlap(found[index]!)) {
      if (end - start > 1) known.set(text.slice(start, end), { label, evidence: { code: 'repeated' }, rank: REPEATED });
    }
  });
  for (const name of people) {
    if (isPersonal(name)) known.set(name, { label: 'PER', evidence: { code: 'byline' }, rank: FOUND });
  }
  for (const { words, label } of tagged) {
    if (words.length > 1) known.set(words, { label, evidence: { code: 'tagged' }, rank: TAGGED });
  }
  return known;
}

/** Offices stand in bylines, too: 县水利局供稿. */
function isPersonal(name: string): boolean {
  return name.length > 1 && (name.length <= 4 || name.includes('·'));
}

/** Every other place of what is known. */
function findAgain(passages: readonly Passage[], found: readonly Found[][], known: ReadonlyMap<string, Known>): void {
  const lengths = [...new Set([...known.keys()].map((words) => words.length))].filter((n) => n <= MAX_REPEATED);
  const firsts = new Set([...known.keys()].map((words) => words.slice(0, 2)));
  passages.forEach((passage, index) => {
    const { text } = passage;
    for (let at = 0; at + 1 < text.length; at++) {
      if (!firsts.has(text.slice(at, at + 2))) continue;
      for (const length of lengths) {
        const entry = known.get(text.slice(at, at + length));
        if (!entry || at + length > text.length || !standsAlone(passage, at, at + length, entry)) continue;
        found[index]!.push({
          start: at,
          end: at + length,
          label: entry.label,
          evidence: [entry.evidence],
          rank: entry.rank,
        });
      }
    }
  });
}

/** Two characters are easily found across the edge of two words. */
function standsAlone(passage: Passage, start: number, end: number, { rank, evidence }: Known): boolean {
  if (end - start > 2 || titleBefore(passage.text, start) !== '') return true;
  if (evidence.code === 'byline') return !passage.cutsKnownWord(start) && !passage.cutsKnownWord(end);
  if (passage.cutsKnownWord(start) || passage.cutsKnownWord(end)) return false;
  return rank === TAGGED || passage.begin(start) > 0 || passage.end(end) > 0;
}

/**
 * What people tagged counts less where it is only a part of something that was found: 清河县 in 清河县水利局 is no
 * reason to forget the latter.
 */
function ranked(found: readonly Found[]): readonly Found[] {
  const byPlace = [...found].sort((a, b) => a.start - b.start || b.end - a.end || b.rank - a.rank);
  let reach = 0;
  return byPlace.map((entity) => {
    if (entity.rank === TAGGED && entity.end <= reach) return { ...entity, rank: REPEATED };
    if (entity.rank === FOUND) reach = Math.max(reach, entity.end);
    return entity;
  });
}

/** The higher rank wins, then the longer span, then the first. In order. */
function withoutOverlap(found: readonly Found[]): readonly Found[] {
  const byWorth = [...ranked(found)].sort(
    (a, b) => b.rank - a.rank || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const taken = new Map<number, Found>();
  const result: Found[] = [];
  for (const entity of byWorth) {
    let free = true;
    for (let at = entity.start; at < entity.end && free; at++) free = !taken.has(at);
    if (!free) continue;
    for (let at = entity.start; at < entity.end; at++) taken.set(at, entity);
    result.push(entity);
  }
  return result.sort((a, b) => a.start - b.start);
}
