import assert from 'node:assert/strict';
import { analyze, readPageText, sameWords } from '../../../src/newsmark';
import type { Annotation, SameWords } from '../../../src/newsmark';
import { annotationAt } from './support';

const text = [
  '石桥镇修渠',
  '本报讯（记者李明）李明昨日到石桥镇，见到了李明亮。石桥的渠已经修好，李',
  '明说，石桥镇还要修路。李 明 再次到访。ISO 9001和ISO 90012不同。',
  '',
].join('\n');

function find(words: string, annotations: readonly Annotation[] = [], label?: string): SameWords {
  const page = readPageText(text);
  const flows = analyze(page).paragraphs.map((p) => p.flow);
  return sameWords(page, { words, label, annotations, flows });
}
const read = ({ places }: SameWords): string[] => places.map(({ start, end }) => text.slice(start, end));

describe('the same words on a page', () => {
  it('are found character by character, inside clauses and across line ends', () => {
    assert.deepEqual(read(find('石桥镇')), ['石桥镇', '石桥镇', '石桥镇']);
    const people = read(find('李明'));
    assert.ok(people.includes('李\n明'));
    assert.equal(people.length >= 4, true);
  });

  it('are the same words however the selection is broken', () => {
    assert.deepEqual(find('李\n明').places, find('李明').places);
  });

  it('are not part of longer words that carry the label elsewhere', () => {
    const longer = annotationAt(text, '石桥镇', 0, { label: 'GPE' });
    const { places, skipped } = find('石桥', [longer], 'GPE');
    assert.deepEqual(places, [{ start: text.indexOf('石桥的'), end: text.indexOf('石桥的') + 2 }]);
    assert.deepEqual(skipped, { labelled: 1, rejected: 0, inLonger: 2 });
  });

  it('stand inside spans with another label', () => {
    const outer = annotationAt(text, '石桥镇', 0, { label: 'ORG' });
    assert.equal(find('石桥', [outer], 'GPE').places.length, 4);
  });

  it('leave out what has the label and what was refused it', () => {
    const all = [
      annotationAt(text, '石桥镇', 0, { label: 'GPE' }),
      annotationAt(text, '石桥镇', 1, { label: 'GPE', state: 'rejected' }),
      annotationAt(text, '石桥镇', 2, { label: 'LOC', state: 'rejected' }),
    ];
    const { places, skipped } = find('石桥镇', all, 'GPE');
    assert.deepEqual(places, [{ start: text.lastIndexOf('石桥镇'), end: text.lastIndexOf('石桥镇') + 3 }]);
    assert.deepEqual(skipped, { labelled: 1, rejected: 1, inLonger: 0 });
  });

  it('are whole words where they are letters or digits', () => {
    assert.deepEqual(read(find('ISO 9001')), ['ISO 9001']);
  });

  it('are none for nothing', () => assert.deepEqual(find(' \n').places, []));

  it('are found in text that is not analysed', () => {
    const page = readPageText('石桥镇，石桥镇');
    assert.equal(sameWords(page, { words: '石桥镇', label: 'GPE', annotations: [], flows: [] }).places.length, 2);
  });
});
