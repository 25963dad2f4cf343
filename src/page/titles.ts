import { pairsOf } from './lexicon';
import type { Segmentation } from './segments';
import type { Unit } from './units';

/** How many bodies before and after a group of titles may be theirs. */
const REACH = 7;

const fit = {
  /** Shared wording is the main evidence: 0 to 1, times this. */
  wording: 9,
  /** The body right behind the titles, where the page sets titles first; the bodies since the last titles otherwise. */
  following: 1.1,
  followingElsewhere: 0.3,
  preceding: 0.9,
  precedingElsewhere: 0.2,
  /** Every body further away. */
  distance: -0.35,
  /** Titles of one article stand together; a deck never leaves its headline. */
  together: 0.5,
  deck: 6,
  /** Titles stand in the order of their bodies. */
  nextInOrder: 0.4,
  backwards: -0.4,
} as const;

/** The segment of every title unit that heads one: unit index → segment index. Titles inside a body are not among them. */
export function placeTitles(units: readonly Unit[], { segments, rarity }: Segmentation): ReadonlyMap<number, number> {
  const placed = new Map<number, number>();
  if (segments.length === 0) return placed;
  const groups = groupsOf(units, segments);
  const first = units.findIndex((unit) => unit.kind === 'title' || unit.kind === 'body');
  const last = units.findLastIndex((unit) => unit.kind === 'title' || unit.kind === 'body');
  const titlesFirst = units[first]?.kind === 'title';
  const titlesLast = units[last]?.kind === 'title';
  let untitledFrom = 0;
  for (const group of groups) {
    const candidates: number[] = [];
    for (let s = Math.max(0, group.next - REACH); s < Math.min(segments.length, group.next + REACH); s++)
      candidates.push(s);
    const scoreOf = (unit: number, segment: number): number => {
      const wording = rarity.shared(pairsOf(units[unit]!.flow.text), segments[segment]!.pairs) * fit.wording;
      if (segment >= group.next) {
        const near = titlesFirst ? fit.following : fit.followingElsewhere;
        return wording + near + (segment - group.next) * fit.distance;
      }
      const near = titlesLast ? fit.preceding : fit.precedingElsewhere;
      const missing = Math.max(0, untitledFrom - segment);
      return wording + near + missing * fit.distance;
    };
    assign(units, group.units, candidates, scoreOf).forEach((segment, index) =>
      placed.set(group.units[index]!, segment),
    );
    untitledFrom = group.next;
  }
  return placed;
}

interface Group {
  /** Title units between two bodies of different segments. */
  readonly units: readonly number[];
  /** The segment whose body comes next. */
  readonly next: number;
}

function groupsOf(units: readonly Unit[], segments: Segmentation['segments']): readonly Group[] {
  const segmentOf = new Map(segments.flatMap((segment, index) => segment.bodies.map((body) => [body, index] as const)));
  const groups: Group[] = [];
  let open: number[] = [];
  let before = -1;
  units.forEach((unit, index) => {
    if (unit.kind === 'title') open.push(index);
    const segment = segmentOf.get(index);
    if (segment === undefined) return;
    if (open.length > 0 && segment !== before) groups.push({ units: open, next: segment });
    open = [];
    before = segment;
  });
  if (open.length > 0) groups.push({ units: open, next: segments.length });
  return groups;
}

/** The best segment for every title of a group, all of them weighed together (Viterbi). */
function assign(
  units: readonly Unit[],
  titles: readonly number[],
  candidates: readonly number[],
  scoreOf: (unit: number, segment: number) => number,
): readonly number[] {
  let scores = candidates.map((segment) => scoreOf(titles[0]!, segment));
  const back: number[][] = [];
  for (const title of titles.slice(1)) {
    const isDeck = /^(?:——|—)/u.test(units[title]!.flow.text);
    const from: number[] = [];
    scores = candidates.map((segment, c) => {
      let best = -Infinity;
      candidates.forEach((previous, p) => {
        let step = 0;
        if (p === c) step = fit.together + (isDeck ? fit.deck : 0);
        else if (segment === previous + 1) step = fit.nextInOrder;
        else if (segment < previous) step = fit.backwards;
        if (scores[p]! + step > best) {
          best = scores[p]! + step;
          from[c] = p;
        }
      });
      return best + scoreOf(title, segment);
    });
    back.push(from);
  }
  let at = scores.indexOf(Math.max(...scores));
  const result = [at];
  for (const from of back.reverse()) result.unshift((at = from[at]!));
  return result.map((c) => candidates[c]!);
}
