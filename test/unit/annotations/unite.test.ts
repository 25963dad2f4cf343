import assert from 'node:assert/strict';
import { readPageText, standing, unite } from '../../../src/newsmark';
import type { Annotation, Sidecar, United } from '../../../src/newsmark';
import { annotationAt, sidecarOf } from './support';

const TEXT = '清河县修好三座水库，白石县种下两千亩油茶。';
const [a, b, c] = ['清河县', '水库', '油茶'].map((quote) => annotationAt(TEXT, quote)) as [
  Annotation,
  Annotation,
  Annotation,
];
const of = (...annotations: Annotation[]): Sidecar => sidecarOf(TEXT, annotations);
const ids = ({ sidecar }: United): string[] => sidecar.annotations.map(({ id }) => id);
const relabelled = (annotation: Annotation, label: string): Annotation => ({ ...annotation, label, state: 'edited' });

describe('uniting two sidecars of a page', () => {
  it('takes the annotations of both, sorted by place', () => {
    const united = unite({ ours: of(a, c), theirs: of(a, b) });
    assert.deepEqual(ids(united), [a.id, b.id, c.id]);
    assert.deepEqual(united.contested, []);
  });

  it('asks where both decided differently about one annotation, and keeps ours until then', () => {
    const [ours, theirs] = [relabelled(a, 'LOC'), relabelled(a, 'GPE')];
    for (const base of [undefined, of(a)]) {
      const united = unite({ ours: of(ours), theirs: of(theirs), base });
      assert.deepEqual(united.contested, [{ ours, theirs }]);
      assert.deepEqual(united.sidecar.annotations, [ours]);
    }
  });

  it('does not ask where the fields only stand in another order', () => {
    const { label, ...rest } = a;
    assert.deepEqual(unite({ ours: of(a), theirs: of({ ...rest, label }) }).contested, []);
  });

  it('takes what one side changed or removed, as far as the base tells', () => {
    const base = of(a, b, c);
    const changed = relabelled(a, 'LOC');
    const united = unite({ ours: of(a, c), theirs: of(changed, b), base });
    assert.deepEqual(united.sidecar.annotations, [changed]);
    assert.deepEqual(unite({ ours: of(changed), theirs: of(a), base }).sidecar.annotations, [changed]);
  });

  it('keeps what one side removed and the other changed', () => {
    const changed = relabelled(a, 'LOC');
    assert.deepEqual(unite({ ours: of(changed), theirs: of(), base: of(a) }).sidecar.annotations, [changed]);
    assert.deepEqual(unite({ ours: of(), theirs: of(changed), base: of(a) }).sidecar.annotations, [changed]);
  });

  it('has a decision once that both made, unless a relation leads to it', () => {
    const again = { ...a, id: 'again', author: 'B', time: '2031-01-01T00:00:00.000Z' };
    assert.deepEqual(ids(unite({ ours: of(a), theirs: of(again) })), [a.id]);
    const related = { ...b, relations: [{ label: 'in', target: 'again' }] };
    assert.deepEqual(ids(unite({ ours: of(a), theirs: of(again, related) })).sort(), [a.id, 'again', b.id].sort());
  });

  it('keeps unknown fields of both', () => {
    const united = unite({ ours: { ...of(), tool: 1 }, theirs: { ...of(), tool: 2, team: 'x' } });
    assert.deepEqual([united.sidecar['tool'], united.sidecar['team']], [1, 'x']);
  });

  it('puts a side that belongs to another text onto the page first; what has no place there is lost, not gone', () => {
    const filler = '当日天气晴好，沿途的村民早早起来，把院子打扫得干干净净，等着看今年的头一场戏。';
    const text = `入冬以来，清河县修好了三座水库。${filler}白石县应急管理局种下了两千亩油茶。${[...filler].reverse().join('')}`;
    const before = sidecarOf(text, [annotationAt(text, '三座水库'), annotationAt(text, '白石县应急管理局')]);
    const now = readPageText(`本报讯 ${text.replace('三座水库', '一口水塘')}`);
    const placed = standing(before, now);
    assert.deepEqual(
      placed.annotations.map(({ quote, lost, start, end }) => [quote, lost ?? now.text.slice(start, end)]),
      [
        ['三座水库', true],
        ['白石县应急管理局', '白石县应急管理局'],
      ],
    );
    assert.equal(placed.page.length, now.text.length);
    assert.equal(standing(placed, now), placed);
  });
});
