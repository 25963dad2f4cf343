import assert from 'node:assert/strict';
import { doccano, doccanoReader, doccanoRelations } from '../../../src/exchange/doccano';
import type { Format } from '../../../src/exchange/format';
import type { ImportProblem } from '../../../src/exchange/reading';
import { settle } from '../../../src/exchange/settleUnits';
import { seeded } from '../random';
import { documentOf, readWith, write } from './document';
import { nastyDocument, spanKeys } from './nasty';

const TEXT = '𠮷祥路小学\n“好\\t”李明👨‍👩‍👧说\n';
const document = documentOf(TEXT, [
  ['𠮷祥路小学', 'ORG', { relations: [{ label: 'partOf', target: 'n2' }], note: '备注' }],
  ['𠮷祥路', 'LOC', { attributes: { unsure: true } }],
  ['李明', 'PER', { relations: [{ label: 'worksFor', target: 'n1' }] }],
]);

async function readBack(text: string) {
  const { documents, problems } = await readWith(doccanoReader, { 'a.jsonl': text });
  const more: ImportProblem[] = [];
  const settled = documents.map((one) => settle(one, (problem) => more.push(problem)));
  return { documents, settled, problems: [...problems, ...more].map(({ code, place }) => `${place.line}: ${code}`) };
}

describe('doccano', () => {
  it('writes triples in UTF-16 units, and names what they cannot say', () => {
    const { files, losses } = write(doccano, [document]);
    const line = JSON.parse(files['newsmark.jsonl']!) as Record<string, unknown>;
    assert.deepEqual(line, {
      text: TEXT,
      label: [
        [0, 6, 'ORG'],
        [0, 4, 'LOC'],
        [12, 14, 'PER'],
      ],
      document: 'pages/a.txt',
      source: 'pages/a.txt',
      offset_unit: 'utf-16',
    });
    assert.deepEqual(
      losses.map(({ id, code, detail }) => [id, code, detail]),
      [
        ['n1', 'note', undefined],
        ['n2', 'attribute', 'unsure'],
        ['n1', 'relation', 'partOf'],
        ['n3', 'relation', 'worksFor'],
      ],
    );
  });

  it('writes entities with relations for projects that have them, in code points where that is asked for', () => {
    const { files, losses } = write(doccanoRelations, [document], { offsetUnit: 'code-point' });
    const line = JSON.parse(files['newsmark.jsonl']!) as Record<string, unknown>;
    assert.deepEqual(line.entities, [
      { id: 1, label: 'ORG', start_offset: 0, end_offset: 5 },
      { id: 2, label: 'LOC', start_offset: 0, end_offset: 3 },
      { id: 3, label: 'PER', start_offset: 11, end_offset: 13 },
    ]);
    assert.deepEqual(line.relations, [
      { id: 1, from_id: 1, to_id: 2, type: 'partOf' },
      { id: 2, from_id: 3, to_id: 1, type: 'worksFor' },
    ]);
    assert.deepEqual(
      losses.map(({ code }) => code),
      ['note', 'attribute'],
    );
  });

  for (const format of [doccano, doccanoRelations] as readonly Format[]) {
    for (const offsetUnit of ['utf-16', 'code-point'] as const) {
      it(`brings every span of any text back (${format.id}, ${offsetUnit})`, async () => {
        const random = seeded(3);
        for (let round = 0; round < 40; round++) {
          const nasty = nastyDocument(random, round);
          const { files, losses } = write(format, [nasty], { offsetUnit });
          assert.deepEqual(losses, []);
          const { settled, problems } = await readBack(files['newsmark.jsonl']!);
          assert.deepEqual(problems, []);
          assert.equal(settled[0]!.text, nasty.text);
          assert.deepEqual(spanKeys(settled[0]!.spans), spanKeys(nasty.marks));
        }
      });
    }
  }

  it('brings relations back', async () => {
    const { settled } = await readBack(write(doccanoRelations, [document]).files['newsmark.jsonl']!);
    const [org, loc, person] = settled[0]!.spans;
    assert.deepEqual(org!.relations, [{ label: 'partOf', target: loc!.id }]);
    assert.deepEqual(person!.relations, [{ label: 'worksFor', target: org!.id }]);
  });

  it('reads what doccano itself exports, and offsets in code points where UTF-16 cuts a character', async () => {
    const { settled, documents, problems } = await readBack(
      [
        '{"id":7,"text":"甲𠮷乙𠮷丙","label":[[1,2,"LOC"],[3,4,"LOC"]],"Comments":["看"]}',
        '{"id":8,"text":"李明说","entities":[{"id":40,"label":"PER","start_offset":0,"end_offset":2}],"relations":[],"Comments":[]}',
        '{"id":9,"data":"李明说","labels":[[0,2,"PER"]]}',
      ].join('\n'),
    );
    assert.deepEqual(
      settled.map(({ spans }) => spans.map(({ quote }) => quote)),
      [['𠮷', '𠮷'], ['李明'], ['李明']],
    );
    assert.equal(documents[0]!.id, undefined);
    assert.deepEqual(problems, ['1: unsupported']);
  });

  it('tells lines, spans and relations that are none, and reads the rest', async () => {
    const { settled, problems } = await readBack(
      [
        '{"text":"李明","label":[[0,2,"PER"],[0,"PER"],[1,9,"PER"]]}',
        '{"text":"李明"}',
        'x',
        '{"text":"李明","entities":[{"id":1,"label":"PER","start_offset":0,"end_offset":2},{"id":1,"label":"PER","start_offset":1,"end_offset":2}],"relations":[{"id":1,"from_id":1,"to_id":5,"type":"r"},3]}',
      ].join('\n'),
    );
    assert.deepEqual(problems, [
      '1: malformed',
      '2: malformed',
      '3: malformed',
      '4: duplicate-id',
      '4: broken-relation',
      '4: malformed',
      '1: outside-text',
    ]);
    assert.deepEqual(
      settled.map(({ spans }) => spans.length),
      [1, 1],
    );
    await assert.rejects(readBack('{"a":1}\n'), /no line of a\.jsonl/);
  });
});
