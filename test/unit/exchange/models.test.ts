import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import type { Format } from '../../../src/exchange/format';
import { hf } from '../../../src/exchange/hf';
import { spacy } from '../../../src/exchange/spacy';
import { uimaXmi } from '../../../src/exchange/uimaXmi';
import { seeded } from '../random';
import { documentOf, type MarkWish, write } from './document';

const TEXT = '清河县加固水库\n投入 1260\n万元，“真好！”石桥镇村民𠮷大山👨‍👩‍👧\u0001说<&>"。\n';
const MARKS: readonly MarkWish[] = [
  ['清河县', 'GPE', { note: '疑', attributes: { link: 'Q1', unsure: true } }],
  ['清河县加固水库', 'EVENT', { relations: [{ label: 'locatedIn', target: 'n1' }] }],
  ['1260\n万元', 'money', { layer: 'figure', data: { value: 12_600_000, unit: '元', metric: '投入' } }],
  ['𠮷大山👨‍👩‍👧\u0001说<&>"', 'PER', { author: '甲', time: 't' }],
];
const document = documentOf(TEXT, MARKS);

/** A text of pieces that formats trip over, with spans that cut no character. */
function randomDocument(random: ReturnType<typeof seeded>): ReturnType<typeof documentOf> {
  const pieces = [
    '清河县',
    '𠮷祥路',
    '12',
    '。',
    '！',
    '”',
    '\n',
    '\n\n',
    ' ',
    '　',
    '李',
    '😀',
    '\r',
    '<',
    '&',
    '"',
    '\t',
  ];
  const parts = Array.from({ length: 30 }, () => random.pick(pieces));
  const starts = parts.map((_, index) => parts.slice(0, index).join('').length);
  const text = parts.join('');
  const marks = Array.from({ length: 8 }, (): MarkWish => {
    const first = random.int(0, parts.length - 1);
    const start = starts[first]!;
    const end = starts[Math.min(parts.length - 1, first + random.int(1, 4))]!;
    return [text.slice(start, end), random.pick(['PER', 'GPE']), { start, end, quote: text.slice(start, end) }];
  });
  const whole = documentOf(text, marks);
  return { ...whole, marks: whole.marks.filter(({ quote }) => quote !== '') };
}

describe('spacy', () => {
  interface Line {
    readonly text: string;
    readonly entities: readonly (readonly [number, number, string])[];
    readonly spans: { readonly sc: readonly { start: number; end: number; label: string; kb_id?: string }[] };
  }
  const lineOf = (one: typeof document): Line => JSON.parse(write(spacy, [one]).files['newsmark-spacy.jsonl']!) as Line;

  it('counts code points; entities do not overlap, spans have all', () => {
    const { text, entities, spans } = lineOf(document);
    const characters = [...text];
    assert.deepEqual(
      entities.map(([start, end]) => characters.slice(start, end).join('')),
      ['清河县加固水库', '1260\n万元', '𠮷大山👨‍👩‍👧\u0001说<&>"'],
    );
    assert.deepEqual(
      spans.sc.map(({ label, kb_id }) => [label, kb_id]),
      [
        ['EVENT', undefined],
        ['GPE', 'Q1'],
        ['FIGURE', undefined],
        ['PER', undefined],
      ],
    );
    assert.deepEqual(
      write(spacy, [document]).losses.map(({ code, detail }) => [code, detail]),
      [
        ['relation', 'locatedIn'],
        ['attribute', 'unsure'],
        ['note', undefined],
      ],
    );
  });

  it('gives every span of any text with its text', () => {
    const random = seeded(5);
    for (let round = 0; round < 100; round++) {
      const one = randomDocument(random);
      const { text, spans, entities } = lineOf(one);
      const characters = [...text];
      const found = spans.sc.map(({ start, end }) => characters.slice(start, end).join(''));
      assert.deepEqual(
        found,
        one.marks.map(({ quote }) => quote),
      );
      entities.forEach(([start], index) => assert.ok(index === 0 || entities[index - 1]![1] <= start));
    }
  });
});

