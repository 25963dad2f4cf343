import assert from 'node:assert/strict';
import { newsmarkJsonl, newsmarkJsonlReader } from '../../../src/exchange/newsmarkJsonl';
import { documentOf, readWith, write } from './document';

const TEXT = '清河县加固水库\n投入 1260\n万元。“真好！”石桥镇村民𠮷大山👨‍👩‍👧说。\n';

const document = documentOf(TEXT, [
  ['清河县', 'GPE', { relations: [{ label: 'partOf', target: 'n2' }], note: '“引号”\t与\n换行' }],
  ['清河县加固水库', 'EVENT', { attributes: { mention: 'full', unsure: true }, author: 'a', time: 't' }],
  ['1260\n万元', 'money', { layer: 'figure', data: { value: 12_600_000, unit: '元' }, state: 'accepted' }],
  ['𠮷大山', 'PER', { state: 'suggested' }],
  ['石桥镇', 'GPE', { state: 'rejected' }],
]);

const read = (text: string): ReturnType<typeof readWith> => readWith(newsmarkJsonlReader, { 'newsmark.jsonl': text });

describe('newsmark-jsonl', () => {
  it('gives back everything it was given, nested spans, states and notes too', async () => {
    const { files, losses } = write(newsmarkJsonl, [document]);
    assert.deepEqual(losses, []);
    const { documents, problems } = await read(files['newsmark.jsonl']!);
    assert.deepEqual(problems, []);
    assert.deepEqual([documents[0]!.id, documents[0]!.text], [document.id, TEXT]);
    const place = { file: 'newsmark.jsonl', line: 1 };
    const expected = document.marks.map(({ page: _, line: __, state, ...mark }) => {
      const decided = state === 'suggested' || state === 'rejected' ? undefined : state;
      return { ...mark, suggested: state === 'suggested', rejected: state === 'rejected', state: decided, place };
    });
    assert.deepEqual(documents[0]!.spans, expected);
  });

  it('writes a line for every document, and a file for none', () => {
    const { files } = write(newsmarkJsonl, [document, document]);
    assert.equal(files['newsmark.jsonl']!.split('\n').length, 3);
    assert.deepEqual(write(newsmarkJsonl, []).files, { 'newsmark.jsonl': '' });
  });

  it('does not write a span whose text is not its quote', () => {
    const [mark] = document.marks;
    const { losses } = write(newsmarkJsonl, [{ ...document, marks: [{ ...mark!, quote: '别的' }] }]);
    assert.deepEqual(
      losses.map(({ code }) => code),
      ['quote-differs'],
    );
  });

  it('names lines that are none, and reads the others', async () => {
    const good = write(newsmarkJsonl, [document]).files['newsmark.jsonl']!;
    const { documents, problems } = await read(`{oops\n${good}{"format":"newsmark-jsonl"}\n`);
    assert.equal(documents.length, 1);
    assert.deepEqual(
      problems.map(({ code, place }) => [code, place.line]),
      [
        ['malformed', 1],
        ['malformed', 3],
      ],
    );
    await assert.rejects(read('{"text":"好","label":[]}\n'), /no line of newsmark\.jsonl/);
  });
});
