import assert from 'node:assert/strict';
import { conll, conllReader } from '../../../src/exchange/conll';
import { Exporter } from '../../../src/exchange/exporter';
import type { Format } from '../../../src/exchange/format';
import { importDocument, type Imported } from '../../../src/exchange/importDocument';
import { newsmarkJsonl, newsmarkJsonlReader } from '../../../src/exchange/newsmarkJsonl';
import type { ImportProblem, ReadDocument, Reader, ReadSpan } from '../../../src/exchange/reading';
import { completeRequest, type ExportWish } from '../../../src/exchange/request';
import { analyze, applyEdits, defaultScheme, makeAnnotation, newSidecar, readPageText } from '../../../src/newsmark';
import type { Annotation, PageText, Sidecar } from '../../../src/newsmark';
import { readWith } from './document';

const PAGE = readPageText(`清河縣加固三座水庫

\u3000\u3000本報訊（記者 李明遠）清河縣今年投入１２６０
萬元加固水庫。石橋鎮村民𠮷大山說，水庫穩了，
心裏踏實了。

白石江漲水
村民連夜轉移

\u3000\u3000白石江昨夜漲水，石橋鎮１２０戶
村民連夜轉移到學校。
（王小河）
`);

function marked(quote: string, label: string, more: Partial<Annotation> = {}): Annotation {
  const start = PAGE.text.indexOf(quote);
  assert.ok(start >= 0, quote);
  const decision = { id: `n-${quote}-${label}`, layer: 'entity', start, end: start + quote.length, label };
  const made = makeAnnotation(PAGE, { ...decision, state: 'added', time: 't', author: 'a', data: undefined });
  return { ...made, ...more };
}

const SIDECAR: Sidecar = {
  ...newSidecar(PAGE, 'a.txt', 'utf8'),
  annotations: [
    marked('清河縣', 'GPE'),
    marked('李明遠', 'PER', { relations: [{ label: 'worksFor', target: 'n-清河縣-GPE' }], note: '記者' }),
    marked('１２６０\n萬元', 'TIME', { attributes: { unsure: true } }),
    marked('𠮷大山', 'PER', { state: 'edited' }),
    marked('石橋鎮', 'GPE', { state: 'rejected' }),
    marked('白石江昨夜', 'EVENT', { state: 'suggested' }),
    marked('白石江', 'LOC'),
  ].sort((a, b) => a.start - b.start || a.end - b.end),
};

/** Documents as an export writes them and its reader reads them. */
async function exported(format: Format, reader: Reader, wish: Partial<ExportWish>): Promise<readonly ReadDocument[]> {
  const request = completeRequest({ formatVersion: 1, format: format.id, ...wish });
  const exporter = new Exporter(format, request, defaultScheme);
  const outputs = [...exporter.add({ source: 'pages/a.txt', page: PAGE, sidecar: SIDECAR }), ...exporter.close()];
  const contents: Record<string, string> = {};
  for (const { path, content } of outputs) contents[path] = (contents[path] ?? '') + String(content);
  const { documents, problems } = await readWith(reader, contents);
  assert.deepEqual(problems, []);
  return documents;
}

interface Result {
  readonly sidecar: Sidecar;
  readonly problems: readonly ImportProblem[];
  readonly imported: readonly (Imported | undefined)[];
}

function importAll(
  documents: readonly ReadDocument[],
  page: PageText = PAGE,
  annotations: readonly Annotation[] = [],
): Result {
  const problems: ImportProblem[] = [];
  let sidecar: Sidecar = { ...newSidecar(page, 'a.txt', 'utf8'), annotations };
  const imported = documents.map((document) => {
    const target = { page, analysis: analyze(page, sidecar.annotations), annotations: sidecar.annotations };
    const context = {
      scheme: defaultScheme,
      time: 'now',
      author: 'me',
      problem: (one: ImportProblem) => problems.push(one),
    };
    const result = importDocument(document, target, context);
    if (result) sidecar = applyEdits(sidecar, result.edits);
    return result;
  });
  return { sidecar, problems, imported };
}

const ALL = ['accepted', 'suggested', 'rejected'] as const;

