import assert from 'node:assert/strict';
import { occurrences } from '../../../src/annotations/occurrences';
import { seeded } from '../random';

describe('occurrences', () => {
  it('are those that a search one by one finds', () => {
    const random = seeded(23);
    for (let round = 0; round < 150; round++) {
      const word = (length: number): string => Array.from({ length }, () => random.pick(['甲', '乙', '丙'])).join('');
      const text = word(random.int(0, 300));
      const needles = Array.from({ length: random.int(1, 30) }, () => {
        const start = random.int(0, text.length);
        return random.chance(0.5) ? text.slice(start, start + random.int(0, 60)) : word(random.int(1, 9));
      });
      const cap = random.int(1, 5);
      const found = occurrences(text, needles, cap);
      for (const needle of needles) {
        const places: number[] = [];
        for (let at = 0; needle !== '' && places.length < cap; at++) {
          at = text.indexOf(needle, at);
          if (at < 0) break;
          places.push(at);
        }
        assert.deepEqual(found.get(needle), places, `${needle} in ${text}`);
      }
    }
  });

  it('says that it does not know where a long needle costs too much to look for', () => {
    const same = '好'.repeat(10_000);
    const needles = Array.from({ length: 6 }, (_, n) => `${'好'.repeat(50)}${n}`);
    assert.equal(occurrences(same, needles, 2).get(needles[0]!), null);
  });
});
