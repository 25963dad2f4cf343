import assert from 'node:assert/strict';
import { progressOf } from '../../../src/newsmark';
import { annotationAt } from './support';

const text = '云溪县今年加固水库三座，何大山说，云溪县还要修渠。';

describe('the progress of a page', () => {
  it('counts what answers suggestions, not what a person added', () => {
    const annotations = [
      annotationAt(text, '三座', 0, { layer: 'figure', state: 'accepted' }),
      annotationAt(text, '今年', 0, { layer: 'figure', state: 'rejected' }),
      annotationAt(text, '云溪县', 0, { layer: 'structure', state: 'accepted' }),
      annotationAt(text, '何大山', 0, { label: 'PER' }),
    ];
    const { decided, open } = progressOf([{ start: 0, end: 3 }], annotations);
    assert.deepEqual({ decided, open }, { decided: 2, open: 1 });
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
