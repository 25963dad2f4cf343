import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, readPageText } from '../../src/newsmark';
import type { Analysis } from '../../src/newsmark';

const FOLDER = 'test/golden';
/** A point below what was measured when they were set; hard pages pull the means down. */
const FLOORS = { roles: 0.975, bcubed: 0.91, titles: 0.87, people: 0.99 };

interface Row {
  readonly line: number;
  readonly article: string;
  readonly role: string;
}
interface Scores {
  readonly roles: number;
  readonly bcubed: number;
  readonly titles: number;
  readonly people: number;
}

/** Headline, kicker and deck are told apart by taste; so are caption and credit. */
const group = (role: string): string =>
  ['headline', 'kicker', 'deck'].includes(role) ? 'title' : ['caption', 'credit'].includes(role) ? 'picture' : role;

function score(name: string, transform: (text: string) => string = (text) => text): Scores {
  const page = readPageText(transform(readFileSync(join(FOLDER, `${name}.txt`), 'utf8')));
  const analysis = analyze(page);
  const rows = readFileSync(join(FOLDER, `${name}.lines.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((row): Row => {
      const [line, article, role] = row.split('\t');
      return { line: Number(line), article: article!, role: role! };
    });
  // A transformed page has other line numbers, but the same lines that hold something, in the same order.
  const filled = [...page.lineStarts.keys()].filter((line) => lineText(page.text, page.lineStarts, line).trim() !== '');
  const read = rows.map((_, index) => readLine(analysis, page.lineStarts[filled[index]!]!, page.text));
  const inArticle = rows
    .map((row, index) => ({ gold: row, read: read[index]! }))
    .filter(({ gold }) => gold.article !== '-');
  return {
    roles: share(rows, (row, index) => group(row.role) === group(read[index]!.role)),
    bcubed: bcubed(inArticle.map(({ gold, read: r }) => [gold.article, r.article])),
    titles: share(
      inArticle.filter(({ gold }) => group(gold.role) === 'title'),
      (title) => {
        const bodies = inArticle.filter(({ gold }) => gold.role === 'body');
        const owner = most(bodies.filter((b) => b.read.article === title.read.article).map((b) => b.gold.article));
        return group(title.read.role) === 'title' && owner === title.gold.article;
      },
    ),
    people: peopleScore(name, analysis),
  };
}

function lineText(text: string, starts: Int32Array, line: number): string {
  return text.slice(starts[line], starts[line + 1] ?? text.length);
}

function readLine(
  analysis: Analysis,
  start: number,
  text: string,
): { readonly article: string; readonly role: string } {
  let at = start;
  while (/\s/u.test(text[at] ?? 'x')) at++;
  for (const article of analysis.articles) {
    const block = article.blocks.find((b) => b.start <= at && at < b.end);
    if (block) return { article: article.id, role: block.role };
  }
  return { article: '-', role: analysis.unassigned.find((b) => b.start <= at && at < b.end)?.role ?? 'none' };
}

function share<T>(items: readonly T[], isRight: (item: T, index: number) => boolean): number {
  return items.length === 0 ? 1 : items.filter(isRight).length / items.length;
}

function most(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The F-measure of B-cubed precision and recall (Bagga and Baldwin 1998) over lines. */
function bcubed(pairs: readonly (readonly [gold: string, read: string])[]): number {
  let precision = 0;
  let recall = 0;
  for (const [gold, read] of pairs) {
    const sameRead = pairs.filter(([, r]) => read !== '-' && r === read);
    const both = sameRead.filter(([g]) => g === gold).length;
    precision += sameRead.length === 0 ? 0 : both / sameRead.length;
    recall += both / pairs.filter(([g]) => g === gold).length;
  }
  precision /= pairs.length;
  recall /= pairs.length;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function peopleScore(name: string, analysis: Analysis): number {
  const gold = JSON.parse(readFileSync(join(FOLDER, `${name}.bylines.json`), 'utf8')) as readonly {
    readonly people: readonly { readonly name: string; readonly role: string }[];
  }[];
  const key = (people: readonly { readonly name: string; readonly role: string }[]): string[] =>
    people.map((p) => `${p.name}/${p.role}`);
  const wanted = gold.flatMap((byline) => key(byline.people));
  const found = analysis.bylines.flatMap((byline) => key(byline.people));
  const left = [...found];
  const right = wanted.filter((person) => {
    const index = left.indexOf(person);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
  return wanted.length + found.length === 0 ? 1 : (2 * right.length) / (wanted.length + found.length);
}

describe('the golden pages', () => {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length));
  const mean = (scores: readonly Scores[], key: keyof Scores): number =>
    scores.reduce((sum, s) => sum + s[key], 0) / scores.length;

  it('are read well on the whole', () => {
    const scores = names.map((name) => score(name));
    for (const key of Object.keys(FLOORS) as (keyof Scores)[]) {
      const table = names.map((name, index) => `${name} ${scores[index]![key].toFixed(3)}`).join('\n');
      assert.ok(mean(scores, key) >= FLOORS[key], `${key}: ${mean(scores, key).toFixed(4)} on average\n${table}`);
    }
  });

  for (const name of ['single-plain', 'single-markdown']) {
    it(`of a single article are read exactly: ${name}`, () => {
      assert.deepEqual(score(name), { roles: 1, bcubed: 1, titles: 1, people: 1 });
    });
  }

  const clothes: Readonly<Record<string, (text: string) => string>> = {
    'other line ends': (text) => text.replace(/\n/g, '\r\n'),
    'a byte-order mark': (text) => `\uFEFF${text}`,
    'full-width digits': (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    'ideographic blanks inside lines': (text) => text.replace(/(\S) (?=\S)/g, '$1\u3000'),
  };
  for (const [what, transform] of Object.entries(clothes)) {
    it(`are read the same with ${what}`, () => {
      const plain = names.map((name) => score(name));
      const other = names.map((name) => score(name, transform));
      for (const key of Object.keys(FLOORS) as (keyof Scores)[]) {
        assert.ok(
          Math.abs(mean(plain, key) - mean(other, key)) <= 0.01,
          `${key}: ${mean(plain, key)} and ${mean(other, key)}`,
        );
      }
    });
  }
});
