import assert from 'node:assert/strict';
import { applyEdits, invert, makeAnnotation, newSidecar, readPageText, requote, textEdit } from '../../../src/newsmark';
import type { Annotation, SidecarEdit } from '../../../src/newsmark';
import { seeded } from '../random';

const page = readPageText('“清河县”在“𠮷祥”路，《河长日记》出版。');
const make = (start: number, end: number, id = 'a'): Annotation =>
  makeAnnotation(page, {
    id,
    layer: 'entity',
    start,
    end,
    label: 'LOC',
    state: 'added',
    time: 't',
    author: undefined,
    data: undefined,
  });

describe('edits of a sidecar', () => {
  it('are taken back by their inverse, in any mix', () => {
    const base = applyEdits(newSidecar(page, 'p', 'utf8'), [{ type: 'add', annotation: make(1, 4, 'a') }]);
    const edits: SidecarEdit[] = [
      { type: 'add', annotation: make(5, 6, 'b') },
      { type: 'change', before: make(1, 4, 'a'), after: { ...make(1, 4, 'a'), label: 'GPE' } },
      { type: 'remove', annotation: make(5, 6, 'b') },
    ];
    const after = applyEdits(base, edits);
    assert.deepEqual(
      after.annotations.map((a) => a.label),
      ['GPE'],
    );
    assert.deepEqual(applyEdits(after, invert(edits)), base);
  });

  it('never cut a character in two', () => {
    const at = page.text.indexOf('𠮷');
    const annotation = make(at + 1, at + 3);
    assert.equal(annotation.quote, '𠮷祥');
    assert.equal(
      [...annotation.prefix, ...annotation.suffix].some((c) => /[\ud800-\udfff]/u.test(c) && c.length === 1),
      false,
    );
  });

  it('take the quote and the context of the text as it is now', () => {
    const [now] = requote(readPageText('“清溪县”在'), [{ ...make(1, 4), lost: true }]);
    assert.deepEqual([now!.quote, now!.prefix, now!.suffix, now!.lost], ['清溪县', '“', '”在', undefined]);
  });

  it('become the smallest replacement of the text', () => {
    assert.deepEqual(textEdit('abcXdef', 'abcYYdef'), { start: 3, end: 4, text: 'YY' });
    assert.deepEqual(textEdit('same', 'same'), { start: 4, end: 4, text: '' });
    const random = seeded(7);
    for (let n = 0; n < 500; n++) {
      const word = (): string =>
        Array.from({ length: random.int(0, 12) }, () => random.pick(['a', 'b', '好', '😀', '😁'])).join('');
      const [before, after] = [word(), word()];
      const { start, end, text } = textEdit(before, after);
      assert.equal(before.slice(0, start) + text + before.slice(end), after);
    }
  });
});
