import assert from 'node:assert/strict';
import { exportPages, makeAnnotation, newSidecar, readConll, readPageText } from '../../../src/newsmark';
import type { Annotation, PageSource } from '../../../src/newsmark';
import { seeded } from '../random';

type Mark = readonly [quote: string, label: string, more?: Partial<Annotation>];

function source(text: string, marks: readonly Mark[], name = 'a.txt'): PageSource {
  const page = readPageText(text);
  const annotations = marks.map(([quote, label, more], index) => {
    const start = page.text.indexOf(quote);
    const made = makeAnnotation(page, {
      id: `n${index}`,
      layer: 'entity',
      start,
      end: start + quote.length,
      label,
      state: 'added',
      time: 't',
      author: undefined,
      data: undefined,
    });
    return { ...made, ...more };
  });
  return { source: name, page, sidecar: { ...newSidecar(page, name, 'utf8'), annotations } };
}
const conll = (...sources: readonly PageSource[]): ReturnType<typeof exportPages> =>
  exportPages(sources, { format: 'conll' });

const TEXT = '清河县加固水库\n清河县今年投入 1260\n万元。“真好！”石桥镇村民𠮷大山说。\n';

describe('CoNLL', () => {
  it('writes one character a line with its tag, and nothing for blanks and line ends', () => {
    const { files } = conll(source('投入 12\n元。', [['12\n元', 'NUM']]));
    assert.equal(files[0]?.text, '投\tO\n入\tO\n1\tB-NUM\n2\tI-NUM\n元\tI-NUM\n。\tO\n\n');
  });

  it('gives back every span when it is read again, characters beyond 16 bits too', () => {
    const { files, report } = conll(
      source(TEXT, [
        ['石桥镇', 'LOC'],
        ['𠮷大山', 'PER'],
        ['1260\n万元', 'NUM'],
      ]),
    );
    assert.deepEqual(
      readConll(files[0]!.text).map((s) => [s.quote, s.tag]),
      [
        ['1260万元', 'NUM'],
        ['石桥镇', 'LOC'],
        ['𠮷大山', 'PER'],
      ],
    );
    assert.equal(report.written, 3);
  });

  it('parts sentences behind their closing marks, and never inside a span', () => {
    const sentences = (marks: readonly Mark[]): number =>
      conll(source('甲说：“好！”乙走了。丙来了。', marks)).files[0]!.text.split('\n\n').filter(Boolean).length;
    assert.equal(sentences([]), 3);
    assert.equal(sentences([['好！”乙走', 'X']]), 2);
  });

  it('gives back the spans of any text at the places they came from', () => {
    const random = seeded(77);
    const pieces = ['清河县', '𠮷祥路', '12', '。', '！', '”', '；', '\n', '\n\n', ' ', '　', '李', '😀'];
    for (let round = 0; round < 200; round++) {
      const page = readPageText(Array.from({ length: 30 }, () => random.pick(pieces)).join(''));
      const annotations = Array.from({ length: 6 }, (_, n) => {
        const start = random.int(0, page.text.length - 1);
        const end = Math.min(page.text.length, start + random.int(1, 9));
        const label = random.pick(['A', 'B']);
        const decision = { id: `n${n}`, layer: 'entity', start, end, label, state: 'added', time: 't' } as const;
        return makeAnnotation(page, { ...decision, author: undefined, data: undefined });
      });
      const sidecar = { ...newSidecar(page, 'a.txt', 'utf8'), annotations };
      const { files, report } = conll({ source: 'a.txt', page, sidecar });
      assert.equal(report.written + report.skipped.length, annotations.length);
      const left = new Set(report.skipped.map((s) => s.id));
      const rowsBefore = (offset: number): number => [...page.text.slice(0, offset).replace(/\s/g, '')].length;
      const expected = annotations
        .filter((a) => !left.has(a.id))
        .map((a) => ({ tag: a.label, quote: a.quote.replace(/\s/g, ''), row: rowsBefore(a.start) }))
        .sort((a, b) => a.row - b.row);
      assert.deepEqual(readConll(files[0]!.text), expected, JSON.stringify(page.text));
    }
  });

  it('ends sentences behind ； and with their paragraph', () => {
    const { files } = conll(source('甲来了；乙走了\n', []));
    assert.deepEqual(
      files[0]!.text.split('\n\n').map((rows) => rows.split('\n')[0]),
      ['甲\tO', '乙\tO', ''],
    );
  });

  it('does not write a label that would end its column', () => {
    const { report } = conll(source(TEXT, [['石桥镇', 'BAD LABEL']]));
    assert.deepEqual(
      report.skipped.map((s) => [s.code, s.line]),
      [['label', 3]],
    );
  });

  it('writes the longest of overlapping spans and names the others', () => {
    const { files, report } = conll(
      source(TEXT, [
        ['清河县', 'GPE'],
        ['清河县加固水库', 'EVENT'],
      ]),
    );
    assert.deepEqual(
      readConll(files[0]!.text).map((s) => s.tag),
      ['EVENT'],
    );
    assert.deepEqual(
      report.skipped.map((s) => [s.code, s.quote, s.label]),
      [['overlap', '清河县', 'GPE']],
    );
  });

  it('leaves out what was rejected, and reports what has no place', () => {
    const { report } = conll(
      source(TEXT, [
        ['石桥镇', 'LOC', { state: 'rejected' }],
        ['清河县', 'GPE', { quote: '别的字' }],
      ]),
    );
    assert.equal(report.written, 0);
    assert.deepEqual(
      report.skipped.map((s) => s.code),
      ['no-place'],
    );
  });

  it('names rows that are none', () => {
    assert.throws(() => readConll('好\tO\n坏了'), /line 2/);
  });
});

