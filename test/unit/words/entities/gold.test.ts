import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EntityScore, goldArticles, parseWords, scoreOf, suggest } from './goldEntities';

const folder = join(process.cwd(), 'test', 'golden', 'entities');

/** In percent; a point or so below what was measured. */
interface Floor {
  readonly precision: number;
  readonly recall: number;
}
const FLOORS: Readonly<Record<string, { readonly words: Floor; readonly rules: Floor }>> = {
  '': { words: { precision: 98, recall: 84 }, rules: { precision: 96, recall: 87 } },
  unseen: { words: { precision: 95, recall: 73 }, rules: { precision: 93, recall: 77 } },
};

describe('entities of marked articles', () => {
  for (const [part, floors] of Object.entries(FLOORS)) {
    const articles = goldArticles(join(folder, part));
    const wordsOf = parseWords(readFileSync(join(folder, part, 'words.tsv'), 'utf8'));
    const modes = [
      ['words', 'with the words of a segmenter', wordsOf],
      ['rules', 'by rules alone', undefined],
    ] as const;
    for (const [mode, how, words] of modes) {
      it(`are found ${how} ${part === '' ? 'where the rules were made' : 'in unseen text'}`, () => {
        const total = { gold: 0, right: 0, suggested: 0 };
        for (const { text, entities } of articles) {
          const score: EntityScore = scoreOf(entities, suggest(text, words));
          total.gold += score.gold;
          total.right += score.right;
          total.suggested += score.suggested;
        }
        const precision = (100 * total.right) / total.suggested;
        const recall = (100 * total.right) / total.gold;
        const line = `${total.gold} entities, precision ${precision.toFixed(1)} %, recall ${recall.toFixed(1)} %`;
        console.log(`      ${line}`);
        assert.ok(precision >= floors[mode].precision && recall >= floors[mode].recall, line);
      });
    }
  }
});
