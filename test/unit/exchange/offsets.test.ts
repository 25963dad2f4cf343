import assert from 'node:assert/strict';
import { Offsets, verifiedSpan } from '../../../src/exchange/offsets';
import { seeded } from '../random';

describe('offsets of exchange formats', () => {
  it('counts code points as the runtime does, there and back, in any text', () => {
    const random = seeded(11);
    const pieces = ['李', '𠮷', 'a', '😀', '\n', '　', '👨‍👩‍👧'];
    for (let round = 0; round < 100; round++) {
      const text = Array.from({ length: random.int(0, 30) }, () => random.pick(pieces)).join('');
      const offsets = new Offsets(text);
      let units = 0;
      [...text].forEach((character, count) => {
        assert.equal(offsets.toCodePoints(units), count);
        assert.equal(offsets.toUtf16(count), units);
        units += character.length;
      });
      assert.equal(offsets.toUtf16([...text].length), text.length);
    }
  });

  it('refuses what is outside the text or cuts a character', () => {
    const offsets = new Offsets('甲𠮷乙');
    assert.throws(() => offsets.toCodePoints(2), /cuts a character/);
    assert.throws(() => offsets.toCodePoints(5), /outside/);
    assert.throws(() => offsets.toUtf16(4), /outside/);
    assert.throws(() => offsets.toUtf16(-1), /outside/);
    assert.throws(() => offsets.toUtf16(0.5), /outside/);
  });

  it('gives a span only where its quote stands there', () => {
    const text = '𠮷祥路在𠮷祥镇';
    const offsets = new Offsets(text);
    const mark = { start: 5, end: 9, quote: '𠮷祥镇' };
    assert.deepEqual(verifiedSpan(text, offsets, 'code-point', mark), { start: 4, end: 7 });
    assert.deepEqual(verifiedSpan(text, offsets, 'utf-16', mark), { start: 5, end: 9 });
    assert.equal(verifiedSpan(text, offsets, 'utf-16', { ...mark, start: 0 }), undefined);
    assert.equal(verifiedSpan(text, offsets, 'code-point', { start: 1, end: 3, quote: text.slice(1, 3) }), undefined);
  });
});
