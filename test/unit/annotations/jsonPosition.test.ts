import assert from 'node:assert/strict';
import { jsonErrorAt, jsonValueAt, positionAt } from '../../../src/annotations/jsonPosition';
import { seeded } from '../random';

describe('places in JSON', () => {
  it('names the first character that is no JSON', () => {
    for (const [text, offset] of [
      ['{"a": 1,}', 8],
      ['{"a" 1}', 5],
      ['[1 2]', 3],
      ['[01]', 1],
      ['[1.]', 1],
      ['["a\nb"]', 3],
      ['["\\x"]', 2],
      ['{"a": tru}', 6],
      ['{"a": 1', 7],
      ['', 0],
      ['{} x', 3],
      ["{'a': 1}", 1],
    ] as const) {
      assert.equal(jsonErrorAt(text), offset, text);
    }
  });

  it('names no error in what JSON.parse takes', () => {
    const random = seeded(17);
    const pieces = ['{', '}', '[', ']', ':', ',', '"a"', '"\\u00e9"', '1', '-0.5e3', 'true', 'null', ' ', '\n', '"'];
    for (let n = 0; n < 20_000; n++) {
      const text = Array.from({ length: random.int(1, 7) }, () => random.pick(pieces)).join('');
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      if (valid) assert.equal(jsonErrorAt(text), text.length, text);
    }
  });

  it('survives any nesting', () => {
    assert.equal(jsonErrorAt('['.repeat(200_000)), 200_000);
  });

  it('finds a value by its path, or what is left of the path', () => {
    const text = '{\n  "a": [1, {"b": "x"}],\n  "c": {}\n}';
    assert.equal(jsonValueAt(text, ['a', 1, 'b']), text.indexOf('"x"'));
    assert.equal(jsonValueAt(text, ['c']), text.indexOf('{}'));
    assert.equal(jsonValueAt(text, ['a', 1, 'missing']), text.indexOf('{"b"'));
    assert.equal(jsonValueAt(text, []), 0);
  });

  it('counts lines and columns from 1', () => {
    assert.deepEqual(positionAt('ab\ncd', 4), { line: 2, column: 2 });
    assert.deepEqual(positionAt('ab\ncd', 0), { line: 1, column: 1 });
    assert.deepEqual(positionAt('ab\ncd', 2), { line: 1, column: 3 });
  });
});
