import assert from 'node:assert/strict';
import {
  applyEdits,
  invert,
  makeAnnotation,
  newSidecar,
  readPageText,
  textEdit,
  trimSpan,
} from '../../../src/newsmark';
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

describe('trimming a selection', () => {
  const trimmed = (text: string): string | null => {
    const span = trimSpan(text, { start: 0, end: text.length });
    return span && text.slice(span.start, span.end);
  };

  it('drops blanks, line ends and punctuation at both ends', () => {
    assert.equal(trimmed('，清河县。\n'), '清河县');
    assert.equal(trimmed('　 清河县、'), '清河县');
    assert.equal(trimmed('（清河县'), '清河县');
  });

  it('keeps marks that belong to a name', () => {
    assert.equal(trimmed('《河长日记》'), '《河长日记》');
    assert.equal(trimmed('，《河长日记》。'), '《河长日记》');
    assert.equal(trimmed('“云水”平台'), '“云水”平台');
    assert.equal(trimmed('管理办法（试行）'), '管理办法（试行）');
  });

  it('is null where nothing is left', () => {
    assert.equal(trimmed('， 。\n'), null);
    assert.equal(trimmed(''), null);
  });
});