describe('an import', () => {
  it('gives back the annotations of an export, in every form of the text', async () => {
    for (const per of ['page', 'article'] as const) {
      for (const text of ['page', 'flow'] as const) {
        for (const script of ['as-is', 'simplified'] as const) {
          const documents = await exported(newsmarkJsonl, newsmarkJsonlReader, { per, text, script, states: [...ALL] });
          const { sidecar, problems } = importAll(documents);
          assert.deepEqual(problems, [], `${per} ${text} ${script}`);
          assert.deepEqual(sidecar.annotations, SIDECAR.annotations, `${per} ${text} ${script}`);
        }
      }
    }
  });

  it('finds spans by their characters alone where a format has no blanks', async () => {
    for (const per of ['page', 'article'] as const) {
      const documents = await exported(conll, conllReader, { per, text: 'flow' });
      const { sidecar, problems } = importAll(documents);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        sidecar.annotations.map(({ quote, label, state, author }) => [quote, label, state, author]),
        [
          ['清河縣', 'GPE', 'added', 'me'],
          ['李明遠', 'PER', 'added', 'me'],
          ['１２６０\n萬元', 'TIME', 'added', 'me'],
          ['𠮷大山', 'PER', 'added', 'me'],
          ['白石江', 'LOC', 'added', 'me'],
        ],
      );
    }
  });

  it('changes nothing the second time, and leaves what is there already', async () => {
    const documents = await exported(conll, conllReader, {});
    const once = importAll(documents);
    const twice = importAll(documents, PAGE, once.sidecar.annotations);
    assert.deepEqual(twice.sidecar, once.sidecar);
    assert.deepEqual(
      twice.imported.map((one) => [one?.edits.length, one?.known]),
      [[0, 5]],
    );
    const over = importAll(documents, PAGE, SIDECAR.annotations);
    assert.deepEqual(over.sidecar.annotations, SIDECAR.annotations);
  });

  const span = (start: number, end: number, more: Partial<ReadSpan> = {}): ReadSpan => ({
    id: `s${start}`,
    layer: 'entity',
    label: 'PER',
    start,
    end,
    suggested: false,
    place: { file: 'x', line: start },
    ...more,
  });
  const read = (text: string, spans: readonly ReadSpan[], more: Partial<ReadDocument> = {}): ReadDocument => {
    return { text, unit: 'utf-16', spans, place: { file: 'x' }, ...more };
  };

  it('takes predictions as suggestions', () => {
    const { sidecar } = importAll([read(PAGE.text, [span(0, 3, { suggested: true, label: 'GPE' })])]);
    assert.deepEqual(
      sidecar.annotations.map(({ state, quote }) => [state, quote]),
      [['suggested', '清河縣']],
    );
  });

  it('takes offsets in the other unit and with other line ends, where the quotes say so', () => {
    const crlf = PAGE.text.replaceAll('\n', '\r\n');
    const at = crlf.indexOf('大山說');
    const points = [...crlf.slice(0, at)].length;
    const document = read(crlf, [span(points, points + 2, { quote: '大山' })]);
    assert.deepEqual(
      importAll([document]).sidecar.annotations.map(({ quote }) => quote),
      ['大山'],
    );
  });

  it('names spans that are wrong, and takes the others', () => {
    const { sidecar, problems } = importAll([
      read(PAGE.text, [
        span(0, 3, { quote: '清河縣' }),
        span(1, 4, { quote: '別的字' }),
        span(2, 3, { label: 'NOPE' }),
        span(4, 900),
        span(5, 6, { id: 's0' }),
        span(6, 7, { relations: [{ label: 'sameAs', target: 'gone' }] }),
        span(PAGE.text.indexOf('\n\n'), PAGE.text.indexOf('\n\n') + 2),
      ]),
    ]);
    assert.deepEqual(
      problems.map(({ code, place }) => [code, place.line]),
      [
        ['quote-differs', 1],
        ['outside-text', 4],
        ['duplicate-id', 5],
        ['broken-relation', 6],
        ['unknown-label', 2],
        ['no-place', PAGE.text.indexOf('\n\n')],
      ],
    );
    assert.deepEqual(
      sidecar.annotations.map(({ quote }) => quote),
      ['清河縣', '座'],
    );
  });

  it('does not take a text that is not the page’s', () => {
    const { imported, sidecar } = importAll([read(`${PAGE.text}又一句。`, [span(0, 3)])]);
    assert.deepEqual([imported, sidecar.annotations], [[undefined], []]);
  });
});
