import assert from 'node:assert/strict';
import { applyEdits, changeSpan, invert, mergeSpans, readPageText, splitAt } from '../../../src/newsmark';
import type { SidecarEdit } from '../../../src/newsmark';
import { annotationAt, sidecarOf } from './support';

const text = '云溪县水利局、石桥镇政府昨日开会，何大山到会。';
const page = readPageText(text);
const by = { author: 'lin', time: '2032-01-02T03:04:05.000Z' };
const quotes = (start: readonly ReturnType<typeof annotationAt>[], edits: readonly SidecarEdit[]): string[] =>
  applyEdits(sidecarOf(text, start), edits).annotations.map((a) => `${a.id} ${a.label} ${a.quote}`);

describe('an annotation with another span', () => {
  const bureau = annotationAt(text, '水利局', 0, { id: 'a' });

  it('has the quote and the context of its new place, and says who changed it', () => {
    const [edit] = changeSpan(page, bureau, { start: 0, end: 6 }, by);
    assert.ok(edit?.type === 'change');
    assert.deepEqual(
      [edit.after.quote, edit.after.prefix, edit.after.state, edit.after.author, edit.after.time],
      ['云溪县水利局', '', 'edited', 'lin', by.time],
    );
  });

  it('keeps fields that nobody here knows', () => {
    const [edit] = changeSpan(page, { ...bureau, sure: 0.5 }, { start: 0, end: 6 }, by);
    assert.equal(edit?.type === 'change' && edit.after['sure'], 0.5);
  });

  it('stays where the new span is the old one, is empty or lies outside', () => {
    for (const span of [bureau, { start: 3, end: 3 }, { start: -1, end: 2 }, { start: 3, end: 99 }])
      assert.deepEqual(changeSpan(page, bureau, span, by), []);
  });

  it('is taken back by the inverse', () => {
    const edits = changeSpan(page, bureau, { start: 0, end: 6 }, by);
    assert.deepEqual(quotes([bureau], [...edits, ...invert(edits)]), ['a ORG 水利局']);
  });
});

describe('splitting', () => {
  const both = annotationAt(text, '云溪县水利局、石桥镇政府', 0, { id: 'a' });

  it('makes two of one; what is between them belongs to neither', () => {
    const edits = splitAt(page, both, text.indexOf('石桥'), 'b', by);
    assert.deepEqual(quotes([both], edits), ['a ORG 云溪县水利局', 'b ORG 石桥镇政府']);
  });

  it('does nothing where a part would be empty', () => {
    for (const at of [both.start, both.end, both.start - 1, both.end + 1])
      assert.deepEqual(splitAt(page, both, at, 'b', by), []);
  });
});

describe('merging', () => {
  const [first, second] = [
    annotationAt(text, '石桥镇政府', 0, { id: 'b' }),
    annotationAt(text, '云溪县水利局', 0, { id: 'a' }),
  ];

  it('makes one of several, from the first start to the last end', () => {
    assert.deepEqual(quotes([first, second], mergeSpans(page, [first, second], [first, second], by)), [
      'a ORG 云溪县水利局、石桥镇政府',
    ]);
  });

  it('keeps the relations of all, and those that led to them, none to itself', () => {
    const person = annotationAt(text, '何大山', 0, {
      id: 'p',
      label: 'PER',
      relations: [
        { label: 'worksFor', target: 'a' },
        { label: 'worksFor', target: 'b' },
      ],
    });
    const to = {
      ...first,
      relations: [
        { label: 'partOf', target: 'a' },
        { label: 'sameAs', target: 'p' },
      ],
    };
    const all = [second, to, person];
    const after = applyEdits(sidecarOf(text, all), mergeSpans(page, [second, to], all, by)).annotations;
    assert.deepEqual(
      after.map((a) => [a.id, a.relations]),
      [
        ['a', [{ label: 'sameAs', target: 'p' }]],
        ['p', [{ label: 'worksFor', target: 'a' }]],
      ],
    );
  });

  it('keeps the outer one of nested spans', () => {
    const inner = annotationAt(text, '云溪县', 0, { id: 'c' });
    assert.deepEqual(quotes([second, inner], mergeSpans(page, [inner, second], [], by)), ['c ORG 云溪县水利局']);
  });

  it('does nothing where labels differ or there is only one', () => {
    const person = annotationAt(text, '何大山', 0, { label: 'PER' });
    assert.deepEqual(mergeSpans(page, [second, person], [], by), []);
    assert.deepEqual(mergeSpans(page, [second], [], by), []);
  });
});
