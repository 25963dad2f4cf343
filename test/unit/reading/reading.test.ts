import assert from 'node:assert/strict';
import {
  analyze,
  applyDelta,
  deltaOf,
  editText,
  joinChanges,
  moveAnalysis,
  NO_ANALYSIS,
  readPageText,
  shift,
  shiftAll,
} from '../../../src/newsmark';
import type { Analysis, Annotation, Span, TextChange } from '../../../src/newsmark';
import { seeded } from '../random';
import { changesOf, pageOf } from './samples';

/** All spans of an analysis with the words they stand on. */
function* quotes(analysis: Analysis, text: string): Iterable<string> {
  const lists: readonly (readonly Span[])[] = [analysis.figures, analysis.bylines, analysis.paragraphs];
  for (const { start, end } of lists.flat()) yield text.slice(start, end);
}

describe('an analysis while the text is edited', () => {
  const before = '前\n云溪县修路12公里，占85%。\n北岭镇种树300棵。\n';
  const page = readPageText(before);
  const analysis = analyze(page);
  const at = (words: string): number => before.indexOf(words);

  it('leaves out a figure that the change touches and moves those behind it', () => {
    const changes = [{ offset: at('2公里'), length: 0, text: '5' }];
    const moved = moveAnalysis(analysis, changes);
    const { text } = editText(page, changes);
    assert.deepEqual(
      moved.figures.map(({ start, end }) => text.slice(start, end)),
      ['85%', '300棵'],
    );
  });

  it('keeps a figure at whose edge something is typed', () => {
    const moved = moveAnalysis(analysis, [{ offset: at('12公里'), length: 0, text: '了' }]);
    assert.equal(moved.figures.length, 3);
  });

  it('stretches the block that is typed in', () => {
    const last = analysis.articles.at(-1)!.blocks.at(-1)!;
    const moved = moveAnalysis(analysis, [{ offset: last.start + 3, length: 1, text: '很长的' }]);
    assert.equal(moved.articles.at(-1)!.blocks.at(-1)!.end, last.end + 2);
  });

  it('leaves out an article that is deleted whole', () => {
    const moved = moveAnalysis(analysis, [{ offset: 0, length: before.length, text: '' }]);
    assert.deepEqual({ ...moved }, NO_ANALYSIS);
  });

  it('never holds a span that stands on other words, nor a flow text away from its characters', () => {
    const random = seeded(3);
    for (let round = 0; round < 80; round++) {
      const old = readPageText(pageOf(random, random.int(1, 4)));
      const first = analyze(old);
      const changes = changesOf(random, old.text.length, random.int(1, 4));
      const { text } = editText(old, changes);
      const moved = moveAnalysis(first, changes);
      const known = new Map<string, number>();
      for (const quote of quotes(first, old.text)) known.set(quote, (known.get(quote) ?? 0) + 1);
      for (const quote of quotes(moved, text)) {
        assert.ok((known.get(quote) ?? 0) > 0, `${quote} was not there before`);
        known.set(quote, known.get(quote)! - 1);
      }
      for (const { flow } of moved.paragraphs) {
        assert.ok([...flow.offsets].every((offset, i) => flow.text[i] === ' ' || text[offset] === flow.text[i]));
      }
      for (const check of moved.checks) {
        const figures = check.figures.map((i) => moved.figures[i]!);
        assert.ok(figures.every((figure) => check.statement.includes(text.slice(figure.start, figure.end).trim())));
      }
    }
  });
});

describe('what is new in an analysis', () => {
  it('leads from the old one to the new one, whatever was edited', () => {
    const random = seeded(11);
    let page = readPageText(pageOf(random, 4));
    let known = NO_ANALYSIS;
    for (let round = 0; round < 80; round++) {
      const length = page.text.length;
      page = editText(page, changesOf(random, length, random.int(1, 3)));
      if (page.text.length > 2000) page = readPageText(pageOf(random, 4));
      const next = analyze(page);
      const delta = structuredClone(deltaOf(known, next, page.text.length - length));
      known = applyDelta(known, delta);
      assert.deepEqual(known, next);
    }
  });

  it('is little where little was edited', () => {
    const random = seeded(5);
    const page = readPageText(pageOf(random, 40));
    const edited = editText(page, [{ offset: page.text.length >> 1, length: 0, text: '新' }]);
    const delta = deltaOf(analyze(page), analyze(edited), 1);
    const news = [delta.articles, delta.paragraphs, delta.figures, delta.bylines].map(({ items }) => items.length);
    assert.ok(Math.max(...news) <= 8, news.join());
  });
});

describe('changes of a text', () => {
  const apply = (text: string, { offset, length, text: inserted }: TextChange): string =>
    text.slice(0, offset) + inserted + text.slice(offset + length);

  it('become one where they meet, and the one does what both do', () => {
    const random = seeded(23);
    let joined = 0;
    for (let round = 0; round < 5000; round++) {
      const text = 'abcdefghijklmnop';
      const [first] = changesOf(random, text.length, 1);
      const [second] = changesOf(random, apply(text, first!).length, 1);
      const both = joinChanges(first!, second!);
      if (!both) continue;
      joined++;
      assert.equal(apply(text, both), apply(apply(text, first!), second!));
    }
    assert.ok(joined > 1000);
  });

  it('move annotations all at once as one after the other', () => {
    const random = seeded(31);
    for (let round = 0; round < 2000; round++) {
      const changes = changesOf(random, 60, random.int(1, 6)).map((c) => ({ ...c, computed: random.chance(0.2) }));
      const items = Array.from({ length: 10 }, (_, id): Annotation => {
        const start = random.int(0, 60);
        const end = Math.min(60, start + random.int(0, 8));
        return {
          id: `a${id}`,
          layer: 'entity',
          start,
          end,
          label: 'X',
          quote: 'x',
          prefix: '',
          suffix: '',
          state: 'added',
          time: '',
        };
      });
      const one = changes.reduce<readonly Annotation[]>((all, change) => shift(all, change), items);
      assert.deepEqual(shiftAll(items, changes), one, JSON.stringify(changes));
    }
  });
});
