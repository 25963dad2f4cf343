import assert from 'node:assert/strict';
import { divideNames, type Break } from '../../../src/page/names';

/** Characters and the breaks before them: a blank, a line end (|) or nothing. */
function printed(text: string): readonly [string, readonly Break[]] {
  let characters = '';
  const breaks: Break[] = [];
  let pending: Break = 0;
  for (const character of text) {
    if (character === ' ') pending = pending === 0 ? 1 : pending;
    else if (character === '|') pending = 2;
    else {
      characters += character;
      breaks.push(pending);
      pending = 0;
    }
  }
  return [characters, breaks];
}
const divide = (text: string, runs = false): string | null => divideNames(...printed(text), runs)?.join(' ') ?? null;

describe('dividing characters into names', () => {
  it('joins two spaced characters to a name, and only those', () => {
    assert.equal(divide('方 敏 罗清远'), '方敏 罗清远');
    assert.equal(divide('王 林 方 敏'), '王林 方敏');
  });

  it('joins a name that a line end cuts', () => {
    assert.equal(divide('罗清|远 方 敏'), '罗清远 方敏');
    assert.equal(divide('方 敏 罗|清远'), '方敏 罗清远');
  });

  it('parts names that run into each other only behind a role word', () => {
    assert.equal(divide('罗清远方敏', true), '罗清远 方敏');
    assert.equal(divide('罗清远方敏'), null);
  });

  it('prefers the commoner surname where both divisions fit', () => {
    assert.equal(divide('伍启明柳晴', true), '伍启明 柳晴');
  });

  it('reads a letter-spaced list that is no list of spaced names', () => {
    assert.equal(divide('陶 冉 易 守 诚 邝 子 墨'), '陶冉 易守诚 邝子墨');
  });

  it('knows compound surnames and names with a middle dot', () => {
    assert.equal(divide('欧阳明月 方 敏'), '欧阳明月 方敏');
    assert.equal(divide('阿依努尔·买买提 方敏'), '阿依努尔·买买提 方敏');
  });

  it('is null for what is no name', () => {
    for (const text of ['提质增效 多措并举', '经济·民生', '的', '1 2']) assert.equal(divide(text), null, text);
  });
});
