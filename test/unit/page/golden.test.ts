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

const USUAL: PageScore = { roles: 0.98, bCubed: 0.97, titles: 0.85, people: 0.98 };
/** Pages that show the limits: what is left for an editor to correct. Floors are a point below what was measured. */
const HARD: Readonly<Record<string, Partial<PageScore>>> = {
  'dense-indent': { roles: 0.96, bCubed: 0.93 },
  'hard-narrow-shuffled': { bCubed: 0.95 },
  'hard-one-measure': {},
  'hard-unsigned-lines': { bCubed: 0.86 },
  interrupted: { bCubed: 0.96 },
  'titles-out-of-order': { bCubed: 0.91 },
  unsigned: { roles: 0.92, bCubed: 0.51, titles: 0.32 },
};

describe('golden pages', () => {
  const pages = goldenPages();

  const plain = new Map(pages.map((page) => [page.stem, score(page, page.raw, 0)]));

  for (const page of pages) {
    it(`${page.stem} is read as its editor would`, () => {
      const got = plain.get(page.stem)!;
      const want = { ...USUAL, ...HARD[page.stem] };
      for (const measure of measures) {
        assert.ok(got[measure] >= want[measure], `${measure} ${got[measure].toFixed(3)}, at least ${want[measure]}`);
      }
    });
  }

  it('are read well together', () => {
    const scores = [...plain.values()];
    const mean = (measure: (typeof measures)[number]): number =>
      scores.reduce((sum, own) => sum + own[measure], 0) / scores.length;
    assert.ok(mean('roles') >= 0.99, `roles ${mean('roles')}`);
    assert.ok(mean('bCubed') >= 0.96, `b-cubed ${mean('bCubed')}`);
    assert.ok(mean('titles') >= 0.95, `titles ${mean('titles')}`);
    assert.ok(mean('people') >= 0.99, `people ${mean('people')}`);
  });

  for (const { name, wear, added } of clothes) {
    it(`are read the same with ${name}`, () => {
      for (const page of pages) {
        const dressed = score(page, wear(page.raw), added);
        for (const measure of measures) {
          const [before, after] = [plain.get(page.stem)![measure], dressed[measure]];
          assert.ok(after >= before - 0.01, `${page.stem}: ${measure} ${before.toFixed(3)} → ${after.toFixed(3)}`);
        }
      }
    });
  }
});
