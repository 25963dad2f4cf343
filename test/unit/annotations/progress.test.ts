import assert from 'node:assert/strict';
import { progressOf, type Suggestion } from '../../../src/newsmark';
import { annotationAt } from './support';

const text = '云溪县今年加固水库三座，何大山说，云溪县还要修渠。';

const figure: Suggestion = { start: 0, end: 3, layer: 'figure', label: 'count', data: {} };

describe('the progress of a page', () => {
  it('counts what answers suggestions, not what a person added', () => {
    const annotations = [
      annotationAt(text, '三座', 0, { layer: 'figure', state: 'accepted' }),
      annotationAt(text, '今年', 0, { layer: 'figure', state: 'rejected' }),
      annotationAt(text, '云溪县', 0, { layer: 'structure', state: 'accepted' }),
      annotationAt(text, '何大山', 0, { label: 'PER' }),
    ];
    const { decided, open } = progressOf([figure], annotations);
    assert.deepEqual({ decided, open }, { decided: 2, open: 1 });
  });

  it('does not wait for entities that are only guessed; those of an import wait', () => {
    const guess: Suggestion = { ...figure, layer: 'entity', label: 'GPE' };
    const { open, guesses } = progressOf([figure, guess, { ...guess, id: 'imported' }], []);
    assert.deepEqual({ open, guesses }, { open: 2, guesses: 1 });
  });

  it('counts shown entities by label, the most frequent first', () => {
    const annotations = [
      annotationAt(text, '何大山', 0, { label: 'PER' }),
      annotationAt(text, '云溪县', 0, { label: 'GPE' }),
      annotationAt(text, '云溪县', 1, { label: 'GPE' }),
      annotationAt(text, '水库', 0, { label: 'FAC', state: 'rejected' }),
    ];
    assert.deepEqual(progressOf([], annotations).labels, [
      { label: 'GPE', count: 2 },
      { label: 'PER', count: 1 },
    ]);
  });
});
