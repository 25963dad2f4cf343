import assert from 'node:assert/strict';
import type { Document } from '../../../src/exchange/document';
import { Exporter } from '../../../src/exchange/exporter';
import type { Format } from '../../../src/exchange/format';
import { completeRequest, type ExportWish } from '../../../src/exchange/request';
import { defaultScheme, makeAnnotation, newSidecar, readPageText } from '../../../src/newsmark';
import type { Annotation, PageSource } from '../../../src/newsmark';

type Mark = readonly [quote: string, label: string, more?: Partial<Annotation>];

const PAGE = `清河县加固三座水库

\u3000\u3000本报讯（记者 李明远）清河县今年投入１２６０
万元加固水库。石桥镇村民𠮷大山说，水库稳了，
心里踏实了。

白石江涨水 
村民连夜转移

\u3000\u3000白石江昨夜涨水，石桥镇１２０户
村民连夜转移到学校。
（王小河）
`;

function source(text: string, marks: readonly Mark[], name = 'pages/a.txt'): PageSource {
  const page = readPageText(text);
  const annotations = marks.map(([quote, label, more], index) => {
    const start = page.text.indexOf(quote);
    assert.ok(start >= 0, quote);
    const decision = { id: `n${index + 1}`, layer: 'entity', start, end: start + quote.length, label };
    const made = makeAnnotation(page, { ...decision, state: 'added', time: 't', author: undefined, data: undefined });
    return { ...made, ...more };
  });
  return { source: name, page, sidecar: { ...newSidecar(page, name, 'utf8'), annotations } };
}

interface Seen {
  readonly documents: readonly Document[];
  readonly paths: readonly string[];
  readonly exporter: Exporter;
}

/** What a format is given, and where its files come to stand. */
function seen(sources: readonly PageSource[], wish: Partial<ExportWish> = {}, form: Partial<Format> = {}): Seen {
  const documents: Document[] = [];
  const format: Format = {
    id: 'probe',
    files: 'each',
    keepsState: true,
    open: ({ name }) => ({
      add: (document) => {
        documents.push(document);
        return [{ path: `${form.files === 'all' ? name : document.name}.probe`, content: document.text }];
      },
      close: () => [],
    }),
    ...form,
  };
  const exporter = new Exporter(format, completeRequest({ formatVersion: 1, format: 'probe', ...wish }), defaultScheme);
  const outputs = [...sources.flatMap((one) => exporter.add(one)), ...exporter.close()];
  return { documents, paths: outputs.map(({ path }) => path), exporter };
}

const quotes = ({ marks }: Document): readonly string[] => marks.map(({ quote }) => quote);

