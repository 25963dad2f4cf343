import assert from 'node:assert/strict';
import {
  applyEdits,
  attributesFor,
  brokenRelations,
  defaultScheme,
  parseSidecar,
  relationsBetween,
  relationsOf,
  removeEdits,
  serializeSidecar,
  withoutRelation,
  withRelation,
} from '../../../src/newsmark';
import { annotationAt, sidecarOf } from './support';

const text = '云溪县水利局局长何大山昨日到石桥水库检查。';
const bureau = annotationAt(text, '云溪县水利局', 0, { id: 'o' });
const dam = annotationAt(text, '石桥水库', 0, { id: 'f', label: 'FAC' });
const works = { label: 'worksFor', target: 'o' };
const person = annotationAt(text, '何大山', 0, {
  id: 'p',
  label: 'PER',
  relations: [works, { label: 'visited', target: 'f' }],
  attributes: { unsure: true, mention: 'full' },
  note: '新任',
});
const all = [bureau, person, dam];

describe('relations', () => {
  it('are written and read back with note and attributes, one annotation a line', () => {
    const written = serializeSidecar(sidecarOf(text, all));
    const parsed = parseSidecar(written);
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.sidecar.annotations, all);
    assert.equal(written.split('\n').filter((line) => line.includes('"id"')).length, 3);
  });

  it('are seen from both ends', () => {
    assert.deepEqual(
      relationsOf(person, all).map(({ relation, direction, other }) => [relation.label, direction, other?.id]),
      [
        ['worksFor', 'out', 'o'],
        ['visited', 'out', 'f'],
      ],
    );
    assert.deepEqual(
      relationsOf(bureau, all).map(({ relation, direction, other }) => [relation.label, direction, other?.id]),
      [['worksFor', 'in', 'p']],
    );
  });

  it('go with the annotation that they lead to, in the same gesture', () => {
    const edits = removeEdits(all, new Set(['o']));
    const after = applyEdits(sidecarOf(text, all), edits).annotations;
    assert.deepEqual(
      after.map((a) => [a.id, a.relations]),
      [
        ['p', [{ label: 'visited', target: 'f' }]],
        ['f', undefined],
      ],
    );
    const last = removeEdits([person, dam], new Set(['f', 'o']));
    assert.ok(last.every((edit) => edit.type !== 'change' || !('relations' in edit.after)));
  });

  it('whose target is gone are named and kept', () => {
    assert.deepEqual(brokenRelations(all), []);
    assert.deepEqual(
      brokenRelations([person, dam]).map(({ annotation, relation }) => [annotation.id, relation.target]),
      [['p', 'o']],
    );
    assert.equal(relationsOf(person, [person])[0]?.other, undefined);
  });

  it('are added once and taken away', () => {
    assert.equal(withRelation(person, works), person);
    assert.deepEqual(withRelation(dam, works).relations, [works]);
    assert.ok(!('relations' in withoutRelation(withRelation(dam, works), works)));
  });

  it('are offered for the labels that the scheme allows, symmetric ones both ways', () => {
    const ids = (from: string, to?: string): string[] => relationsBetween(defaultScheme, from, to).map((r) => r.id);
    assert.deepEqual(ids('PER', 'ORG'), ['worksFor', 'sameAs']);
    assert.deepEqual(ids('ORG', 'PER'), ['sameAs']);
    assert.deepEqual(ids('PER'), ['worksFor', 'holds', 'sameAs']);
    const kin = { id: 'kin', name: { en: 'kin', zh: '亲属' }, from: ['PER'], to: ['ORG'], symmetric: true };
    assert.equal(relationsBetween({ ...defaultScheme, relations: [kin] }, 'ORG', 'PER').length, 1);
  });
});

describe('attributes', () => {
  it('are those of a label and those of all labels', () => {
    assert.deepEqual(
      attributesFor(defaultScheme, 'TIME').map((a) => a.id),
      ['unsure', 'link'],
    );
    assert.ok(attributesFor(defaultScheme, 'PER').some((a) => a.id === 'mention'));
  });
});
