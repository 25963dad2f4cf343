import assert from 'node:assert/strict';
import { conll, conllReader } from '../../../src/exchange/conll';
import type { ExportWish } from '../../../src/exchange/request';
import { spansOf } from '../../../src/exchange/tagSets';
import { seeded } from '../random';
import { documentOf, type MarkWish, readWith, write } from './document';

const TEXT = '清河县加固水库\n清河县今年投入 1260\n万元。“真好！”石桥镇村民𠮷大山说。\n';

const conllOf = (text: string, marks: readonly MarkWish[], wish: Partial<ExportWish> = {}): string =>
  write(conll, [documentOf(text, marks)], wish).files['pages/a.conll']!;

describe('CoNLL', () => {
  it('writes one character a line with its tag, and nothing for blanks and line ends', () => {
    const written = conllOf('投入 12\n元。', [['12\n元', 'NUM']], { sequence: 'article' });
    assert.equal(written, '投\tO\n入\tO\n1\tB-NUM\n2\tI-NUM\n元\tI-NUM\n。\tO\n\n');
  });

  it('writes the tags that are asked for', () => {
    const tags = (set: 'BIO' | 'BIOES' | 'BMES'): string =>
      conllOf(
        '县清河县',
        [
          ['县', 'X'],
          ['清河县', 'GPE'],
        ],
        { tags: set },
      )
        .replace(/.*\t(.).*\n/g, '$1')
        .trim();
    assert.deepEqual([tags('BIO'), tags('BIOES'), tags('BMES')], ['BBII', 'SBIE', 'SBME']);
  });

  it('parts sentences behind their closing marks and with their paragraph, never inside a span; or not at all', () => {
    const count = (marks: readonly MarkWish[], wish: Partial<ExportWish> = {}): number =>
      conllOf('甲说：“好！”乙走了；丙来了。\n丁\n', marks, wish).split('\n\n').filter(Boolean).length;
    assert.equal(count([]), 4);
    assert.equal(count([['好！”乙走', 'X']]), 3);
    assert.equal(count([['来了。\n丁', 'X']]), 3);
    assert.equal(count([], { sequence: 'article' }), 1);
  });

  it('writes the longest of overlapping spans and names the others, and what a tag cannot say', () => {
    const document = documentOf(TEXT, [
      ['清河县', 'GPE', { note: '疑', attributes: { unsure: true } }],
      ['清河县加固水库', 'EVENT'],
      ['石桥镇', 'BAD LABEL'],
      ['𠮷大山', 'PER', { relations: [{ label: 'sameAs', target: 'n1' }] }],
    ]);
    const { losses } = write(conll, [document]);
    assert.deepEqual(
      losses.map(({ code, label }) => [code, label]),
      [
        ['attribute', 'GPE'],
        ['note', 'GPE'],
        ['label', 'BAD LABEL'],
        ['relation', 'PER'],
        ['overlap', 'GPE'],
      ],
    );
  });

  it('gives back the spans of any text at the places they came from, in every set of tags', async () => {
    const random = seeded(77);
    const pieces = ['清河县', '𠮷祥路', '12', '。', '！', '”', '；', '\n', '\n\n', ' ', '　', '李', '😀', '#', '👨‍👩‍👧'];
    for (let round = 0; round < 200; round++) {
      const text = Array.from({ length: 30 }, () => random.pick(pieces)).join('');
      const marks = Array.from({ length: 6 }, (): MarkWish => {
        const start = random.int(0, text.length - 1);
        const end = Math.min(text.length, start + random.int(1, 9));
        return [text.slice(start, end), random.pick(['A', 'B']), { start, end, quote: text.slice(start, end) }];
      });
      const document = documentOf(text, marks);
      const whole = document.marks.filter(
        ({ start, end }) => ![start, end].some((at) => /[\udc00-\udfff]/.test(text[at] ?? '')),
      );
      const wish = { tags: random.pick(['BIO', 'BIOES', 'BMES'] as const) };
      const { files, losses } = write(conll, [{ ...document, marks: whole }], wish);
      const lost = new Set(losses.map(({ id }) => id));
      const { documents, problems } = await readWith(conllReader, { 'a.conll': files['pages/a.conll']! });
      assert.deepEqual(problems, []);
      const solid = (upTo: number): string => text.slice(0, upTo).replace(/[\s\u200b]/gu, '');
      const expected = whole
        .filter(({ id }) => !lost.has(id))
        .map(({ label, start, end }) => [label, solid(start).length, solid(end).length]);
      assert.equal(documents[0]!.text, solid(text.length));
      assert.deepEqual(
        documents[0]!.spans.map(({ label, start, end }) => [label, start, end]),
        expected,
        text,
      );
    }
  });
});

describe('reading CoNLL', () => {
  it('takes every set of tags, IOB1 too', () => {
    const spans = (tags: string): string =>
      spansOf(tags.split(' '))
        .map(({ label, from, to }) => `${label}${from}-${to}`)
        .join(' ');
    assert.equal(spans('B-A I-A B-A O'), 'A0-2 A2-3');
    assert.equal(spans('S-A B-A I-A E-A S-A'), 'A0-1 A1-4 A4-5');
    assert.equal(spans('B-A M-A E-A I-A'), 'A0-3 A3-4');
    assert.equal(spans('I-A I-A B-A I-B'), 'A0-2 A2-3 B3-4');
    assert.equal(spans('U-A B-A L-A'), 'A0-1 A1-3');
  });

  it('takes more columns, blanks between them and comments', async () => {
    const content = '-DOCSTART- -X- O O\n\n# sent 1\n清 NR B B-GPE\n河 NR I I-GPE\n# O\n#\tO\n';
    const { documents, problems } = await readWith(conllReader, { 'x.conll': content });
    assert.deepEqual(problems, []);
    assert.equal(documents[0]!.text, '清河##');
    assert.deepEqual(
      documents[0]!.spans.map(({ quote, place }) => [quote, place.line]),
      [['清河', 4]],
    );
  });

  it('names rows that are none and reads the others; a file without any is none', async () => {
    const { documents, problems } = await readWith(conllReader, { 'x.conll': '好\tO\n坏了\n人\tB-PER\n' });
    assert.deepEqual(
      problems.map(({ code, place }) => [code, place.line]),
      [['malformed', 2]],
    );
    assert.equal(documents[0]!.spans.length, 1);
    await assert.rejects(readWith(conllReader, { 'x.txt': '清河县加固水库\n' }), /no rows/);
  });
});