describe('documents of an export', () => {
  it('are the page as it stands, with every mark at its place', () => {
    const { documents } = seen([
      source(PAGE, [
        ['１２６０\n万元', 'MONEY'],
        ['𠮷大山', 'PER'],
      ]),
    ]);
    assert.equal(documents.length, 1);
    assert.equal(documents[0]!.text, PAGE);
    assert.deepEqual(quotes(documents[0]!), ['１２６０\n万元', '𠮷大山']);
    for (const { start, end, quote, page } of documents[0]!.marks) {
      assert.equal(documents[0]!.text.slice(start, end), quote);
      assert.deepEqual(page, { start, end });
    }
  });

  it('are read: paragraphs without line breaks and blanks, full-width digits as ASCII, marks with them', () => {
    const one = source(PAGE, [
      ['１２６０\n万元', 'MONEY'],
      ['石桥镇１２０户\n村民', 'X'],
      ['𠮷大山', 'PER'],
    ]);
    const { documents } = seen([one], { text: 'flow' });
    const [document] = documents;
    assert.match(
      document!.text,
      /^清河县加固三座水库\n.*投入1260万元加固水库。.*踏实了。\n\n白石江涨水\n?村民连夜转移\n白石江/su,
    );
    assert.deepEqual(quotes(document!), ['1260万元', '𠮷大山', '石桥镇120户村民']);
    assert.equal(one.page.text.slice(document!.marks[0]!.page.start, document!.marks[0]!.page.end), '１２６０\n万元');
  });

  it('are articles, headings first, with their people; each mark in the one it stands in', () => {
    const marks: readonly Mark[] = [
      ['李明远', 'PER'],
      ['白石江昨夜', 'X'],
    ];
    const { documents, exporter } = seen([source(PAGE, marks)], { per: 'article' });
    assert.deepEqual(
      documents.map(({ id, name, article }) => [id, name, article?.people.map((person) => person.name)]),
      [
        ['pages/a.txt#a1', 'pages/a-a1', ['李明远']],
        ['pages/a.txt#a2', 'pages/a-a2', ['王小河']],
      ],
    );
    assert.deepEqual(documents.map(quotes), [['李明远'], ['白石江昨夜']]);
    assert.equal(exporter.report.written, 2);
  });

  it('lose no mark without a word: what stands outside, across articles, or is blank', () => {
    const across = PAGE.slice(PAGE.indexOf('踏实了'), PAGE.indexOf('村民连夜转移\n'));
    const { exporter } = seen(
      [
        source(PAGE, [
          [across, 'X'],
          ['\n\n\u3000\u3000', 'Y'],
        ]),
      ],
      { per: 'article', text: 'flow' },
    );
    assert.deepEqual(
      exporter.report.losses.map(({ code, label, line }) => [code, label, line]),
      [
        ['torn', 'X', 5],
        ['outside', 'Y', 1],
      ],
    );
    assert.equal(exporter.report.lost, 2);
  });

  it('are written in simplified characters, spans with them, whatever the length of a character', () => {
    const text = '縣長說，鱖魚與𩶘魚都來了。\n';
    const { documents } = seen(
      [
        source(text, [
          ['縣長', 'TITLE'],
          ['𩶘魚', 'X'],
          ['來', 'Y'],
        ]),
      ],
      { script: 'simplified' },
    );
    assert.deepEqual(
      quotes(documents[0]!).map((quote) => quote.at(-1)),
      ['长', '鱼', '来'],
    );
    for (const { start, end, quote } of documents[0]!.marks) assert.equal(documents[0]!.text.slice(start, end), quote);
  });
});

