import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import { labelStudio, labelStudioReader } from '../../../src/exchange/labelStudio';
import type { ImportProblem } from '../../../src/exchange/reading';
import { settle } from '../../../src/exchange/settleUnits';
import { seeded } from '../random';
import { documentOf, readWith, write } from './document';
import { nastyDocument, spanKeys } from './nasty';

const TEXT = '清河县加固水库\n投入 1260\n万元。“真好！”𠮷大山👨‍👩‍👧说\n';
const document = documentOf(TEXT, [
  ['清河县', 'GPE', { relations: [{ label: 'partOf', target: 'n2' }], note: '两行\n备注', author: 'li', time: 't' }],
  ['清河县加固水库', 'EVENT', { attributes: { mention: 'full', unsure: true, link: 'Q 1', rank: 3, kinds: ['a'] } }],
  ['1260\n万元', 'money', { layer: 'figure', data: { value: 12_600_000, unit: '元' }, state: 'accepted' }],
  ['𠮷大山', 'PER', { state: 'suggested', relations: [{ label: 'sameAs', target: 'n1' }] }],
  ['真好', 'PER', { state: 'rejected' }],
]);

interface Region {
  readonly id: string;
  readonly type: string;
  readonly from_name: string;
  readonly value: { readonly start: number; readonly end: number; readonly text: string };
}
interface Task {
  readonly data: { readonly text: string };
  readonly annotations: readonly { readonly result: readonly Region[] }[];
  readonly predictions: readonly { readonly model_version: string; readonly result: readonly Region[] }[];
}

async function readBack(contents: string) {
  const { documents, problems } = await readWith(labelStudioReader, { 'a.json': contents });
  const more: ImportProblem[] = [];
  const settled = documents.map((one) => settle(one, (problem) => more.push(problem)));
  return { documents, settled, problems: [...problems, ...more].map(({ code, place }) => `${place.line}: ${code}`) };
}

