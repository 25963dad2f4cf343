import assert from 'node:assert/strict';
import { defaultScheme, parseScheme } from '../../../src/newsmark';

const label = { id: 'RIVER', name: { en: 'river', zh: '河流' }, color: '#336699' };
const scheme = (...labels: readonly object[]): string => JSON.stringify({ formatVersion: 1, labels }, null, 2);

describe('a scheme', () => {
  it('is read with everything it holds, known or not', () => {
    const more = { ...label, attributes: [{ id: 'navigable' }], name: { ...label.name, fr: 'fleuve' } };
    const parsed = parseScheme(scheme(more));
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.scheme.labels, [more]);
  });

  it('names the line of a label that stands twice', () => {
    const parsed = parseScheme(scheme(label, label));
    assert.ok(!parsed.ok && parsed.error.code === 'schema');
    assert.equal(parsed.error.path, 'labels.1.id');
    assert.equal(parsed.error.line, 13);
  });

  it('refuses what cannot be stored or shown', () => {
    for (const bad of [
      { ...label, id: '河' },
      { ...label, id: 'A B' },
      { ...label, color: 'blue!' },
      { ...label, name: { en: 'river' } },
    ]) {
      assert.equal(parseScheme(scheme(bad)).ok, false, JSON.stringify(bad));
    }
    assert.equal(parseScheme(scheme()).ok, false);
  });

  it('of a newer version is told apart from a broken one', () => {
    const parsed = parseScheme('{"formatVersion": 2, "labels": []}');
    assert.deepEqual(parsed, { ok: false, error: { code: 'newer-version', version: 2 } });
  });
});

describe('the built-in scheme', () => {
  it('is a valid scheme in both languages, with a definition and an example for every label', () => {
    const parsed = parseScheme(JSON.stringify(defaultScheme));
    assert.ok(parsed.ok);
    for (const each of parsed.scheme.labels) {
      assert.ok(each.definition && (each.examples?.length ?? 0) > 0, each.id);
      assert.match(each.color, /^newsmark\.label\.[a-z]+$/);
    }
  });

  it('gives every label a key of its own', () => {
    const keys = defaultScheme.labels.map((each) => each.key);
    assert.equal(new Set(keys).size, keys.length);
  });
});
