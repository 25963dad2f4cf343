import assert from 'node:assert/strict';
import { brat, bratReader } from '../../../src/exchange/brat';
import type { ImportProblem } from '../../../src/exchange/reading';
import { settle, type SettledDocument } from '../../../src/exchange/settleUnits';
import { seeded } from '../random';
import { readByBratRules } from './bratRules';
import { documentOf, readWith, write } from './document';
import { nastyDocument, spanKeys } from './nasty';

const TEXT = '清河县加固水库　\n\n　　投入1260\n万元。“真好！”𠮷大山👨‍👩‍👧说\n';

const document = documentOf(TEXT, [
  ['清河县', 'GPE', { relations: [{ label: 'partOf', target: 'n2' }], note: '两行\n备注' }],
  ['清河县加固水库　\n\n　　投入', 'EVENT', { attributes: { mention: 'full', unsure: true, link: 'Q 1' } }],
  ['1260\n万元', 'money', { layer: 'figure', data: { value: 12_600_000, unit: '元' } }],
  ['𠮷大山', 'PER', { state: 'suggested' }],
  ['真好', 'PER', { state: 'rejected' }],
]);

async function readBack(files: Readonly<Record<string, string>>): Promise<{
  readonly settled: readonly SettledDocument[];
  readonly problems: readonly ImportProblem[];
}> {
  const { documents, problems } = await readWith(bratReader, files);
  const more: ImportProblem[] = [];
  const settled = documents.map((one) => settle(one, (problem) => more.push(problem)));
  return { settled, problems: [...problems, ...more] };
}

