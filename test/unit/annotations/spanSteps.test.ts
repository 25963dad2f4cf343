import assert from 'node:assert/strict';
import { growByCharacter, shrinkByCharacter } from '../../../src/newsmark';
import type { Span } from '../../../src/newsmark';

const text = '云溪县𠮷水\n  镇何大山说';
const of = (words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const read = ({ start, end }: Span): string => text.slice(start, end);

describe('spans by characters', () => {
  it('grow at either side, over line ends and blanks', () => {
    assert.equal(read(growByCharacter(text, of('水'), 'end')), '水\n  镇');
    assert.equal(read(growByCharacter(text, of('镇'), 'start')), '水\n  镇');
  });

  it('shrink at either side, blanks at the edge with it', () => {
    assert.equal(read(shrinkByCharacter(text, of('水\n  镇'), 'end')), '水');
    assert.equal(read(shrinkByCharacter(text, of('水\n  镇'), 'start')), '镇');
  });

  it('never cut a character in two', () => {
    assert.equal(read(growByCharacter(text, of('云溪县'), 'end')), '云溪县𠮷');
    assert.equal(read(growByCharacter(text, of('水'), 'start')), '𠮷水');
    assert.equal(read(shrinkByCharacter(text, of('县𠮷'), 'end')), '县');
    assert.equal(read(shrinkByCharacter(text, of('𠮷水'), 'start')), '水');
  });

  it('end at the edges of the text, and with nothing', () => {
    const whole = { start: 0, end: text.length };
    assert.deepEqual(growByCharacter(text, whole, 'end'), whole);
    assert.deepEqual(growByCharacter(text, whole, 'start'), whole);
    assert.equal(read(shrinkByCharacter(text, of('云'), 'end')), '');
    assert.equal(read(shrinkByCharacter(text, of('云'), 'start')), '');
  });
});
