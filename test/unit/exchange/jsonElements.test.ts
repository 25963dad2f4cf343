import assert from 'node:assert/strict';
import { jsonElements } from '../../../src/exchange/jsonElements';
import { seeded } from '../random';

async function elements(text: string, size = 3): Promise<readonly (readonly [string, number] | undefined)[]> {
  async function* chunks(): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
  }
  const found: (readonly [string, number] | undefined)[] = [];
  for await (const one of jsonElements(chunks(), 'a.json')) found.push(one && [one.text, one.line]);
  return found;
}

describe('elements of a JSON array', () => {
  it('gives each with its line, brackets and quotes in strings notwithstanding', async () => {
    assert.deepEqual(await elements(' [\n{"a":"]},[\\""},\n [1,{"b":2}] ,3\n]\n trailing'), [
      ['{"a":"]},[\\""}', 2],
      ['[1,{"b":2}] ', 3],
      ['3\n', 3],
    ]);
    assert.deepEqual(await elements('[]'), []);
  });

  it('gives what is no JSON as it stands, and those behind it', async () => {
    assert.deepEqual(await elements('[{oops},{"a":1}]'), [
      ['{oops}', 1],
      ['{"a":1}', 1],
    ]);
    assert.deepEqual(await elements('[1,{"a":'), [
      ['1', 1],
      ['{"a":', 1],
    ]);
  });

  it('says that a text is no array', async () => {
    assert.deepEqual(await elements('{"a":1}\n'), [undefined]);
    assert.deepEqual(await elements(''), [undefined]);
  });

  it('cuts as JSON does, wherever the pieces of the text end', async () => {
    const random = seeded(5);
    const value = (depth: number): unknown => {
      const kind = depth > 3 ? 0 : random.int(0, 3);
      if (kind === 0) return random.pick(['"', '\\', '[,]', '{', '\n𠮷', 1.5, null, true]);
      const list = Array.from({ length: random.int(0, 3) }, () => value(depth + 1));
      return kind === 1 ? list : Object.fromEntries(list.map((one, at) => [`k"${at}`, one]));
    };
    for (let round = 0; round < 100; round++) {
      const list = Array.from({ length: random.int(0, 5) }, () => value(0));
      const found = await elements(JSON.stringify(list, undefined, random.int(0, 2)), random.int(1, 9));
      assert.deepEqual(
        found.map((one) => JSON.parse(one![0]) as unknown),
        list,
      );
    }
  });

  it('holds no more of an element than any document needs', async () => {
    async function* chunks(): AsyncGenerator<string> {
      yield '[1,\n"';
      for (;;) yield await Promise.resolve('x'.repeat(1_000_000));
    }
    const read = async (): Promise<void> => {
      const found = jsonElements(chunks(), 'a.json');
      while ((await found.next()).done !== true);
    };
    await assert.rejects(read(), { message: /longer than 64 million characters/, place: { file: 'a.json', line: 2 } });
  });
});
