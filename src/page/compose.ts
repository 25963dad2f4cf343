import type { Line } from './lines';
import type { Article, Block, Byline, PageStructure, Paragraph, Role } from './model';
import type { Arrangement } from './arrange';
import { markTitles } from './headlines';
import { ownPictures } from './pictures';
import type { Unit } from './units';

/** Puts units, bodies and titles together into articles. */
export function composePage(units: readonly Unit[], arrangement: Arrangement): PageStructure {
  const { owners, titles } = ownersOf(units, arrangement);
  const ids = new Map<number, string>();
  owners.forEach((owner) => {
    if (owner !== undefined && !ids.has(owner)) ids.set(owner, `a${ids.size + 1}`);
  });
  const idOf = (unit: number): string | null => {
    const owner = owners[unit];
    return owner === undefined ? null : ids.get(owner)!;
  };
  const roles = units.map((unit, index) => roleOf(unit, titles.has(index)));
  markTitles(units, titleGroups(owners, titles), roles);

  const bylines: Byline[] = [];
  const paragraphs: Paragraph[] = [];
  const blocks = new Blocks();
  units.forEach((unit, index) => {
    const articleId = idOf(index);
    for (const byline of unit.bylines) bylines.push({ ...byline, articleId });
    if (unit.kind !== 'furniture') {
      paragraphs.push({ start: unit.start, end: unit.end, role: roles[index]!, articleId, flow: unit.flow });
    }
    for (const line of unit.lines) blocks.add(articleId, line, lineRole(line, roles[index]!, unit));
  });
  const words = new Map<string, string>();
  units.forEach((unit, index) => {
    const id = idOf(index);
    if (id !== null && roles[index] === 'headline')
      words.set(id, (words.get(id) ?? '') + unit.flow.text.replace(/^#+/u, ''));
  });
  const articles: Article[] = [...ids.values()].map((id) => ({
    id,
    title: words.get(id) ?? '',
    blocks: blocks.of(id),
  }));
  bylines.sort((a, b) => a.start - b.start);
  return { articles, unassigned: blocks.of(null), bylines, paragraphs };
}

interface Ownership {
  readonly owners: readonly (number | undefined)[];
  /** Title unit → what it heads. */
  readonly titles: ReadonlyMap<number, number>;
}

/** The article of every unit: its number, or a number of its own for a picture that stands alone. */
function ownersOf(units: readonly Unit[], arrangement: Arrangement): Ownership {
  const { articles, titles } = arrangement;
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
  const heads = ownPictures(units, arrangement, owners);
  units.forEach((unit, index) => {
    if (unit.kind === 'credit') owners[index] = owners[index - 1] ?? owners[index + 1];
  });
  return { owners, titles: new Map([...titles, ...[...heads].map((unit) => [unit, owners[unit]!] as const)]) };
}

/** The titles of every article, each in page order. */
function titleGroups(
  owners: readonly (number | undefined)[],
  titles: ReadonlyMap<number, number>,
): readonly (readonly number[])[] {
  const byOwner = new Map<number, number[]>();
  for (const unit of titles.keys()) {
    const owner = owners[unit]!;
    const group = byOwner.get(owner);
    if (group) group.push(unit);
    else byOwner.set(owner, [unit]);
  }
  return [...byOwner.values()].map((group) => group.sort((a, b) => a - b));
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

/** The blocks of every article (null: of none): neighbouring lines with one role are one. */
class Blocks {
  readonly #byArticle = new Map<string | null, Block[]>();
  #article: string | null = null;
  #role: Role | undefined;
  #start = 0;
  #end = 0;

  add(article: string | null, line: Line, role: Role): void {
    if (role !== this.#role || article !== this.#article) {
      this.#close();
      this.#article = article;
      this.#role = role;
      this.#start = line.start;
    }
    this.#end = line.end;
  }

  /** All blocks of an article; nothing can be added any more. */
  of(article: string | null): readonly Block[] {
    this.#close();
    return this.#byArticle.get(article) ?? [];
  }

  #close(): void {
    if (this.#role === undefined) return;
    const block = { role: this.#role, start: this.#start, end: this.#end };
    this.#role = undefined;
    const own = this.#byArticle.get(this.#article);
    if (own) own.push(block);
    else this.#byArticle.set(this.#article, [block]);
  }
}