describe('brat', () => {
  it('writes a text and its standoff lines in code points, in parts around line ends', () => {
    const { files, losses } = write(brat, [document]);
    assert.deepEqual(losses, []);
    assert.equal(files['pages/a.txt'], TEXT);
    assert.equal(
      files['pages/a.ann'],
      [
        'T1\tEVENT 0 7;12 14\t清河县加固水库 投入',
        'A1\tunsure T1'.replace('A1', 'A2'),
        '#1\tnewsmark T1\t{"attributes":{"link":"Q 1"}}',
      ]
        .toSpliced(1, 0, 'A1\tmention T1 full')
        .concat([
          'T2\tGPE 0 3\t清河县',
          '#2\tAnnotatorNotes T2\t两行 备注',
          '#3\tnewsmark T2\t{"note":"两行\\n备注"}',
          'T3\tFIGURE 14 18;19 21\t1260 万元',
          '#4\tnewsmark T3\t{"layer":"figure","label":"money","data":{"value":12600000,"unit":"元"}}',
          'T4\tPER 23 25\t真好',
          'A3\tnewsmarkState T4 rejected',
          'T5\tPER 27 30\t𠮷大山',
          'A4\tnewsmarkState T5 suggested',
          'R1\tpartOf Arg1:T2 Arg2:T1',
          '',
        ])
        .join('\n'),
    );
    readByBratRules(TEXT, files['pages/a.ann']);
  });

  it('reads back what it wrote: spans, relations, attributes, figures, notes and states', async () => {
    const { settled, problems } = await readBack(write(brat, [document]).files);
    assert.deepEqual(problems, []);
    const { spans } = settled[0]!;
    assert.deepEqual(spanKeys(spans), spanKeys(document.marks.map((mark) => mark)));
    const by = (label: string, quote?: string) =>
      spans.find((s) => s.label === label && (!quote || s.quote === quote))!;
    assert.deepEqual(by('EVENT').attributes, { mention: 'full', unsure: true, link: 'Q 1' });
    assert.equal(by('GPE').note, '两行\n备注');
    assert.deepEqual(by('GPE').relations, [{ label: 'partOf', target: by('EVENT').id }]);
    assert.deepEqual([by('money').layer, by('money').data], ['figure', { value: 12_600_000, unit: '元' }]);
    assert.deepEqual([by('PER', '𠮷大山').suggested, by('PER', '真好').rejected], [true, true]);
  });

  it('holds to the rules of brat in any text, and every span comes back with its text', async () => {
    const random = seeded(7);
    for (let round = 0; round < 60; round++) {
      const nasty = nastyDocument(random, round);
      const { files, losses } = write(brat, [nasty]);
      assert.deepEqual(losses, []);
      const spans = readByBratRules(nasty.text, files[`${nasty.name}.ann`]!);
      assert.equal(spans.length, nasty.marks.length);
      const { settled, problems } = await readBack(files);
      assert.deepEqual(problems, []);
      assert.deepEqual(spanKeys(settled[0]!.spans), spanKeys(nasty.marks));
    }
  });

  it('names what it cannot write', () => {
    const { losses, files } = write(brat, [
      documentOf('清河县 \n石桥镇', [
        ['清河县', 'GPE', { relations: [{ label: 'partOf', target: 'n2' }] }],
        [' \n', 'LOC'],
        ['石桥镇', 'a.b'],
        ['石桥', 'a_b'],
        ['镇', 'GPE', { quote: '县' }],
      ]),
    ]);
    assert.deepEqual(
      losses.map(({ id, code, detail }) => [id, code, detail]),
      [
        ['n2', 'empty', undefined],
        ['n4', 'label', undefined],
        ['n5', 'quote-differs', undefined],
        ['n1', 'relation', 'partOf'],
      ],
    );
    assert.match(files['pages/a.ann']!, /T2\ta_b 5 8\t石桥镇\n#1\tnewsmark T2\t\{"layer":"entity","label":"a\.b"\}/);
  });

  it('configures brat with the labels, relations and attributes of the scheme', () => {
    const { files } = write(brat, [document]);
    const conf = files['annotation.conf']!;
    for (const section of ['entities', 'relations', 'events', 'attributes']) assert.ok(conf.includes(`[${section}]\n`));
    assert.match(conf, /^PER$/m);
    assert.match(conf, /^FIGURE$/m);
    assert.match(conf, /^worksFor\tArg1:PER, Arg2:ORG\|GPE$/m);
    assert.match(conf, /^sameAs\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric$/m);
    assert.match(conf, /^mention\tArg:PER\|GPE\|LOC\|ORG\|FAC, Value:full\|short\|nominal$/m);
    assert.match(conf, /^newsmarkState\tArg:<ENTITY>, Value:suggested\|rejected$/m);
    assert.match(files['visual.conf']!, /^PER \| 人名 \| PER$/m);
    assert.match(files['visual.conf']!, /^PER\tbgColor:#[0-9a-f]{6}$/m);
    const split = write(brat, [document], { split: { train: 1, dev: 0, test: 0 } });
    assert.ok('newsmark/annotation.conf' in split.files);
  });

  it('tells malformed lines, events and broken relations with their line, and reads the rest', async () => {
    const ann = [
      'T1\tPER 0 2\t李明',
      'nonsense',
      'T1\tPER 0 2\t李明',
      'T2\tPER x 2\t李明',
      'E1\tMove:T1 Who:T1',
      'R1\tknows Arg1:T1 Arg2:T9',
      'N1\tReference T1 Wikidata:Q1\t李明',
      '*\tEquiv T1 T3',
      'T3\tPER 5 7\t李明',
      'T4\tPER 5 99\t李明',
      'T5\tPER 2 4\t李明',
      'M1\tNegation T3',
      '#1\tAnnotatorNotes T3\t同一人',
      '',
    ].join('\n');
    const { settled, problems } = await readBack({ 'a.txt': '李明说。\n李明', 'a.ann': ann });
    assert.deepEqual(
      problems.map(({ code, place }) => `${place.line}: ${code}`),
      [
        '2: malformed',
        '3: duplicate-id',
        '4: malformed',
        '5: unsupported',
        '6: broken-relation',
        '10: outside-text',
        '11: quote-differs',
      ],
    );
    const [first, second] = settled[0]!.spans;
    assert.equal(settled[0]!.spans.length, 2);
    assert.deepEqual(first!.attributes, { Reference: 'Wikidata:Q1' });
    assert.deepEqual(first!.relations, [{ label: 'Equiv', target: second!.id }]);
    assert.deepEqual([second!.attributes, second!.note], [{ Negation: true }, '同一人']);
  });

  it('does not take parts with other words between them', async () => {
    const ann = 'T1\tORG 0 2;4 6\t清河 学校\nT2\tORG 0 2;2 4\t清河 中心\n';
    const { settled, problems } = await readBack({ 'a.txt': '清河中心学校', 'a.ann': ann });
    assert.deepEqual(
      problems.map(({ code, place }) => [code, place.line]),
      [['quote-differs', 1]],
    );
    assert.deepEqual(
      settled[0]!.spans.map(({ quote }) => quote),
      ['清河中心'],
    );
  });

  it('gives a span the same id whenever it is read', async () => {
    const { files } = write(brat, [document]);
    const ids = async () => (await readBack(files)).settled[0]!.spans.map(({ id }) => id);
    assert.deepEqual(await ids(), await ids());
  });
});
