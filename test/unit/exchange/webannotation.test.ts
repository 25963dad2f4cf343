import assert from 'node:assert/strict';
import type { Format } from '../../../src/exchange/format';
import type { ImportProblem } from '../../../src/exchange/reading';
import { settle } from '../../../src/exchange/settleUnits';
import { webAnnotation, webAnnotationReader, webAnnotationUtf16 } from '../../../src/exchange/webannotation';
import { seeded } from '../random';
import { documentOf, readWith, write } from './document';
import { nastyDocument, spanKeys } from './nasty';

const TEXT = '清河县加固水库\n投入 1260\n万元。“真好！”𠮷大山👨‍👩‍👧说\n';
const document = documentOf(
  TEXT,
  [
    ['清河县', 'GPE', { relations: [{ label: 'partOf', target: 'n2' }], note: '两行\n备注', author: '李', time: 't' }],
    ['清河县加固水库', 'EVENT', { attributes: { mention: 'full', unsure: true, link: 'a=b' } }],
    ['1260\n万元', 'money', { layer: 'figure', data: { value: 12_600_000, unit: '元' }, state: 'accepted' }],
    ['𠮷大山', 'PER', { state: 'suggested', relations: [{ label: 'sameAs', target: 'n1' }] }],
    ['真好', 'PER', { state: 'rejected' }],
  ],
  { id: 'pages/第 1 版.txt#a1', name: 'pages/第 1 版-a1' },
);

interface Item {
  readonly id: string;
  readonly body: readonly { readonly purpose: string; readonly value: string }[];
  readonly target: { readonly source: string; readonly selector: readonly Record<string, unknown>[] };
}
interface Page {
  readonly '@context': string;
  readonly type: string;
  readonly items: readonly Item[];
}

async function readBack(files: Readonly<Record<string, string>>) {
  const { documents, problems } = await readWith(webAnnotationReader, files);
  const more: ImportProblem[] = [];
  const settled = documents.map((one) => settle(one, (problem) => more.push(problem)));
  return { documents, settled, problems: [...problems, ...more].map(({ code }) => code) };
}

describe('webannotation', () => {
  it('writes the text and a page of annotations with quote and position in code points', () => {
    const { files, losses } = write(webAnnotation, [document]);
    assert.deepEqual(losses, []);
    assert.deepEqual(Object.keys(files), [
      'pages/第 1 版-a1.txt',
      'pages/第 1 版-a1.jsonld',
      'pages/第 1 版-a1.relations.jsonld',
    ]);
    const page = JSON.parse(files['pages/第 1 版-a1.jsonld']!) as Page;
    assert.deepEqual([page['@context'], page.type], ['http://www.w3.org/ns/anno.jsonld', 'AnnotationPage']);
    const person = page.items.at(-1)!;
    assert.equal(decodeURI(person.target.source), '第 1 版-a1.txt');
    assert.deepEqual(person.target.selector, [
      { type: 'TextQuoteSelector', exact: '𠮷大山', prefix: TEXT.slice(0, 24), suffix: '👨‍👩‍👧说\n' },
      { type: 'TextPositionSelector', start: 24, end: 27 },
    ]);
    assert.deepEqual(person.body, [
      { type: 'TextualBody', purpose: 'tagging', value: 'PER' },
      { type: 'TextualBody', purpose: 'moderating', value: 'suggested' },
    ]);
    assert.deepEqual(
      page.items[0]!.body.map(({ purpose, value }) => `${purpose} ${value}`),
      [
        'tagging EVENT',
        'classifying mention=full',
        'describing {"newsmark":{"attributes":{"unsure":true,"link":"a=b"}}}',
      ],
    );
    assert.equal(files['pages/第 1 版-a1.jsonld']!.split('\n').length, page.items.length + 3);
  });

  for (const format of [webAnnotation, webAnnotationUtf16] as readonly Format[]) {
    it(`reads back what it wrote (${format.id})`, async () => {
      const { settled, problems, documents } = await readBack(write(format, [document]).files);
      assert.deepEqual(problems, []);
      assert.equal(documents.length, 1);
      assert.equal(documents[0]!.id, document.id);
      const { spans } = settled[0]!;
      assert.deepEqual(spanKeys(spans), spanKeys(document.marks));
      for (const mark of document.marks) {
        const span = spans.find(({ id }) => id === mark.id)!;
        assert.deepEqual(
          [span.layer, span.data, span.attributes, span.note, span.author, span.time, span.relations],
          [mark.layer, mark.data, mark.attributes, mark.note, mark.author, mark.time, mark.relations],
        );
        assert.deepEqual(
          [span.suggested, span.rejected ?? false],
          [mark.state === 'suggested', mark.state === 'rejected'],
        );
      }
    });

    it(`brings every span of any text back, whole characters around its quote (${format.id})`, async () => {
      const random = seeded(13);
      for (let round = 0; round < 40; round++) {
        const nasty = nastyDocument(random, round);
        const { files, losses } = write(format, [nasty]);
        assert.deepEqual(losses, []);
        const page = JSON.parse(files[`${nasty.name}.jsonld`]!) as Page;
        for (const { target } of page.items) {
          const { prefix, exact, suffix } = target.selector[0] as Readonly<Record<string, string>>;
          assert.ok(nasty.text.includes(`${prefix!}${exact!}${suffix!}`));
          assert.doesNotThrow(() => encodeURIComponent(`${prefix!} ${suffix!}`));
        }
        const { settled, problems } = await readBack(files);
        assert.deepEqual(problems, []);
        const found = settled.flatMap(({ spans }) => spans);
        assert.deepEqual(spanKeys(found), spanKeys(nasty.marks));
      }
    });
  }

  it('reads annotations of other programs: quotes only, single ones, lines, collections', async () => {
    const quoted = (exact: string, prefix: string, more = {}) => ({
      type: 'Annotation',
      body: { type: 'TextualBody', value: 'PER', purpose: 'tagging' },
      target: { source: 'a.txt', selector: { type: 'TextQuoteSelector', exact, prefix } },
      ...more,
    });
    const text = '𠮷李明说，王李明说';
    const files = (content: unknown) => ({
      'a.txt': text,
      'b.json': typeof content === 'string' ? content : JSON.stringify(content),
    });
    const found = async (content: unknown) => {
      const { settled, problems } = await readBack(files(content));
      return [...settled.flatMap(({ spans }) => spans.map(({ start, quote }) => `${start} ${quote}`)), ...problems];
    };
    assert.deepEqual(await found(quoted('李明', '王')), ['7 李明']);
    assert.deepEqual(await found(quoted('李明', '')), ['no-place']);
    const note = quoted('李明', '王', { motivation: 'commenting', body: { type: 'TextualBody', value: '看' } });
    assert.deepEqual(await found(`${JSON.stringify(quoted('李明', '王'))}\n${JSON.stringify(note)}\n{oops`), [
      '7 李明',
      'malformed',
      'unsupported',
    ]);
    const first = { type: 'AnnotationPage', items: [quoted('李明', '王'), quoted('李明', '王')] };
    assert.deepEqual(await found({ type: 'AnnotationCollection', first }), ['7 李明', 'duplicate-id']);
    await assert.rejects(found({ a: 1 }), /no Web Annotation/);
  });

  it('tells relations that lead nowhere', async () => {
    const { files } = write(webAnnotation, [document]);
    const [text, page, relations] = Object.keys(files);
    const broken = files[relations!]!.replaceAll('#n2', '#n99');
    const { problems } = await readBack({ [text!]: TEXT, [page!]: files[page!]!, [relations!]: broken });
    assert.deepEqual(problems, ['broken-relation']);
  });
});