describe('JSON Lines', () => {
  it('holds overlapping spans, values and articles, with offsets into its own text', () => {
    const { files, report } = exportPages(
      [
        source(TEXT, [
          ['清河县', 'GPE'],
          ['清河县加固水库', 'EVENT'],
          ['1260\n万元', 'money', { layer: 'figure', data: { value: 12_600_000 } }],
        ]),
      ],
      { format: 'jsonl' },
    );
    const line = JSON.parse(files[0]!.text) as {
      text: string;
      spans: { start: number; end: number; quote: string; data?: object }[];
    };
    assert.equal(line.spans.length, 3);
    for (const span of line.spans) assert.equal(line.text.slice(span.start, span.end), span.quote);
    assert.deepEqual(line.spans.find((s) => s.data)?.data, { value: 12_600_000 });
    assert.equal(report.skipped.length, 0);
  });

  it('holds what was refused only where it is asked for, and says so', () => {
    const one = source(TEXT, [['石桥镇', 'LOC', { state: 'rejected' }]]);
    const spans = (includeRejected: boolean): readonly { state: string }[] => {
      const { files } = exportPages([one], { format: 'jsonl', includeRejected });
      return (JSON.parse(files[0]!.text) as { spans: { state: string }[] }).spans;
    };
    assert.deepEqual(spans(false), []);
    assert.deepEqual(
      spans(true).map((s) => s.state),
      ['rejected'],
    );
    assert.equal(exportPages([one], { format: 'conll', includeRejected: true }).report.written, 0);
  });

  it('writes all pages into one file, one a line', () => {
    const { files } = exportPages([source('甲。', [['甲', 'X']], 'a.txt'), source('乙。', [['乙', 'X']], 'b.txt')], {
      format: 'jsonl',
    });
    assert.deepEqual(
      files.map((f) => f.path),
      ['newsmark.jsonl'],
    );
    assert.deepEqual(
      files[0]!.text
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { source: string }).source),
      ['a.txt', 'b.txt'],
    );
  });
});

describe('an export', () => {
  it('keeps pages of the same name in different folders apart', () => {
    const { files } = conll(
      source('甲。', [], 'one/page.txt'),
      source('乙。', [], 'two/page.txt'),
      source('丙。', [], 'two/other.txt'),
    );
    assert.deepEqual(
      files.map((f) => f.path),
      ['one__page.conll', 'two__page.conll', 'other.conll'],
    );
  });

  it('never writes two pages into one file', () => {
    const names = ['a/p.txt', 'a/p.md', 'A/P.TXT', 'a__p.txt', '/a/p.txt'];
    const paths = conll(...names.map((name) => source('甲。', [], name))).files.map((f) => f.path.toLowerCase());
    assert.equal(new Set(paths).size, names.length);
  });

  it('writes the layers that are asked for', () => {
    const one = source(TEXT, [
      ['石桥镇', 'LOC'],
      ['1260\n万元', 'money', { layer: 'figure' }],
    ]);
    const written = (...layers: string[]): number => exportPages([one], { format: 'conll', layers }).report.written;
    assert.deepEqual([written('entity'), written('figure'), written('entity', 'figure')], [1, 1, 2]);
  });

  it('refuses a format that does not exist', () => {
    assert.throws(() => exportPages([], { format: 'docx' }), RangeError);
  });
});
