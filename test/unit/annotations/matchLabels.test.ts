import assert from 'node:assert/strict';
import { pinyinInitials } from '../../../src/annotations/pinyin';
import { defaultScheme, matchLabels } from '../../../src/newsmark';

const ids = (query: string): string[] => matchLabels(defaultScheme, query).map((label) => label.id);

describe('pinyin initials', () => {
  it('are the first letters of each character', () => {
    for (const [text, initials] of [
      ['人名', 'rm'],
      ['行政区', 'xzq'],
      ['机构', 'jg'],
      ['法规文件', 'fgwj'],
      ['安保', 'ab'],
      ['职务', 'zw'],
      ['产品', 'cp'],
      ['设施', 'ss'],
      ['鹅湖', 'eh'],
      ['欧洲', 'oz'],
      ['赛事', 'ss'],
      ['扬州', 'yz'],
    ]) {
      assert.equal(pinyinInitials(text!), initials, text);
    }
  });

  it('leave other characters as they are, without blanks', () => {
    assert.equal(pinyinInitials('A 级 景区2'), 'ajjq2');
  });
});

describe('searching for a label', () => {
  it('finds it by id, name in both languages and pinyin initials', () => {
    for (const query of ['ORG', 'org', 'organisation', '机构', 'jg', 'ｊｇ', "j'g"])
      assert.equal(ids(query)[0], 'ORG', query);
  });

  it('puts the label with the key first', () => assert.equal(ids('w')[0], 'WORK'));

  it('puts what begins with the query before what holds it', () => {
    const found = ids('p');
    assert.ok(found.indexOf('PRODUCT') < found.indexOf('GPE'));
  });

  it('finds by definition what nothing else finds', () => assert.deepEqual(ids('水库'), ['FAC']));

  it('gives all labels in their order for nothing, and none for what fits none', () => {
    assert.deepEqual(
      ids(''),
      defaultScheme.labels.map((label) => label.id),
    );
    assert.deepEqual(ids('zzzz'), []);
  });
});
