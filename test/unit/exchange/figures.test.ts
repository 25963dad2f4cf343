import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { articlesJsonl } from '../../../src/exchange/articlesJsonl';
import { FIGURE_COLUMNS } from '../../../src/exchange/figureRows';
import { figuresCsv } from '../../../src/exchange/figuresCsv';
import { figuresXlsx } from '../../../src/exchange/figuresXlsx';
import { Workbook } from '../../../src/exchange/workbook';
import { documentOf, type MarkWish, write } from './document';

const TEXT = '清河县水库加固\n2025年3月，“三项”投资1260万元，同比增长12.5%。=4月，加固3座\u0001水库<&>。𠮷祥路5号。\n';
const figure = (quote: string, kind: string, data: Readonly<Record<string, unknown>>): MarkWish => [
  quote,
  kind,
  { layer: 'figure', data, line: 2 },
];
const document = documentOf(
  TEXT,
  [
    figure('2025年3月', 'date', { value: null, iso: '2025-03' }),
    figure('1260万元', 'money', { value: 12_600_000, unit: '元', metric: '投资', modifier: 'exact' }),
    figure('12.5%', 'percent', { value: 12.5, unit: '%', metric: '=投资', change: 'up', basis: 'yoy' }),
    figure('=4月', 'date', { iso: '--04', resolved: { iso: '2025-04', rule: 'dateline' } }),
    figure('3座\u0001水库', 'count', { value: 3, unit: '座' }),
  ],
  { article: { id: 'a1', title: '清河县水库加固', people: [{ name: '李明远', role: 'reporter' }] } },
);

/** A CSV as Excel reads it: rows of cells. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const at = (name: string): number => FIGURE_COLUMNS.findIndex((column) => column.name === name);

describe('a table of figures', () => {
  const csv = write(figuresCsv, [document]).files['newsmark-figures.csv']!;
  const [head, ...rows] = cellsOf(csv.slice(1));

  it('begins with a byte-order mark and the names of its columns', () => {
    assert.equal(csv.charCodeAt(0), 0xfeff);
    assert.deepEqual(
      head,
      FIGURE_COLUMNS.map(({ name }) => name),
    );
  });

  it('has a row for every figure, with value, unit, metric, its sentence and the time that the sentence states', () => {
    const [, money] = rows;
    const cells = ['page', 'line', 'article', 'metric', 'value', 'unit', 'period', 'text', 'sentence'];
    assert.deepEqual(
      cells.map((name) => money![at(name)]),
      [
        'pages/a.txt',
        '2',
        '清河县水库加固',
        '投资',
        '12600000',
        '元',
        '2025-03',
        '1260万元',
        '2025年3月，“三项”投资1260万元，同比增长12.5%。',
      ],
    );
    assert.deepEqual(
      rows.map((row) => row[at('date')]),
      ['2025-03', '', '', '2025-04', ''],
    );
  });

  it('holds no cell that Excel would run', () => {
    for (const row of rows) for (const cell of row) assert.doesNotMatch(cell, /^[=+@-]/);
    assert.equal(rows[2]![at('metric')], "'=投资");
  });

  it('has its head where there are no figures, once where there are many documents', () => {
    assert.equal(cellsOf(write(figuresCsv, []).files['newsmark-figures.csv']!).length, 1);
    assert.equal(cellsOf(write(figuresCsv, [document, document]).files['newsmark-figures.csv']!).length, 11);
  });
});

function sheetOf(bytes: Uint8Array, sheet = 1): readonly Readonly<Record<string, string | number>>[] {
  const files = unzipSync(bytes);
  for (const [path, content] of Object.entries(files)) {
    const xml = new JSDOM(strFromU8(content), { contentType: 'text/xml' });
    assert.ok(xml.window.document.documentElement, path);
  }
  const { window } = new JSDOM(strFromU8(files[`xl/worksheets/sheet${sheet}.xml`]!), { contentType: 'text/xml' });
  return [...window.document.querySelectorAll('row')].map((row) =>
    Object.fromEntries(
      [...row.querySelectorAll('c')].map((cell) => {
        const column = cell.getAttribute('r')!.replace(/\d+/, '');
        const value = cell.querySelector('v')?.textContent;
        return [column, value === undefined ? cell.textContent : Number(value)];
      }),
    ),
  );
}

describe('a workbook of figures', () => {
  it('holds numbers as numbers and words as they are, what XML cannot hold replaced', () => {
    const { bytes } = write(figuresXlsx, [document]);
    const rows = sheetOf(bytes['newsmark-figures.xlsx']!);
    const column = (name: string): string => String.fromCharCode(65 + at(name));
    assert.equal(rows.length, 6);
    assert.equal(rows[0]![column('metric')], 'metric');
    assert.equal(rows[2]![column('value')], 12_600_000);
    assert.equal(rows[3]![column('metric')], '=投资');
    assert.equal(rows[5]![column('text')], '3座\ufffd水库');
    assert.match(String(rows[5]![column('sentence')]), /水库<&>/);
  });

  it('goes on in another sheet where one is full', () => {
    const book = new Workbook('n', [{ name: 'n', width: 5 }], 3);
    book.add([[1], [2], [3]]);
    book.add([[4]]);
    book.end();
    const bytes = book.take();
    assert.deepEqual(sheetOf(bytes), [{ A: 'n' }, { A: 1 }, { A: 2 }]);
    assert.deepEqual(sheetOf(bytes, 2), [{ A: 'n' }, { A: 3 }, { A: 4 }]);
  });

  it('names columns beyond Z', () => {
    const book = new Workbook(
      'n',
      Array.from({ length: 28 }, (_, index) => ({ name: String(index), width: 5 })),
    );
    book.end();
    const [head] = sheetOf(book.take());
    assert.deepEqual([head!['Z'], head!['AA'], head!['AB']], ['25', '26', '27']);
  });
});

describe('articles-jsonl', () => {
  it('is an article a line, every span with its text', () => {
    const { files, losses } = write(articlesJsonl, [document]);
    const line = JSON.parse(files['newsmark-articles.jsonl']!) as {
      readonly title: string;
      readonly text: string;
      readonly people: readonly object[];
      readonly figures: readonly { start: number; end: number; text: string; value: number; kind: string }[];
    };
    assert.deepEqual(losses, []);
    assert.deepEqual([line.title, line.people], ['清河县水库加固', [{ name: '李明远', role: 'reporter' }]]);
    assert.equal(line.figures.length, 5);
    for (const { start, end, text } of line.figures) assert.equal(line.text.slice(start, end), text);
    assert.equal(line.figures[1]!.value, 12_600_000);
  });
});
