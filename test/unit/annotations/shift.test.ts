import assert from 'node:assert/strict';
import { shift } from '../../../src/newsmark';
import type { Annotation, TextChange } from '../../../src/newsmark';
import { seeded } from '../random';

describe('spans under live edits', () => {
  const span = (start: number, end: number): Annotation => ({
    id: 'a',
    layer: 'entity',
    start,
    end,
    label: 'X',
    quote: 'x',
    prefix: '',
    suffix: '',
    state: 'added',
    time: 't',
  });
  const moved = (start: number, end: number, change: TextChange): number[] => {
    const [a] = shift([span(start, end)], change);
    return [a!.start, a!.end];
  };

  it('leave insertions at their edges outside and stretch over those inside', () => {
    assert.deepEqual(moved(4, 8, { offset: 4, length: 0, text: 'xx' }), [6, 10]);
    assert.deepEqual(moved(4, 8, { offset: 8, length: 0, text: 'xx' }), [4, 8]);
    assert.deepEqual(moved(4, 8, { offset: 6, length: 0, text: 'xx' }), [4, 10]);
  });

  it('lose what is deleted and become empty where all of it is', () => {
    assert.deepEqual(moved(4, 8, { offset: 2, length: 4, text: '' }), [2, 4]);
    assert.deepEqual(moved(4, 8, { offset: 6, length: 4, text: '' }), [4, 6]);
    assert.deepEqual(moved(4, 8, { offset: 3, length: 9, text: 'yy' }), [3, 3]);
    assert.deepEqual(moved(4, 8, { offset: 4, length: 4, text: 'yyyy' }), [4, 4]);
  });

  it('become empty where a change that nobody made covers a part of them', () => {
    const computed = true;
    assert.deepEqual(moved(4, 8, { offset: 2, length: 4, text: 'yy', computed }), [2, 2]);
    assert.deepEqual(moved(4, 8, { offset: 5, length: 1, text: 'yy', computed }), [4, 9]);
  });

  it('stay empty while other text is typed at their place, and keep what they were labelled on', () => {
    const [gone] = shift([span(4, 8)], { offset: 4, length: 4, text: '' });
    const [still] = shift([gone!], { offset: 4, length: 0, text: 'yyyy' });
    assert.deepEqual([still!.start, still!.end, still!.quote], [4, 4, 'x']);
  });

  it('agree with a naive model over 10,000 random edits', () => {
    const random = seeded(42);
    for (let round = 0; round < 1000; round++) {
      // Every character is an object; a span holds its own characters, and nothing else marks its place.
      let text = Array.from({ length: 60 }, (_, i) => ({ i }));
      const start = random.int(0, 50);
      const own = new Set(text.slice(start, start + random.int(1, 9)));
      let spans: readonly Annotation[] = [span(start, start + own.size)];
      for (let n = 0; n < 10; n++) {
        const offset = random.int(0, text.length);
        const length = random.chance(0.5) ? random.int(0, Math.min(6, text.length - offset)) : 0;
        const inserted = Array.from({ length: random.int(0, 4) }, () => ({ i: -1 }));
        const from = text.findIndex((c) => own.has(c));
        const to = text.findLastIndex((c) => own.has(c));
        // What is typed strictly inside a span becomes part of it.
        if (from >= 0 && offset > from && offset + length <= to) for (const c of inserted) own.add(c);
        text = [...text.slice(0, offset), ...inserted, ...text.slice(offset + length)];
        spans = shift(spans, { offset, length, text: 'x'.repeat(inserted.length) });
        const first = text.findIndex((c) => own.has(c));
        if (first < 0) {
          assert.equal(spans[0]!.start, spans[0]!.end);
          break;
        }
        assert.deepEqual([spans[0]!.start, spans[0]!.end], [first, text.findLastIndex((c) => own.has(c)) + 1]);
      }
    }
  });
});