describe('an export', () => {
  const one = source(PAGE, [
    ['李明远', 'PER', { relations: [{ label: 'worksFor', target: 'n2' }] }],
    ['石桥镇', 'GPE', { relations: [{ label: 'partOf', target: 'gone' }] }],
    ['𠮷大山', 'PER', { state: 'rejected' }],
  ]);

  it('takes the layers and states that are asked for', () => {
    const count = (wish: Partial<ExportWish>): number => seen([one], wish).exporter.report.written;
    assert.equal(count({}), 2);
    assert.equal(count({ states: ['accepted', 'rejected'] }), 3);
    assert.equal(count({ layers: ['byline'] }), 0);
    assert.equal(count({ layers: ['byline'], states: ['accepted', 'suggested'] }), 2);
    assert.ok(count({ layers: ['figure'], states: ['suggested'] }) >= 2);
  });

  it('takes the make-up of a page as decided where somebody reviewed it', () => {
    const reviewed = source(PAGE, [['清河县', 'reviewed', { layer: 'structure' }]]);
    assert.equal(seen([one], { layers: ['structure'] }).exporter.report.written, 0);
    const roles = seen([reviewed], { layers: ['structure'] }).documents[0]!.marks.map(({ label }) => label);
    assert.ok(roles.includes('headline') && roles.includes('body'), roles.join());
    const corrections = seen([reviewed], { layers: ['structure'] }, { lossless: true }).documents[0]!.marks;
    assert.deepEqual(
      corrections.map(({ label }) => label),
      ['reviewed'],
    );
  });

  it('keeps relations inside a document and names the others', () => {
    const { documents, exporter } = seen([one]);
    const relations = documents[0]!.marks.map((mark) => mark.relations?.map(({ target }) => target));
    assert.deepEqual(relations, [['n2'], []]);
    assert.deepEqual(
      exporter.report.losses.map(({ code, part, id, detail }) => [code, part, id, detail]),
      [['relation', true, 'n2', 'partOf']],
    );
    assert.equal(exporter.report.lost, 0);
  });

  it('says what a format has no layer or state for', () => {
    const wish = { layers: ['entity', 'byline'], states: ['accepted', 'suggested', 'rejected'] } as const;
    const { documents, exporter } = seen(
      [one],
      { ...wish, layers: [...wish.layers], states: [...wish.states] },
      {
        layers: ['entity'],
        keepsState: false,
      },
    );
    assert.deepEqual(quotes(documents[0]!), ['李明远', '石桥镇']);
    assert.deepEqual(Object.fromEntries(exporter.report.codes), { relation: 1, layer: 2, state: 1 });
  });

  it('names annotations without a certain place', () => {
    const { exporter } = seen([source(PAGE, [['石桥镇', 'GPE', { quote: '别的字' }]])]);
    assert.deepEqual(
      exporter.report.losses.map(({ code, quote, line }) => [code, quote, line]),
      [['no-place', '别的字', 4]],
    );
  });

  it('counts what a format loses of its own accord', () => {
    const losing: Partial<Format> = {
      open: (context) => ({
        add: (document) => {
          context.lose(document, document.marks[0]!, 'overlap');
          context.lose(document, document.marks[1]!, 'note');
          return [];
        },
        close: () => [],
      }),
    };
    const { report } = seen([one], {}, losing).exporter;
    assert.deepEqual(
      [report.written, report.lost, report.labels],
      [1, 1, [{ layer: 'entity', label: 'GPE', count: 1 }]],
    );
  });

  it('gives every page its own files, in its own folders, inside the target', () => {
    const names = ['a/p.txt', 'a/p.md', 'A/P.TXT', 'b/p.txt', '/abs/p.txt', '../../up.txt', 'C:\\x\\aux.txt', 'a?.txt'];
    const { paths } = seen(names.map((name) => source('甲。', [], name)));
    assert.equal(new Set(paths.map((path) => path.toLowerCase())).size, names.length);
    for (const path of paths) assert.doesNotMatch(path, /^\/|(^|\/)\.\.?(\/|$)|[\\:?]/);
    assert.deepEqual(paths.slice(0, 4), ['a/p.probe', 'a/p-2.probe', 'A/P-3.probe', 'b/p.probe']);
  });

  it('parts documents by their own words: the same sets whatever else is exported', () => {
    const page = (index: number): PageSource =>
      source(`清河县第${index}座水库加固完工\n\n\u3000\u3000本报讯 工程今天完工。\n`, [], `${index}.txt`);
    const split = { train: 2, dev: 1, test: 1, seed: 7 };
    const all = Array.from({ length: 200 }, (_, index) => page(index));
    const { documents, paths, exporter } = seen(all, { per: 'article', split });
    const set = new Map(documents.map(({ source: name }, index) => [name, paths[index]!.split('/')[0]]));
    const few = seen(all.slice(50, 60), { per: 'article', split });
    few.documents.forEach(({ source: name }, index) => assert.equal(few.paths[index]!.split('/')[0], set.get(name)));
    const sizes = exporter.report.sets.map(({ documents: size }) => size);
    assert.ok(sizes[0]! > 75 && sizes[0]! < 125 && sizes[1]! > 30 && sizes[2]! > 30, sizes.join());
    const other = seen(all, { per: 'article', split: { ...split, seed: 8 } });
    assert.notDeepEqual(other.paths, paths);
    const again = seen(
      [source(`清河县第5座水库加固完工\n\n\u3000\u3000本报讯 别处又登了一次。\n`, [], 'reprint.txt')],
      {
        per: 'article',
        split,
      },
    );
    assert.equal(again.paths[0]!.split('/')[0], set.get('5.txt'));
  });

  it('has a file for every set of a split', () => {
    const closing: Partial<Format> = {
      files: 'all',
      open: ({ name }) => ({ add: () => [], close: () => [{ path: `${name}.probe`, content: '' }] }),
    };
    const { paths } = seen([one], { split: { train: 8, dev: 1, test: 1 } }, closing);
    assert.deepEqual(paths, ['train.probe', 'dev.probe', 'test.probe']);
  });
});
