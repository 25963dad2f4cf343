import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/run';
import { makeAnnotation, MAX_PAGE_LENGTH, newSidecar, readPageText, serializeSidecar } from '../../../src/newsmark';
import type { Annotation } from '../../../src/newsmark';

const TEXT = '清河县加固三座水库\n罗清远\n今年以来，清河县投入资金1260万元，对3座水库除险加固，完成工程量的85.5%。\n';
/** 清河县投入 in GBK. */
const GBK = Uint8Array.from([0xc7, 0xe5, 0xba, 0xd3, 0xcf, 0xd8, 0xcd, 0xb6, 0xc8, 0xeb, 0xa1, 0xa3]);

describe('the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmark-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const annotated = (name = 'page.txt', label = 'GPE', more: Partial<Annotation> = {}): string => {
    const page = readPageText(TEXT);
    const annotation = makeAnnotation(page, {
      id: 'a',
      layer: 'entity',
      start: 0,
      end: 3,
      label,
      state: 'added',
      time: 't',
      author: undefined,
      data: undefined,
    });
    const annotations = [{ ...annotation, ...more }];
    file(`${name}.newsmark.json`, serializeSidecar({ ...newSidecar(page, name, 'utf8'), annotations }));
    return file(name, TEXT);
  };
  const newsmark = async (
    args: readonly string[],
    stdin = '',
    locale = 'en',
    signal?: AbortSignal,
  ): Promise<{ code: number; out: string; err: string }> => {
    let out = '';
    let err = '';
    const code = await run(args, {
      out: (text) => (out += text),
      err: (text) => (err += text),
      readStdin: () => Promise.resolve(new TextEncoder().encode(stdin)),
      locale,
      ...(signal && { signal }),
    });
    return { code, out, err };
  };

  it('analyzes a page for people and for programs', async () => {
    const page = file('page.txt', TEXT);
    const people = await newsmark(['analyze', page]);
    assert.equal(people.code, 0);
    assert.match(people.out, /1 articles, 1 bylines/);
    assert.match(people.out, /清河县加固三座水库 – 罗清远/);
    const json = JSON.parse((await newsmark(['analyze', page, '--json'])).out) as {
      formatVersion: number;
      source: string;
      articles: unknown[];
    };
    assert.deepEqual([json.formatVersion, json.source, json.articles.length], [1, 'page.txt', 1]);
  });

  it('writes one JSON a page with --out and reads standard input as -', async () => {
    const out = join(folder, 'out');
    assert.equal((await newsmark(['analyze', file('a.txt', TEXT), '-', '--json', '--out', out], TEXT)).code, 0);
    assert.deepEqual(readdirSync(out).sort(), ['a.json', 'stdin.json']);
  });

  it('does not write two pages to one file', async () => {
    mkdirSync(join(folder, 'b'));
    const { code, err } = await newsmark([
      'analyze',
      file('a.txt', TEXT),
      file('b/a.txt', TEXT),
      '--json',
      '--out',
      join(folder, 'out'),
    ]);
    assert.equal(code, 1);
    assert.match(err, /a\.json/);
  });

  it('reads GBK, byte-order marks and other line ends', async () => {
    assert.equal((await newsmark(['analyze', file('gbk.txt', GBK)])).code, 0);
    assert.equal((await newsmark(['analyze', file('bom.txt', `\uFEFF${TEXT.replace(/\n/g, '\r\n')}`)])).code, 0);
  });

  it('says clearly what is wrong with a file, and goes on with the others', async () => {
    const good = file('good.txt', TEXT);
    const cases: readonly (readonly [string, RegExp])[] = [
      [join(folder, 'none.txt'), /no such file/],
      [file('binary.txt', Uint8Array.from([0x50, 0x4b, 0, 1])), /binary/],
      [file('broken.txt', Uint8Array.from([0xff, 0xff, 0xff])), /not valid UTF-8/],
      [file('long.txt', '好'.repeat(MAX_PAGE_LENGTH + 1)), new RegExp(`more than the ${MAX_PAGE_LENGTH}`)],
      [file('paper.txt', '%PDF-1.7 ...'), /binary/],
      [folder, /cannot be read/],
    ];
    for (const [path, message] of cases) {
      const { code, err, out } = await newsmark(['analyze', path, good]);
      assert.equal(code, 1, path);
      assert.match(err, message);
      assert.match(out, /good\.txt/);
    }
    const empty = await newsmark(['analyze', file('empty.txt', '')]);
    assert.equal(empty.code, 0);
    assert.match(empty.err, /empty/);
    assert.match((await newsmark(['analyze', good, '--encoding', 'klingon'])).err, /no such encoding/);
  });

  it('exports labelled data and says how much', async () => {
    const out = join(folder, 'out');
    const { code, out: said } = await newsmark(['export', annotated(), '--format', 'conll', '--out', out]);
    assert.equal(code, 0);
    assert.match(said, /1 annotations/);
    assert.match(readFileSync(join(out, 'page.conll'), 'utf8'), /^清\tB-GPE\n河\tI-GPE\n县\tI-GPE\n/);
  });

  it('finds the annotated pages of a folder', async () => {
    annotated('one.txt');
    annotated('two.txt');
    const out = join(folder, 'out');
    assert.equal((await newsmark(['export', folder, '--format', 'newsmark-jsonl', '--out', out])).code, 0);
    assert.equal(readFileSync(join(out, 'newsmark.jsonl'), 'utf8').trimEnd().split('\n').length, 2);
  });

  it('names sidecars that it cannot take, and leaves them as they are', async () => {
    for (const [content, message] of [
      ['{ oops', /:1: not valid JSON/],
      ['{"formatVersion": 99}', /version 99/],
      ['{"name": 1}', /:1: not in the form/],
      ['{\n<<<<<<< ours\n}', /:2: merge conflict/],
      ['', /is empty/],
    ] as const) {
      const page = file('page.txt', TEXT);
      const sidecar = file('page.txt.newsmark.json', content);
      const { code, err } = await newsmark(['export', page, '--format', 'conll', '--out', join(folder, 'out')]);
      assert.equal(code, 1);
      assert.match(err, message);
      assert.equal(readFileSync(sidecar, 'utf8'), content);
    }
  });

  it('checks annotations: a clean page, an unknown label, another text, a page that is gone', async () => {
    assert.equal((await newsmark(['check', annotated('clean.txt')])).code, 0);
    const unknown = await newsmark(['check', annotated('unknown.txt', 'NOPE')]);
    assert.equal(unknown.code, 2);
    assert.match(unknown.out, /:1: label NOPE is not in the scheme/);
    const other = annotated('other.txt');
    writeFileSync(other, '另一篇文章，与标注无关。');
    const moved = await newsmark(['check', other]);
    assert.equal(moved.code, 2);
    assert.match(moved.out, /another text[\s\S]*no certain place/);
    rmSync(annotated('gone.txt'));
    assert.match((await newsmark(['check', join(folder, 'gone.txt.newsmark.json')])).err, /is gone/);
  });

  it('names relations whose other end is gone', async () => {
    const relations = [{ label: 'partOf', target: 'b' }];
    const { code, out } = await newsmark(['check', annotated('page.txt', 'GPE', { relations })]);
    assert.equal(code, 2);
    assert.match(out, /:1: the relation partOf leads to b, which is gone/);
  });

  it('takes the labels of the scheme file beside the page', async () => {
    const page = annotated('page.txt', 'RIVER');
    const label = { id: 'RIVER', name: { en: 'river', zh: '河流' }, color: '#336699' };
    file('newsmark.scheme.json', JSON.stringify({ formatVersion: 1, labels: [label] }));
    assert.equal((await newsmark(['check', page])).code, 0);
    file('newsmark.scheme.json', '{"formatVersion": 1, "labels": []}');
    assert.match((await newsmark(['check', page])).err, /newsmark\.scheme\.json:1: not in the form/);
  });

  it('reads UTF-16 with a byte-order mark, and Big5 where it is told', async () => {
    const utf16 = file('utf16.txt', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'));
    assert.match((await newsmark(['analyze', utf16])).out, /清河县加固三座水库/);
    /** 水庫 in Big5. */
    const big5 = file('big5.txt', Uint8Array.from([0xa4, 0xf4, 0xae, 0x77, 0x0a]));
    assert.match((await newsmark(['analyze', big5, '--encoding', 'big5', '--json'])).out, /水庫/);
    const forced = await newsmark(['analyze', big5, '--encoding', 'utf-8']);
    assert.equal(forced.code, 1);
    assert.match(forced.err, /not valid utf-8.*--encoding/);
  });

  it('states its limit for files that are too long to be decoded at all', async () => {
    const { code, err } = await newsmark([
      'analyze',
      file('huge.txt', new Uint8Array(MAX_PAGE_LENGTH * 4 + 1).fill(65)),
    ]);
    assert.equal(code, 1);
    assert.match(err, /16 MB are more than/);
  });

  it('reads a page in another encoding than its annotations were made in', async () => {
    const page = annotated('page.txt');
    const gbk = Uint8Array.from([...GBK.subarray(0, 6), 0x0a]);
    writeFileSync(page, gbk);
    const { code, out } = await newsmark(['check', page]);
    assert.equal(code, 2);
    assert.match(out, /清河县/);
  });

  it('keeps pages with a byte-order mark and other line ends on their annotations', async () => {
    const page = annotated('page.txt');
    writeFileSync(page, `\uFEFF${TEXT.replace(/\n/g, '\r\n')}`);
    assert.equal((await newsmark(['check', page])).code, 0);
  });

  it('says what an export leaves out, with line and reason', async () => {
    const page = readPageText(TEXT);
    const make = (id: string, start: number, end: number): Annotation =>
      makeAnnotation(page, {
        id,
        layer: 'entity',
        start,
        end,
        label: 'ORG',
        state: 'added',
        time: 't',
        author: undefined,
        data: undefined,
      });
    const annotations = [make('a', 0, 3), make('b', 0, 9)];
    file('page.txt.newsmark.json', serializeSidecar({ ...newSidecar(page, 'page.txt', 'utf8'), annotations }));
    const args = ['export', file('page.txt', TEXT), '--format', 'conll', '--out', join(folder, 'out')];
    const { code, out, err } = await newsmark(args);
    assert.equal(code, 2);
    assert.match(out, /1 annotations written .* 1 left out/);
    assert.match(err, /page\.txt:1: left out: ORG “清河县” – the format holds one label/);
    assert.equal((await newsmark([...args, '--layers', 'figure'])).code, 0);
    assert.match(
      (await newsmark([...args, '--layers', 'entities'])).err,
      /No layer entities.*entity, figure, byline, structure/,
    );
  });

  it('exports as the file beside the pages says, and as the options say otherwise', async () => {
    annotated();
    const out = join(folder, 'out');
    const config = { formatVersion: 1, format: 'newsmark-jsonl', per: 'article', split: { train: 1, dev: 0, test: 0 } };
    file('newsmark.export.json', JSON.stringify(config));
    assert.equal((await newsmark(['export', folder, '--out', out])).code, 0);
    assert.deepEqual(readdirSync(out).sort(), ['dev.jsonl', 'test.jsonl', 'train.jsonl']);
    const [line] = readFileSync(join(out, 'train.jsonl'), 'utf8').split('\n');
    assert.equal((JSON.parse(line!) as { id: string }).id, 'page.txt#a1');
    assert.equal((await newsmark(['export', folder, '--out', out, '--split', '0:1', '--per', 'page'])).code, 0);
    assert.match(readFileSync(join(out, 'test.jsonl'), 'utf8'), /"id":"page.txt"/);
    file('newsmark.export.json', '{"formatVersion": 1, "format": "conll", "per": "line"}');
    assert.match(
      (await newsmark(['export', folder, '--out', out])).err,
      /newsmark\.export\.json:1: not in the form.*per/,
    );
  });

  it('names options that are wrong', async () => {
    const args = ['export', annotated(), '--format', 'newsmark-jsonl', '--out', join(folder, 'out')];
    assert.match((await newsmark([...args, '--per', 'line'])).err, /Option per/);
    assert.match((await newsmark([...args, '--split', '8-1-1'])).err, /--split 8-1-1: give shares/);
    assert.match((await newsmark([...args, '--states', 'good'])).err, /Option states/);
  });

  it('leaves the folder as it was where it is broken off or fails', async () => {
    const out = join(folder, 'out');
    const args = ['export', annotated(), '--format', 'newsmark-jsonl', '--out', out];
    const { code, err } = await newsmark(args, '', 'en', AbortSignal.abort());
    assert.equal(code, 1);
    assert.match(err, /Broken off/);
    assert.equal(existsSync(out), false);
    assert.equal((await newsmark(args)).code, 0);
    const before = readFileSync(join(out, 'newsmark.jsonl'), 'utf8');
    assert.equal((await newsmark([...args, '--layers', 'entities'])).code, 1);
    assert.deepEqual(readdirSync(out), ['newsmark.jsonl']);
    assert.equal(readFileSync(join(out, 'newsmark.jsonl'), 'utf8'), before);
  });

  it('exports what it can read and fails for the rest', async () => {
    annotated('good.txt');
    file('bad.txt', TEXT);
    file('bad.txt.newsmark.json', '{');
    const out = join(folder, 'out');
    const { code, err } = await newsmark(['export', folder, '--format', 'conll', '--out', out]);
    assert.equal(code, 1);
    assert.match(err, /bad\.txt\.newsmark\.json:1/);
    assert.deepEqual(readdirSync(out), ['good.conll']);
  });

  it('checks each page once, and says where there is nothing to export', async () => {
    const page = annotated('page.txt', 'NOPE');
    const { out } = await newsmark(['check', folder, page, `${page}.newsmark.json`]);
    assert.equal(out.trimEnd().split('\n').length, 1);
    const bare = await newsmark(['export', file('bare.txt', TEXT), '--format', 'conll', '--out', join(folder, 'out')]);
    assert.equal(bare.code, 1);
    assert.match(bare.err, /No annotated pages found in .*bare\.txt/);
  });

  it('says where it cannot write', async () => {
    const { code, err } = await newsmark(['export', annotated(), '--format', 'conll', '--out', file('taken', '')]);
    assert.equal(code, 1);
    assert.match(err, /cannot be written/);
  });

  it('speaks Chinese to those who do, by locale or by --lang', async () => {
    assert.match((await newsmark(['analyze', join(folder, 'x')], '', 'zh_CN.UTF-8')).err, /没有这个文件/);
    assert.match((await newsmark(['analyze', join(folder, 'x'), '--lang', 'zh'])).err, /没有这个文件/);
    assert.match((await newsmark(['--lang=zh', 'analyze', join(folder, 'x')])).err, /没有这个文件/);
    const help = (await newsmark(['export', '--help'], '', 'zh_CN.UTF-8')).out;
    assert.match(help, /用法：[\s\S]*选项：[\s\S]*退出码：/);
    assert.doesNotMatch(help, /Usage|Options|display help/);
    assert.match((await newsmark(['export', annotated(), '--out', folder], '', 'zh')).err, /缺少：--format <name>/);
  });

  it('tells its exit codes in its help, and fails on what it does not know', async () => {
    const help = await newsmark(['--help']);
    assert.equal(help.code, 0);
    assert.match(help.out, /0 clean, 2 findings, 1 error/);
    const unknown = await newsmark(['frobnicate']);
    assert.deepEqual([unknown.code, unknown.err], [1, 'No such command: frobnicate. See newsmark --help.\n']);
    assert.match((await newsmark(['analyze'])).err, /Missing: files/);
    assert.match((await newsmark(['analyze', 'x', '--jsn'])).err, /No such option: --jsn/);
    assert.match((await newsmark(['--help'])).out, /^ {2}check /m);
    assert.match(
      (await newsmark(['export', annotated(), '--format', 'docx', '--out', folder])).err,
      /conll,.*newsmark-jsonl/,
    );
  });
});
