import type { Byline, PageStructure, Role } from '../../../src/newsmark';

/** One line of a golden page that is not blank; `order` counts those lines, so that blank lines may come and go. */
export interface GoldLine {
  readonly order: number;
  readonly article: string;
  readonly role: string;
}

export interface GoldByline {
  readonly quote: string;
  readonly kind: string;
  readonly people: readonly { readonly name: string; readonly role: string }[];
}

export interface PageScore {
  /** Shares of 1. */
  readonly roles: number;
  readonly bCubed: number;
  readonly titles: number;
  readonly people: number;
}

const TITLES = new Set(['headline', 'kicker', 'deck']);
const PICTURE = new Set(['caption', 'credit']);
const groupOf = (role: string): string => (TITLES.has(role) ? 'title' : PICTURE.has(role) ? 'picture' : role);

export function parseGoldLines(tsv: string): readonly GoldLine[] {
  return tsv
    .split('\n')
    .filter(Boolean)
    .map((row, order) => {
      const [, article = '-', role = ''] = row.split('\t');
      return { order, article, role };
    });
}

/** The article and role that a structure gives to every line of a text that is not blank. */
export function labelsOf(text: string, page: PageStructure): readonly { article: string; role: Role | 'none' }[] {
  const blocks = [
    ...page.articles.flatMap((a) => a.blocks.map((b) => ({ ...b, article: a.id }))),
    ...page.unassigned.map((b) => ({ ...b, article: '-' })),
  ].sort((a, b) => a.start - b.start);
  const labels: { article: string; role: Role | 'none' }[] = [];
  let at = 0;
  let block = 0;
  for (const line of text.split('\n')) {
    const end = at + line.length;
    if (line.trim() !== '') {
      while (block < blocks.length && blocks[block]!.end <= at) block++;
      const own = blocks[block];
      labels.push(own && own.start < end ? { article: own.article, role: own.role } : { article: '-', role: 'none' });
    }
    at = end + 1;
  }
  return labels;
}

/** How well a structure agrees with gold: by line, by article (B-cubed), by title, by person with role. */
export function scorePage(
  text: string,
  page: PageStructure,
  gold: readonly GoldLine[],
  bylines: readonly GoldByline[],
  skip = 0,
): PageScore {
  const labels = labelsOf(text, page).slice(skip);
  const rows = gold.map((line) => ({ ...line, got: labels[line.order] ?? { article: '-', role: 'none' } }));
  const right = rows.filter((row) => groupOf(row.role) === groupOf(row.got.role)).length;
  const inside = rows.filter((row) => row.article !== '-');
  const owner = (article: string): string | undefined => {
    const votes = new Map<string, number>();
    for (const row of inside) {
      if (row.role === 'body' && row.got.article === article) votes.set(row.article, (votes.get(row.article) ?? 0) + 1);
    }
    return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
  };
  const titles = inside.filter((row) => TITLES.has(row.role) && owner(row.got.article) !== undefined);
  const placed = titles.filter((row) => TITLES.has(row.got.role) && owner(row.got.article) === row.article).length;
  return {
    roles: right / rows.length,
    bCubed: bCubed(inside.map((row) => [row.article, row.got.article === '-' ? `none ${row.order}` : row.got.article])),
    titles: titles.length === 0 ? 1 : placed / titles.length,
    people: peopleF1(bylines, page.bylines),
  };
}

function bCubed(pairs: readonly (readonly [gold: string, got: string])[]): number {
  const count = (key: (pair: readonly [string, string]) => string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const pair of pairs) counts.set(key(pair), (counts.get(key(pair)) ?? 0) + 1);
    return counts;
  };
  const byGold = count(([gold]) => gold);
  const byGot = count(([, got]) => got);
  const byBoth = count((pair) => pair.join(' '));
  let precision = 0;
  let recall = 0;
  for (const pair of pairs) {
    precision += byBoth.get(pair.join(' '))! / byGot.get(pair[1])! / pairs.length;
    recall += byBoth.get(pair.join(' '))! / byGold.get(pair[0])! / pairs.length;
  }
  return (2 * precision * recall) / (precision + recall);
}

function peopleF1(gold: readonly GoldByline[], got: readonly Byline[]): number {
  const keys = (bylines: readonly { people: readonly { name: string; role: string }[] }[]): string[] =>
    bylines.flatMap((byline) => byline.people.map((person) => `${person.name}/${person.role}`));
  const want = keys(gold);
  const left = keys(got);
  const total = want.length + left.length;
  let both = 0;
  for (const key of want) {
    const at = left.indexOf(key);
    if (at < 0) continue;
    left.splice(at, 1);
    both++;
  }
  return total === 0 ? 1 : (2 * both) / total;
}