describe('hf', () => {
  it('writes tokens and numbers of tags, and what the numbers mean', () => {
    const { files, losses } = write(hf, [
      documentOf('甲在清河县。乙𠮷走。', [
        ['清河县', 'GPE'],
        ['𠮷', 'PER'],
        ['走', 'X'],
      ]),
    ]);
    const lines = files['data/newsmark.jsonl']!.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    const features = JSON.parse(files['features.json']!) as { ner_tags: { feature: { names: string[] } } };
    const { names } = features.ner_tags.feature;
    const [b, i, per] = ['B-GPE', 'I-GPE', 'B-PER'].map((tag) => names.indexOf(tag));
    assert.deepEqual(lines, [
      { id: 'pages/a.txt:1', tokens: [...'甲在清河县。'], ner_tags: [0, 0, b, i, i, 0] },
      { id: 'pages/a.txt:2', tokens: [...'乙𠮷走。'], ner_tags: [0, per, 0, 0] },
    ]);
    assert.deepEqual(
      losses.map(({ code, label }) => [code, label]),
      [['label', 'X']],
    );
    for (const [index, name] of names.entries()) assert.ok(files['README.md']!.includes(`'${index}': "${name}"`), name);
    assert.match(files['README.md']!, /split: train\n {4}path: data\/newsmark\.jsonl/);
  });

  it('describes the sets of a split once, and the layers that are written', () => {
    const { files } = write(hf, [], { split: { train: 8, dev: 1, test: 1 }, layers: ['figure'], tags: 'BMES' });
    const features = JSON.parse(files['features.json']!) as { ner_tags: { feature: { names: string[] } } };
    assert.deepEqual(features.ner_tags.feature.names, ['O', 'S-FIGURE', 'B-FIGURE', 'M-FIGURE', 'E-FIGURE']);
    assert.match(files['README.md']!, /validation\n {4}path: data\/dev\.jsonl/);
  });
});

describe('uima-xmi', () => {
  const read = (format: Format, one: typeof document) => {
    const { files, losses } = write(format, [one]);
    const parse = (path: string): Document => {
      return new JSDOM(files[path], { contentType: 'text/xml' }).window.document;
    };
    const xmi = parse('pages/a.xmi');
    const sofa = xmi.getElementsByTagName('cas:Sofa')[0]!.getAttribute('sofaString')!;
    const elements = [...xmi.documentElement.children];
    return { elements, sofa, losses, types: parse('TypeSystem.xml') };
  };

  it('holds the text with its line ends, and every span at its UTF-16 offsets', () => {
    const random = seeded(9);
    for (let round = 0; round < 60; round++) {
      const one = randomDocument(random);
      const { elements, sofa } = read(uimaXmi, one);
      assert.equal(sofa, one.text);
      const found = elements.filter(({ tagName }) => tagName === 'ner:NamedEntity');
      assert.deepEqual(
        found.map((entity) => sofa.slice(Number(entity.getAttribute('begin')), Number(entity.getAttribute('end')))),
        one.marks.map(({ quote }) => quote),
      );
    }
  });

  it('says what was decided, asked and related; replaces what XML cannot hold, one by one', () => {
    const { elements, sofa, losses } = read(uimaXmi, document);
    assert.equal(sofa, TEXT.replace('\u0001', '\ufffd'));
    assert.deepEqual(
      losses.map(({ code, label }) => [code, label]),
      [['character', 'PER']],
    );
    const named = (name: string): readonly Element[] =>
      elements.filter(({ tagName }) => tagName === `newsmark:${name}`);
    assert.deepEqual(
      named('Decision').map((one) => [one.getAttribute('identifier'), one.getAttribute('note')]),
      [
        ['n2', null],
        ['n1', '疑'],
        ['n3', null],
        ['n4', null],
      ],
    );
    assert.equal(named('Figure')[0]!.getAttribute('value'), '12600000');
    assert.deepEqual(
      named('Attribute').map((one) => one.getAttribute('name')),
      ['link', 'unsure'],
    );
    const [relation] = named('Relation');
    const ids = elements.map((one) => one.getAttribute('xmi:id'));
    for (const end of ['source', 'target']) assert.ok(ids.includes(relation!.getAttribute(end)));
    const members = elements.at(-1)!.getAttribute('members')!.split(' ');
    assert.deepEqual(new Set(members).size, elements.length - 3);
  });

  it('describes every type and feature that it writes', () => {
    const { elements, types } = read(uimaXmi, document);
    const described = new Map(
      [...types.getElementsByTagName('typeDescription')].map((type) => [
        type.querySelector('name')!.textContent.split('.').at(-1),
        new Set([...type.querySelectorAll('featureDescription > name')].map((name) => name.textContent)),
      ]),
    );
    for (const element of elements.slice(2, -2)) {
      const features = described.get(element.localName);
      assert.ok(features, element.localName);
      for (const { name } of element.attributes) {
        assert.ok(
          ['xmi:id', 'sofa', 'begin', 'end'].includes(name) || features.has(name),
          `${element.localName} ${name}`,
        );
      }
    }
  });
});
