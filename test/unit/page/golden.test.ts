import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPageText } from '../../../src/newsmark';
import { readPage } from '../../../src/page/readPage';
import { clothes } from './clothes';
import { type GoldByline, type GoldLine, type PageScore, parseGoldLines, scorePage } from './goldenScore';

const folder = join(process.cwd(), 'test', 'golden');
const measures = ['roles', 'bCubed', 'titles', 'people'] as const;

interface GoldenPage {
  readonly stem: string;
  readonly raw: string;
  readonly lines: readonly GoldLine[];
  readonly bylines: readonly GoldByline[];
}

function goldenPages(): readonly GoldenPage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.lines.tsv'))
    .map((file) => {
      const stem = file.slice(0, -'.lines.tsv'.length);
      const read = (extension: string): string => readFileSync(join(folder, `${stem}.${extension}`), 'utf8');
      return {
        stem,
        raw: read('txt'),
        lines: parseGoldLines(read('lines.tsv')),
        bylines: JSON.parse(read('bylines.json')) as readonly GoldByline[],
      };
    });
}

function score(page: GoldenPage, raw: string, skip: number): PageScore {
  const text = readPageText(raw);
  return scorePage(text.text, readPage(text), page.lines, page.bylines, skip);
}

/** Pages named hard- are there to show the limits: articles that nothing but their words part, shuffled titles. */
const HARD = { roles: 0.98, bCubed: 0.85, titles: 0.85, people: 0.97 };
const USUAL = { roles: 0.98, bCubed: 0.97, titles: 0.85, people: 0.98 };

describe('golden pages', () => {
  const pages = goldenPages();

  it('are at least nine, three of them hard', () => {
    assert.ok(pages.length >= 9);
    assert.ok(pages.filter(({ stem }) => stem.startsWith('hard-')).length >= 3);
  });

  for (const page of pages) {
    it(`${page.stem} is read as its editor would`, () => {
      const got = score(page, page.raw, 0);
      const want = page.stem.startsWith('hard-') ? HARD : USUAL;
      for (const measure of measures) {
        assert.ok(got[measure] >= want[measure], `${measure} ${got[measure].toFixed(3)}, at least ${want[measure]}`);
      }
    });
  }

  it('are read well together', () => {
    const scores = pages.map((page) => score(page, page.raw, 0));
    const mean = (measure: (typeof measures)[number]): number =>
      scores.reduce((sum, own) => sum + own[measure], 0) / scores.length;
    assert.ok(mean('roles') >= 0.99, `roles ${mean('roles')}`);
    assert.ok(mean('bCubed') >= 0.97, `b-cubed ${mean('bCubed')}`);
    assert.ok(mean('titles') >= 0.95, `titles ${mean('titles')}`);
    assert.ok(mean('people') >= 0.99, `people ${mean('people')}`);
  });

  for (const { name, wear, added } of clothes) {
    it(`are read the same with ${name}`, () => {
      for (const page of pages) {
        const plain = score(page, page.raw, 0);
        const dressed = score(page, wear(page.raw), added);
        for (const measure of measures) {
          const [before, after] = [plain[measure], dressed[measure]];
          assert.ok(after >= before - 0.01, `${page.stem}: ${measure} ${before.toFixed(3)} → ${after.toFixed(3)}`);
        }
      }
    });
  }
});
