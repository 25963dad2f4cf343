import assert from 'node:assert/strict';
import { newSidecar, parseSidecar, readPageText, serializeSidecar } from '../../../src/newsmark';
import type { Annotation, Sidecar } from '../../../src/newsmark';
import { seeded } from '../random';

const page = readPageText('清河县加固三座水库');
const annotation = (id: string, start: number, more: Partial<Annotation> = {}): Annotation => ({
  id,
  layer: 'entity',
  start,
  end: start + 2,
  label: 'GPE',
  quote: page.text.slice(start, start + 2),
  prefix: '',
  suffix: '',
  state: 'added',
  time: '2026-01-31T08:00:00.000Z',
  ...more,
});
const sidecar = (...annotations: Annotation[]): Sidecar => ({ ...newSidecar(page, 'page.txt', 'utf8'), annotations });

describe('the sidecar', () => {
  it('has one annotation a line, sorted by place, whatever order they came in', () => {
    const a = serializeSidecar(sidecar(annotation('b', 4), annotation('a', 0)));
    assert.equal(a, serializeSidecar(sidecar(annotation('a', 0), annotation('b', 4))));
    const lines = a.split('\n').filter((line) => line.includes('"layer"'));
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line.replace(/,$/, '')) as Annotation).id),
      ['a', 'b'],
    );
  });

  it('changes no line but its own when an annotation comes or goes, the first and the last one too', () => {
    const all = [annotation('a', 0), annotation('b', 2), annotation('c', 6)];
    const lines = serializeSidecar(sidecar(...all)).split('\n');
    for (const gone of all) {
      const left = serializeSidecar(sidecar(...all.filter((each) => each !== gone))).split('\n');
      assert.deepEqual(
        left,
        lines.filter((line) => !line.includes(`"id":"${gone.id}"`)),
      );
    }
    assert.equal(serializeSidecar(sidecar()).split('\n').length, lines.length - all.length);
  });

  it('has an empty line after every stretch of the page, labelled or not', () => {
    const long = readPageText('一'.repeat(300));
    const made = { ...newSidecar(long, 'page.txt', 'utf8'), annotations: [annotation('a', 70), annotation('z', 999)] };
    const [, list] = serializeSidecar(made).split('"annotations": [\n');
    const form = (list ?? '').replace(/^ +/gm, '').replace(/\{"id":"(.)".*\}/g, '$1');
    assert.equal(form, '\na,\n\n\n\nz,\n{}\n]\n}\n');
  });

  it('is read without the object that ends the list, as other programs write it', () => {
    const made = sidecar(annotation('a', 0));
    for (const text of [JSON.stringify(made), JSON.stringify({ ...made, annotations: [...made.annotations, {}] })]) {
      const parsed = parseSidecar(text);
      assert.ok(parsed.ok);
      assert.deepEqual(parsed.sidecar, made);
    }
    const inside = parseSidecar(JSON.stringify({ ...made, annotations: [{}, ...made.annotations] }));
    assert.ok(!inside.ok && inside.error.code === 'schema');
  });

  it('keeps unknown fields and layers through a round trip', () => {
    const made = sidecar(annotation('a', 0, { layer: 'sentiment', mood: 3 }));
    const text = serializeSidecar({ ...made, tool: { name: 'other' } });
    const parsed = parseSidecar(text);
    assert.ok(parsed.ok);
    assert.equal(serializeSidecar(parsed.sidecar), text);
    assert.match(text, /"mood":3/);
    assert.match(text, /"tool"/);
  });

  it('says where JSON is broken', () => {
    const parsed = parseSidecar('{\n  "formatVersion": 1,\n  oops\n}');
    assert.ok(!parsed.ok && parsed.error.code === 'invalid-json');
    assert.deepEqual(parsed.error, { code: 'invalid-json', line: 3, column: 3 });
  });

  it('says which annotation does not fit, by path and line', () => {
    const text = serializeSidecar(sidecar(annotation('a', 0), annotation('b', 4, { end: 2 })));
    const parsed = parseSidecar(text);
    assert.ok(!parsed.ok && parsed.error.code === 'schema');
    assert.equal(parsed.error.path, 'annotations.1.end');
    assert.match(text.split('\n')[parsed.error.line - 1]!, /"id":"b"/);
  });

  it('refuses two annotations with one id rather than losing one', () => {
    const parsed = parseSidecar(serializeSidecar(sidecar(annotation('a', 0), annotation('a', 4))));
    assert.ok(!parsed.ok && parsed.error.code === 'schema');
    assert.equal(parsed.error.path, 'annotations.1.id');
  });

  it('has the same text however its annotations came about', () => {
    const { label, quote, ...rest } = annotation('a', 0, { author: 'me', mood: 3 });
    const made = serializeSidecar(sidecar(annotation('a', 0, { author: 'me', mood: 3 })));
    assert.equal(serializeSidecar(sidecar({ ...rest, quote, label })), made);
  });

  it('has the text of a first writing after any number of gestures', () => {
    const random = seeded(7);
    for (const length of [1, 64, 4096, 4097, 30_000]) {
      const long = { ...newSidecar(readPageText('一'.repeat(length)), 'page.txt', 'utf8') };
      let annotations: readonly Annotation[] = [];
      for (let step = 0; step < 60; step++) {
        const gone = random.int(0, 3);
        const added = Array.from({ length: random.int(0, 4) }, (_, i) =>
          annotation(`${step}.${i}`, random.int(0, length)),
        );
        annotations = [...annotations.filter(() => random.int(0, 9) >= gone), ...added];
        const fresh = annotations.map((each) => ({ ...each }));
        assert.equal(serializeSidecar({ ...long, annotations }), serializeSidecar({ ...long, annotations: fresh }));
      }
    }
  });

  it('names merge conflicts, newer versions, empty files and other JSON as what they are', () => {
    const code = (text: string): string => {
      const parsed = parseSidecar(text);
      return parsed.ok ? 'ok' : parsed.error.code;
    };
    assert.equal(code('{\n<<<<<<< ours\n'), 'conflict-markers');
    assert.equal(code('{"formatVersion": 99}'), 'newer-version');
    assert.equal(code(' \n'), 'empty');
    assert.equal(code('{"name": "x"}'), 'schema');
    assert.equal(code('[1]'), 'schema');
    assert.equal(code('null'), 'schema');
    assert.equal(code(`\uFEFF${serializeSidecar(sidecar())}`), 'ok');
  });

  it('hashes the text as UTF-8, so that other programs can check it', () => {
    const identity = newSidecar(readPageText('abc'), 'x', 'utf8').page;
    assert.equal(identity.sha256, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
