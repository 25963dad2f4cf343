import assert from 'node:assert/strict';
import { suggestionsOf } from '../../../src/newsmark';
import type { Byline, Figure } from '../../../src/newsmark';
import { annotationOf } from './support';

const text = '记者罗清远报道，全县投入资金一千二百六十万元，加固水库三座，惠及二万四千人。';
const figure = (quote: string): Figure => ({
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
  kind: 'count',
  value: 1,
  unit: '座',
  modifier: 'exact',
  change: null,
  basis: null,
  metric: null,
  articleId: 'a1',
});
const byline: Byline = {
  start: 0,
  end: 5,
  kind: 'author',
  articleId: 'a1',
  people: [{ name: '罗清远', role: 'reporter' }],
};
const found = { figures: [figure('三座'), figure('二万四千人')], bylines: [byline] };

describe('suggestions', () => {
  it('are all that was found, in page order, with what was read but without the article', () => {
    const all = suggestionsOf(found, []);
    assert.deepEqual(
      all.map((s) => [s.layer, s.label, text.slice(s.start, s.end)]),
      [
        ['byline', 'author', '记者罗清远'],
        ['figure', 'count', '三座'],
        ['figure', 'count', '二万四千人'],
      ],
    );
    assert.deepEqual(all[0]!.data, { people: [{ name: '罗清远', role: 'reporter' }] });
    assert.equal(all[1]!.data['articleId'], undefined);
  });

  it('do not come back where a person has decided, though the span was drawn otherwise', () => {
    const at = text.indexOf('水库三座');
    const refused = annotationOf(text, at, at + 4, { layer: 'figure', state: 'rejected' });
    assert.deepEqual(
      suggestionsOf(found, [refused]).map((s) => text.slice(s.start, s.end)),
      ['记者罗清远', '二万四千人'],
    );
  });

  it('stay beside decisions that only touch them or belong to another layer', () => {
    const at = text.indexOf('三座');
    const beside = annotationOf(text, at - 2, at, { layer: 'figure' });
    const entity = annotationOf(text, at, at + 2, { layer: 'entity' });
    assert.equal(suggestionsOf(found, [beside, entity]).length, 3);
  });

  describe('of entities', () => {
    const at = text.indexOf('罗清远');
    const entities = [{ start: at, end: at + 3, label: 'PER', evidence: [{ code: 'title', word: '记者' }] }];
    const open = (decided: Parameters<typeof suggestionsOf>[1]): readonly string[] =>
      suggestionsOf({ figures: [], bylines: [], entities }, decided).map((s) => `${s.layer} ${s.label}`);

    it('come with their reasons', () => {
      const [suggestion] = suggestionsOf({ figures: [], bylines: [], entities }, []);
      assert.deepEqual(suggestion?.data, { evidence: [{ code: 'title', word: '记者' }] });
    });

    it('are gone where somebody tagged the words, with whatever label', () => {
      assert.deepEqual(open([annotationOf(text, at, at + 2, { layer: 'entity', label: 'TITLE' })]), []);
    });

    it('stay rejected, that span with that label only', () => {
      const refused = { layer: 'entity', state: 'rejected' } as const;
      assert.deepEqual(open([annotationOf(text, at, at + 3, { ...refused, label: 'PER' })]), []);
      assert.deepEqual(open([annotationOf(text, at, at + 3, { ...refused, label: 'ORG' })]), ['entity PER']);
      assert.deepEqual(open([annotationOf(text, at, at + 2, { ...refused, label: 'PER' })]), ['entity PER']);
    });
  });
});