describe('label-studio', () => {
  it('writes decisions as annotations, what nobody decided on as predictions, refusals apart', () => {
    const { files, losses } = write(labelStudio, [document, { ...document, marks: [] }]);
    const [task, empty] = JSON.parse(files['newsmark.json']!) as readonly Task[];
    assert.deepEqual([empty!.annotations, empty!.predictions], [[], []]);
    assert.deepEqual(
      task!.annotations[0]!.result.map(({ type, from_name: from }) => (type === 'relation' ? type : from)),
      ['label', 'mention', 'unsure', 'link', 'label', 'label', 'relation'],
    );
    assert.deepEqual(
      task!.predictions.map(({ model_version: version, result }) => [version, result.map(({ value }) => value)]),
      [
        ['newsmark', [{ start: 24, end: 27, text: '𠮷大山', labels: ['PER'] }]],
        ['newsmark-rejected', [{ start: 20, end: 22, text: '真好', labels: ['PER'] }]],
      ],
    );
    assert.deepEqual(
      losses.map(({ id, code, detail }) => [id, code, detail]),
      [['n4', 'relation', 'sameAs']],
    );
  });

  it('reads back what it wrote', async () => {
    const { settled, problems, documents } = await readBack(write(labelStudio, [document]).files['newsmark.json']!);
    assert.deepEqual(problems, []);
    assert.equal(documents[0]!.id, document.id);
    const { spans } = settled[0]!;
    assert.deepEqual(spanKeys(spans), spanKeys(document.marks));
    for (const mark of document.marks) {
      const span = spans.find(({ id }) => id === mark.id)!;
      assert.deepEqual(
        [span.layer, span.data, span.attributes, span.note, span.author, span.time],
        [mark.layer, mark.data, mark.attributes, mark.note, mark.author, mark.time],
      );
      assert.deepEqual(
        [span.suggested, span.rejected ?? false],
        [mark.state === 'suggested', mark.state === 'rejected'],
      );
    }
    assert.deepEqual(spans.find(({ label }) => label === 'GPE')!.relations, [{ label: 'partOf', target: 'n2' }]);
  });

  it('counts code points in any text, and every span comes back with its text', async () => {
    const random = seeded(9);
    const many = Array.from({ length: 40 }, (_, number) => nastyDocument(random, number));
    const { files, losses } = write(labelStudio, many);
    assert.deepEqual(losses, []);
    const tasks = JSON.parse(files['newsmark.json']!) as readonly Task[];
    for (const { data, annotations } of tasks) {
      for (const { value } of annotations[0]?.result ?? []) {
        assert.equal([...data.text].slice(value.start, value.end).join(''), value.text);
      }
    }
    const { settled, problems } = await readBack(files['newsmark.json']!);
    assert.deepEqual(problems, []);
    settled.forEach(({ spans }, at) => assert.deepEqual(spanKeys(spans), spanKeys(many[at]!.marks)));
  });

  it('configures labels with colours, relations and the attributes of regions', () => {
    const xml = write(labelStudio, [document]).files['label-studio-config.xml']!;
    const { window } = new JSDOM(xml, { contentType: 'text/xml' });
    const all = (selector: string, name: string) =>
      [...window.document.querySelectorAll(selector)].map((element) => element.getAttribute(name));
    assert.equal(window.document.documentElement.tagName, 'View');
    assert.deepEqual(all('Labels > Label', 'value').slice(-2), ['TIME', 'FIGURE']);
    assert.ok(all('Labels > Label', 'background').every((colour) => /^#[0-9a-f]{6}$/.test(colour!)));
    assert.deepEqual(all('Relation', 'value'), ['worksFor', 'holds', 'locatedIn', 'partOf', 'sameAs']);
    assert.deepEqual(all('Text', 'value'), ['$text']);
    assert.deepEqual(all('Choices[name=mention] > Choice', 'value'), ['full', 'short', 'nominal']);
    assert.deepEqual(all('Choices[name=mention]', 'whenLabelValue'), ['PER,GPE,LOC,ORG,FAC']);
    assert.deepEqual(all('Choices[name=unsure] > Choice', 'value'), ['true', 'false']);
    assert.deepEqual(all('TextArea', 'name'), ['link']);
  });

  it('is an empty array for no documents', () => {
    assert.equal(write(labelStudio, []).files['newsmark.json'], '[]\n');
  });

  it('reads exports of Label Studio: cancelled annotations not, copied predictions once, two annotators apart', async () => {
    const region = (id: string, start: number, end: number, label: string, type = 'labels') => {
      return {
        id,
        from_name: 'ner',
        to_name: 'txt',
        type,
        value: { start, end, text: '李明说话'.slice(start, end), [type]: [label] },
      };
    };
    const task = {
      id: 3,
      data: { headline: '短', body: '李明说话' },
      annotations: [
        {
          id: 1,
          completed_by: { email: 'a@b.c' },
          created_at: '2026-01-02T03:04:05.000000Z',
          result: [region('r1', 0, 2, 'PER')],
        },
        { id: 2, completed_by: 7, result: [region('r1', 0, 1, 'PER'), { ...region('r1', 0, 1, 'x', 'choices') }] },
        { id: 3, was_cancelled: true, result: [region('r3', 2, 4, 'ACT')] },
      ],
      predictions: [5, { model_version: 'm', result: [region('r1', 0, 2, 'PER'), region('r9', 2, 4, 'ACT')] }],
    };
    const { settled, problems } = await readBack(JSON.stringify([task], undefined, 2));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      settled[0]!.spans.map(({ id, quote, suggested, author, time }) => [id, quote, suggested, author, time]),
      [
        ['r1', '李明', false, 'a@b.c', '2026-01-02T03:04:05.000Z'],
        ['r1-2', '李', false, '7', undefined],
        ['r9', '说话', true, undefined, undefined],
      ],
    );
    assert.deepEqual(settled[0]!.spans[1]!.attributes, { ner: 'x' });
  });

  it('reads JSON-MIN and JSON Lines', async () => {
    const short = { id: 1, text: '李明说', label: [{ start: 0, end: 2, text: '李明', labels: ['PER'] }], annotator: 1 };
    assert.deepEqual(spanKeys((await readBack(JSON.stringify([short]))).settled[0]!.spans), ['["PER",0,2,"李明"]']);
    const line = JSON.stringify({ data: { text: '李明说' }, annotations: [] });
    assert.equal((await readBack(`${line}\n${line}\n`)).documents.length, 2);
  });

  it('tells tasks and regions that are none, and reads the rest', async () => {
    const task = {
      data: { text: '李明说' },
      annotations: [
        {
          result: [
            { id: 'a', type: 'labels', from_name: 'l', value: { start: 0, end: 9, labels: ['PER'] } },
            { id: 'b', type: 'labels', from_name: 'l', value: { start: 0, end: 2, text: '王五', labels: ['PER'] } },
            { id: 'c', type: 'choices', from_name: 'topic', value: { choices: ['x'] } },
            { type: 'relation', from_id: 'a', to_id: 'z' },
            'nonsense',
          ],
        },
      ],
    };
    const { problems } = await readBack(`[\n${JSON.stringify(task)},\n{"data":5},\n{oops}]`);
    assert.deepEqual(problems, [
      '2: malformed',
      '2: unsupported',
      '2: broken-relation',
      '3: malformed',
      '4: malformed',
      '2: outside-text',
      '2: quote-differs',
    ]);
    await assert.rejects(readBack('[{"a":1}]'), /no Label Studio task/);
  });
});
