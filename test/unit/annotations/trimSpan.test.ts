import assert from 'node:assert/strict';
import { trimSpan } from '../../../src/newsmark';

const trimmed = (text: string): string | null => {
  const span = trimSpan(text, { start: 0, end: text.length });
  return span && text.slice(span.start, span.end);
};

describe('trimming a selection', () => {
  it('drops blanks, line ends and punctuation at both ends', () => {
    assert.equal(trimmed('，清河县。\n'), '清河县');
    assert.equal(trimmed('　 清河县、'), '清河县');
    assert.equal(trimmed('■清河县……'), '清河县');
    assert.equal(trimmed('\u200b清河县\ufeff'), '清河县');
  });

  it('drops marks whose partner is not selected', () => {
    assert.equal(trimmed('（清河县'), '清河县');
    assert.equal(trimmed('清河县”'), '清河县');
    assert.equal(trimmed('《河长日记》《'), '《河长日记》');
    assert.equal(trimmed('”“云水”平台'), '“云水”平台');
  });

  it('keeps marks that belong to a name', () => {
    assert.equal(trimmed('《河长日记》'), '《河长日记》');
    assert.equal(trimmed('，《河长日记》。'), '《河长日记》');
    assert.equal(trimmed('“云水”平台'), '“云水”平台');
    assert.equal(trimmed('‘云水’平台'), '‘云水’平台');
    assert.equal(trimmed('"云水"平台'), '"云水"平台');
    assert.equal(trimmed('管理办法（试行）'), '管理办法（试行）');
    assert.equal(trimmed('《河长》和《渡口》'), '《河长》和《渡口》');
    assert.equal(trimmed('（上）和（下）'), '（上）和（下）');
  });

  it('takes brackets off that enclose all of it', () => {
    assert.equal(trimmed('（本报记者）'), '本报记者');
    assert.equal(trimmed('【（清河县）】'), '清河县');
    assert.equal(trimmed('（《河长日记》）'), '《河长日记》');
  });

  it('keeps what belongs to a number', () => {
    assert.equal(trimmed('，85.5％，'), '85.5％');
    assert.equal(trimmed('-3℃。'), '-3℃');
  });

  it('keeps characters whole and stays within the text', () => {
    assert.equal(trimmed('。𠮷😀。'), '𠮷😀');
    assert.deepEqual(trimSpan('甲乙', { start: -3, end: 9 }), { start: 0, end: 2 });
  });

  it('is null where nothing is left', () => {
    for (const nothing of ['， 。\n', '', '（）', '“”', '《 》', '））']) assert.equal(trimmed(nothing), null, nothing);
  });
});
