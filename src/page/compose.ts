import type { Line } from './lines';
import { Wording, wordsOf } from './wording';
import type { Article, Block, Byline, PageStructure, Paragraph, Role } from './model';
import type { Arrangement } from './arrange';
import type { Unit } from './units';

/** Wording that a caption must share with an article to belong to it. */
const CAPTION_SHARED = 0.16;
/** Articles before and behind a picture that it may belong to. */
const NEAR = 8;

/** Puts units, bodies and titles together into articles. */
export function composePage(units: readonly Unit[], arrangement: Arrangement): PageStructure {
  const { titles } = arrangement;
  const owners = ownersOf(units, arrangement);
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
  const words = new Map<string, string>();
  units.forEach((unit, index) => {
    const id = idOf(index);
    if (id !== null && roles[index] === 'headline') words.set(id, (words.get(id) ?? '') + unit.flow.text.replace(/^#+/u, ''));
  });
  const articles: Article[] = [...ids.values()].map((id) => ({
    id,
    title: words.get(id) ?? '',
    blocks: blocks.get(id)!,
  }));
  bylines.sort((a, b) => a.start - b.start);
  return { articles, unassigned: blocks.get(null) ?? [], bylines, paragraphs };
}

/** The article of every unit: its number, or a number of its own for a picture that stands alone. */
function ownersOf(units: readonly Unit[], { articles, titles }: Arrangement): readonly (number | undefined)[] {
  const owners: (number | undefined)[] = units.map(() => undefined);
  articles.forEach((bodies, index) => {
    for (const body of bodies) owners[body] = index;
  });
  titles.forEach((article, unit) => {
    owners[unit] = article;
  });
  let current: number | undefined;
  units.forEach((unit, index) => {
    if (unit.kind === 'body') current = owners[index];
    if (unit.kind === 'title') owners[index] ??= current;
    if (unit.kind === 'byline') owners[index] = bylineOwner(units, owners, index, current);
  });
  ownPictures(units, articles, owners);
  units.forEach((unit, index) => {
    if (unit.kind === 'credit') owners[index] = owners[index - 1] ?? owners[index + 1];
  });
  return owners;
}

/** Gives every caption to the article near it that shares most of its wording, or to itself. */
function ownPictures(units: readonly Unit[], articles: Arrangement['articles'], owners: (number | undefined)[]): void {
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
  if (unit.kind !== 'title') return unit.kind;
  return heads ? 'headline' : 'subhead';
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
    const share = to > from ? solid(line.raw.slice(from - line.start, to - line.start)) * 2 : 0;
    if (share < line.text.length || (share === line.text.length && byline.kind !== 'dateline')) continue;
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
