import assert from 'node:assert/strict';
import { likelyLabels } from '../../../src/newsmark';
import type { LikelyLabel, Suggestion } from '../../../src/newsmark';
import { annotationAt } from './support';

const text = '云溪县水利局局长何大山说，云溪县水\n利局今年加固水库。何大山还说，云溪县水利局已经部署。';
const span = (words: string, from = 0): { start: number; end: number } => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
const suggestion = (words: string, label: string): Suggestion => ({ ...span(words), layer: 'entity', label, data: {} });
const none = { suggestions: [], annotations: [], last: undefined };
const brief = (labels: readonly LikelyLabel[]): string => labels.map(({ label, why }) => `${label}:${why}`).join(' ');

describe('likely labels', () => {
  it('are none where nothing speaks for one', () => assert.deepEqual(likelyLabels(text, span('何大山'), none), []));

  it('are first those that the same words carry, then what detectors say, then the last one, each once', () => {
    const likely = likelyLabels(text, span('何大山'), {
      suggestions: [suggestion('何大山', 'PER'), suggestion('局长何大山', 'TITLE')],
      annotations: [annotationAt(text, '何大山', 1, { label: 'ORG' })],
      last: 'PER',
    });
    assert.equal(brief(likely), 'ORG:taggedBefore PER:suggested TITLE:suggested');
  });

  it('know the same words when a line end cuts them', () => {
    const annotations = [annotationAt(text, '云溪县水\n利局', 0, { label: 'ORG' })];
    assert.equal(brief(likelyLabels(text, span('云溪县水利局'), { ...none, annotations })), 'ORG:taggedBefore');
  });

  it('put what the same words carry more often first', () => {
    const annotations = [
      annotationAt(text, '云溪县', 0, { label: 'LOC' }),
      annotationAt(text, '云溪县', 1, { label: 'GPE' }),
      annotationAt(text, '云溪县', 2, { label: 'GPE' }),
    ];
    assert.equal(
      brief(likelyLabels(text, span('云溪县'), { ...none, annotations })),
      'GPE:taggedBefore LOC:taggedBefore',
    );
  });

  it('do not learn from a rejection', () => {
    const annotations = [annotationAt(text, '何大山', 1, { label: 'ORG', state: 'rejected' })];
    assert.deepEqual(likelyLabels(text, span('何大山'), { ...none, annotations }), []);
  });
});
