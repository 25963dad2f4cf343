import type { Line } from './lines';
import { pairsOf } from './lexicon';
import type { Article, Block, Byline, PageStructure, Paragraph, Role } from './model';
import type { Segmentation } from './segments';
import type { Unit } from './units';

/** Wording that a caption must share with an article to belong to it. */
const CAPTION_SHARED = 0.16;

/** Puts units, bodies and titles together into articles. */
export function composePage(
  units: readonly Unit[],
  segmentation: Segmentation,
  titles: ReadonlyMap<number, number>,
): PageStructure {
  const owners = ownersOf(units, segmentation, titles);
  const ids = new Map<number, string>();
  owners.forEach((owner) => {
    if (owner !== undefined && !ids.has(owner)) ids.set(owner, `a${ids.size + 1}`);
  });
  const idOf = (unit: number): string | null => {
    const owner = owners[unit];
    return owner === undefined ? null : ids.get(owner)!;
  };
  const roles = units.map((unit, index) => roleOf(unit, titles.has(index)));
  markTitles(units, owners, titles, roles);

  const bylines: Byline[] = [];
  const paragraphs: Paragraph[] = [];
  const blocks = new Map<string | null, Block[]>();
  units.forEach((unit, index) => {
    const articleId = idOf(index);
    bylines.push(...unit.bylines.map((byline) => ({ ...byline, articleId })));
    if (unit.kind !== 'furniture') {
      paragraphs.push({ start: unit.start, end: unit.end, role: roles[index]!, articleId, flow: unit.flow });
    }
    const own = blocks.get(articleId) ?? blocks.set(articleId, []).get(articleId)!;
    for (const line of unit.lines) addLine(own, line, lineRole(line, roles[index]!, unit));
  });
  const articles: Article[] = [...ids.values()].map((id) => {
    const own = blocks.get(id)!;
    const title = units
      .filter((_, index) => idOf(index) === id && roles[index] === 'headline')
      .map((unit) => unit.flow.text)
      .join('');
    return { id, title, blocks: own };
  });
  bylines.sort((a, b) => a.start - b.start);
  return { articles, unassigned: blocks.get(null) ?? [], bylines, paragraphs };
}

/** The article of every unit: the index of its segment, or a number of its own for a picture that stands alone. */
function ownersOf(
  units: readonly Unit[],
  { segments, rarity }: Segmentation,
  titles: ReadonlyMap<number, number>,
): readonly (number | undefined)[] {
  const owners: (number | undefined)[] = units.map(() => undefined);
  segments.forEach((segment, index) => {
    for (const body of segment.bodies) owners[body] = index;
  });
  titles.forEach((segment, unit) => {
    owners[unit] = segment;
  });
  let current: number | undefined;
  units.forEach((unit, index) => {
    if (unit.kind === 'body') current = owners[index];
    if (unit.kind === 'title') owners[index] ??= current;
    if (unit.kind === 'byline') owners[index] = bylineOwner(units, owners, index, current);
  });
  let alone = segments.length;
  units.forEach((unit, index) => {
    if (unit.kind !== 'caption') return;
    const pairs = pairsOf(unit.flow.text);
    let best = 0;
    let owner: number | undefined;
    segments.forEach((segment, s) => {
      const shared = rarity.shared(pairs, segment.pairs);
      if (shared > best) [best, owner] = [shared, s];
    });
    owners[index] = best >= CAPTION_SHARED ? owner : alone++;
  });
  units.forEach((unit, index) => {
    if (unit.kind === 'credit') owners[index] = owners[index - 1] ?? owners[index + 1];
  });
  return owners;
}

/** Names belong to the titles that they follow, or else to the body before or behind them. */
function bylineOwner(
  units: readonly Unit[],
  owners: readonly (number | undefined)[],
  index: number,
  current: number | undefined,
): number | undefined {
  if (units[index - 1]?.kind === 'title') return owners[index - 1];
  if (units[index - 1]?.kind === 'body') return current;
  return owners[index + 1] ?? current;
}

function roleOf(unit: Unit, heads: boolean): Role {
  switch (unit.kind) {
    case 'title':
      return heads ? 'headline' : 'subhead';
    default:
      return unit.kind;
  }
}

/** Which of an article's titles is the headline: the longest line that is neither a deck nor two phrases before one. */
function markTitles(
  units: readonly Unit[],
  owners: readonly (number | undefined)[],
  titles: ReadonlyMap<number, number>,
  roles: Role[],
): void {
  const byOwner = new Map<number, number[]>();
  for (const unit of titles.keys()) {
    const owner = owners[unit]!;
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), unit]);
  }
  for (const group of byOwner.values()) {
    const plain = group.filter((unit) => !/^—/u.test(units[unit]!.flow.text));
    for (const unit of group) if (!plain.includes(unit) && plain.length > 0) roles[unit] = 'deck';
    if (plain.length < 2) continue;
    const [first, ...rest] = plain;
    const isKicker =
      /\s/u.test(units[first!]!.lines[0]!.raw) ||
      units[first!]!.flow.text.length < units[rest[0]!]!.flow.text.length - 2;
    if (isKicker) roles[first!] = 'kicker';
    else if (units[rest.at(-1)!]!.flow.text.length > units[first!]!.flow.text.length + 4) roles[rest.at(-1)!] = 'deck';
  }
}

/** The role of a line: a dateline or a credit that makes up most of it decides. */
function lineRole(line: Line, role: Role, unit: Unit): Role {
  for (const byline of unit.bylines) {
    const from = Math.max(line.start, byline.start);
    const to = Math.min(line.end, byline.end);
    if (to <= from || solid(line.raw.slice(from - line.start, to - line.start)) * 2 <= line.text.length) continue;
    if (byline.kind === 'photo') return unit.kind === 'credit' ? 'credit' : role;
    return 'byline';
  }
  return role;
}

/** Characters without blanks. */
function solid(text: string): number {
  return text.replace(/\s+/gu, '').length;
}

/** Adds a line to the blocks of an article: the same role goes on where nothing of another article stands between. */
function addLine(blocks: Block[], line: Line, role: Role): void {
  blocks.push({ role, start: line.start, end: line.end });
}
