import assert from 'node:assert/strict';
import { readConflict, serializeSidecar } from '../../../src/newsmark';
import type { ConflictSide } from '../../../src/newsmark';
import { annotationAt, sidecarOf } from './support';

const TEXT = '清河县修好三座水库，白石县种下两千亩油茶。';
const shared = annotationAt(TEXT, '清河县');
const mine = annotationAt(TEXT, '水库');
const other = annotationAt(TEXT, '油茶');

/** The lines of a sidecar, with what git makes of the one line that both sides changed. */
function conflicted(middle: readonly string[], last = ['    {}']): string {
  const lines = serializeSidecar(sidecarOf(TEXT, [])).split('\n');
  const end = lines.indexOf('    {}');
  return [...lines.slice(0, end), `    ${JSON.stringify(shared)},`, ...middle, ...last, ...lines.slice(end + 1)].join(
    '\n',
  );
}
const line = (annotation: object, comma = ','): string => `    ${JSON.stringify(annotation)}${comma}`;
const ids = (side: ConflictSide): string[] => {
  assert.ok(side.parsed.ok);
  return side.parsed.sidecar.annotations.map(({ id }) => id);
};

describe('a sidecar with conflict markers', () => {
  it('gives both sides as files of their own, with the names that git gave them', () => {
    const text = conflicted(['<<<<<<< HEAD', line(mine), '=======', line(other), '>>>>>>> feature/labels of B']);
    const conflict = readConflict(text);
    assert.ok(conflict);
    assert.deepEqual(ids(conflict.ours), [shared.id, mine.id]);
    assert.deepEqual(ids(conflict.theirs), [shared.id, other.id]);
    assert.equal(conflict.base, undefined);
    assert.deepEqual([conflict.ours.name, conflict.theirs.name], ['HEAD', 'feature/labels of B']);
    const firstLine = text.split('\n').indexOf('<<<<<<< HEAD');
    assert.deepEqual(conflict.places, [{ firstLine, lastLine: firstLine + 4, ours: 1, theirs: 1 }]);
  });

  it('gives the base where git was told to show it, also one that was itself in conflict', () => {
    const old = { ...mine, label: 'FAC' };
    const text = conflicted([
      '<<<<<<< HEAD',
      line(mine),
      '||||||| 1a2b3c4',
      line(old),
      '=======',
      line(other),
      '>>>>>>> other',
    ]);
    const conflict = readConflict(text);
    assert.ok(conflict?.base);
    assert.deepEqual(ids(conflict.base), [shared.id, old.id]);
    assert.equal(conflict.base.name, '1a2b3c4');
    const nested = readConflict(text.replace(line(old), '<<<<<<<<< Temporary 1\n=========\n>>>>>>>>> Temporary 2'));
    assert.ok(nested?.base && !nested.base.parsed.ok);
    assert.deepEqual(ids(nested.theirs), [shared.id, other.id]);
  });

  it('is read with the line ends of Windows', () => {
    const text = conflicted(['<<<<<<< a', line(mine), '=======', line(other), '>>>>>>> b']).replaceAll('\n', '\r\n');
    const conflict = readConflict(text);
    assert.ok(conflict);
    assert.deepEqual(ids(conflict.theirs), [shared.id, other.id]);
  });

  it('is read in the form without an end of the list, whatever became of the commas', () => {
    const text = conflicted(
      ['<<<<<<< a', line(mine, ''), '=======', line(other, ''), '>>>>>>> b', line(annotationAt(TEXT, '白石县'))],
      [],
    );
    const conflict = readConflict(text);
    assert.ok(conflict);
    assert.equal(ids(conflict.ours).length, 3);
    assert.equal(ids(conflict.theirs).length, 3);
  });

  it('has several places, and sides that have nothing there', () => {
    const text = conflicted([
      '<<<<<<< a',
      '=======',
      line(other),
      '>>>>>>> b',
      '',
      '<<<<<<< a',
      line(mine),
      '=======',
      '>>>>>>> b',
    ]);
    const conflict = readConflict(text);
    assert.deepEqual(
      conflict?.places.map((place) => [place.ours, place.theirs]),
      [
        [0, 1],
        [1, 0],
      ],
    );
  });

  it('is not guessed at where markers are missing or out of order', () => {
    for (const middle of [
      [line(mine)],
      ['<<<<<<< a', line(mine), '>>>>>>> b'],
      ['<<<<<<< a', line(mine), '======='],
      ['=======', line(mine), '>>>>>>> b'],
      ['<<<<<<< a', '<<<<<<< a', '=======', '>>>>>>> b'],
    ]) {
      assert.equal(readConflict(conflicted(middle)), undefined, middle.join('|'));
    }
  });
});
