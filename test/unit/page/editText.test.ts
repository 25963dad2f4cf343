import assert from 'node:assert/strict';
import { editText, readPageText } from '../../../src/newsmark';
import { seeded } from '../random';

describe('a page that is edited', () => {
  const edited = (text: string, ...changes: [number, number, string][]): ReturnType<typeof editText> =>
    editText(
      readPageText(text),
      changes.map(([offset, length, inserted]) => ({ offset, length, text: inserted })),
    );

  it('has the new text and its lines', () => {
    const page = edited('甲乙\n丙丁\n戊', [1, 3, '\n己\n\n']);
    assert.equal(page.text, '甲\n己\n\n丁\n戊');
    assert.deepEqual([...page.lineStarts], [0, 2, 4, 5, 7]);
  });

  it('keeps the kind of its line ends', () => {
    assert.equal(editText(readPageText('甲\r\n乙'), [{ offset: 0, length: 1, text: '丙' }]).eol, 'crlf');
  });

  it('is what reading the new text anew gives, over random edits at several places', () => {
    const random = seeded(7);
    let page = readPageText('云溪县\n\n日报\n');
    for (let round = 0; round < 3000; round++) {
      const changes: { offset: number; length: number; text: string }[] = [];
      let end = page.text.length;
      for (let n = random.int(1, 4); n > 0; n--) {
        const offset = random.int(Math.max(0, end - 12), end);
        const length = random.int(0, Math.min(page.text.length > 200 ? 9 : 3, end - offset));
        const text = Array.from({ length: random.int(0, 4) }, () => (random.chance(0.3) ? '\n' : '字')).join('');
        changes.push({ offset, length, text });
        end = offset;
      }
      let text = page.text;
      for (const change of changes) {
        text = text.slice(0, change.offset) + change.text + text.slice(change.offset + change.length);
      }
      page = editText(page, changes);
      assert.equal(page.text, text);
      assert.deepEqual(page.lineStarts, readPageText(text).lineStarts, JSON.stringify({ text, changes }));
    }
  });
});
