import assert from 'node:assert/strict';
import { analyze, entitiesOnPage, entityQuestion, inScheme, readPageText, taggedWords } from '../../../../src/newsmark';
import { findEntities } from '../../../../src/words/entities/findEntities';
import { annotationAt } from '../../annotations/support';

const TEXT = [
  '柳泉县抢修河堤',
  '柳泉日报6月12日讯（记者 罗清远）汛期将至，柳泉县水利局局长何',
  '大山介绍，柳泉县已加固河堤12公里。何大山说，还要再修两段。',
  '',
].join('\n');
const page = readPageText(TEXT);
const analysis = analyze(page);

function found(tagged: ReturnType<typeof taggedWords> = []): readonly (readonly [string, string])[] {
  const entities = entitiesOnPage(TEXT, analysis, findEntities(entityQuestion(analysis, tagged)));
  return entities.map(({ start, end, label }) => [TEXT.slice(start, end), label]);
}

describe('entities on a page', () => {
  it('have the span that they have in print, line ends and all', () => {
    assert.ok(found().some(([words, label]) => words === '何\n大山' && label === 'PER'));
  });

  it('stand in order, and none is in a byline', () => {
    const entities = entitiesOnPage(TEXT, analysis, findEntities(entityQuestion(analysis, [])));
    assert.deepEqual(
      [...entities].sort((a, b) => a.start - b.start),
      entities,
    );
    assert.ok(entities.length > 3);
    assert.ok(!found().some(([words]) => words === '罗清远'));
  });

  it('give way to a figure that holds them, and to nothing where their words stand apart', () => {
    const at = TEXT.indexOf('河堤12公里');
    const [figure] = analysis.figures.filter(({ start }) => start >= at);
    const paragraph = analysis.paragraphs.findIndex(({ start, end }) => start <= figure!.start && figure!.end <= end);
    const { offsets } = analysis.paragraphs[paragraph]!.flow;
    const start = offsets.indexOf(figure!.start);
    const guess = { passage: paragraph, label: 'GPE', evidence: [] };
    assert.deepEqual(entitiesOnPage(TEXT, analysis, [{ ...guess, start, end: start + 1 }]), []);
    assert.deepEqual(entitiesOnPage(TEXT, analysis, [{ ...guess, start: 2, end: 1 }]), []);
    assert.deepEqual(entitiesOnPage(TEXT, analysis, [{ ...guess, passage: 99, start: 0, end: 1 }]), []);
  });

  it('are those that somebody tagged on the page, too', () => {
    const tagged = taggedWords([{ text: TEXT, annotations: [annotationAt(TEXT, '河堤', 0, { label: 'FAC' })] }]);
    assert.deepEqual(tagged, [{ words: '河堤', label: 'FAC' }]);
    assert.equal(found(tagged).filter(([words, label]) => words === '河堤' && label === 'FAC').length, 2);
  });
});

describe('words that people tagged', () => {
  it('have the label of the page itself, the one that is there most often', () => {
    const text = '柳泉县在南方，柳泉县多雨，柳泉县产茶。';
    const pages = [
      {
        text,
        annotations: [
          annotationAt(text, '柳泉县', 0, { label: 'LOC' }),
          annotationAt(text, '柳泉县', 1, { label: 'GPE' }),
          annotationAt(text, '柳泉县', 2, { label: 'GPE' }),
        ],
      },
      {
        text,
        annotations: [
          annotationAt(text, '柳泉县', 0, { label: 'ORG' }),
          annotationAt(text, '南方', 0, { label: 'LOC' }),
          annotationAt(text, '多雨', 0, { label: 'LOC', state: 'rejected' }),
        ],
      },
    ];
    assert.deepEqual(taggedWords(pages), [
      { words: '南方', label: 'LOC' },
      { words: '柳泉县', label: 'GPE' },
    ]);
  });
});

describe('suggested labels', () => {
  const entity = (label: string) => ({ start: 0, end: 3, label, evidence: [] });

  it('are those of the scheme; what it has no label for is not suggested', () => {
    const labels = [{ id: 'PER' }, { id: 'LOC' }, { id: 'CROP' }];
    assert.deepEqual(
      inScheme(['PER', 'GPE', 'LOC', 'ORG', 'FAC', 'CROP'].map(entity), labels).map(({ label }) => label),
      ['PER', 'LOC', 'LOC', 'CROP'],
    );
  });
});
