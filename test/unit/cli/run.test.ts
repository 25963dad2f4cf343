import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/run';
import { makeAnnotation, MAX_PAGE_LENGTH, newSidecar, readPageText, serializeSidecar } from '../../../src/newsmark';

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
  const annotated = (name = 'page.txt', label = 'GPE'): string => {
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
    file(`${name}.newsmark.json`, serializeSidecar({ ...newSidecar(page, name, 'utf8'), annotations: [annotation] }));
    return file(name, TEXT);
  };
  const newsmark = async (
    args: readonly string[],
    stdin = '',
    locale = 'en',
  ): Promise<{ code: number; out: string; err: string }> => {
    let out = '';
    let err = '';
    const code = await run(args, {
      out: (text) => (out += text),
      err: (text) => (err += text),
      readStdin: () => Promise.resolve(new TextEncoder().encode(stdin)),
      locale,
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
      [file('long.txt', '好'.repeat(MAX_PAGE_LENGTH + 1)), /more than the 4000000/],
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
    assert.equal((await newsmark(['export', folder, '--format', 'jsonl', '--out', out])).code, 0);
    assert.equal(readFileSync(join(out, 'newsmark.jsonl'), 'utf8').trimEnd().split('\n').length, 2);
  });

  it('names sidecars that it cannot take, and leaves them as they are', async () => {
    for (const [content, message] of [
      ['{ oops', /:1: not valid JSON/],
      ['{"formatVersion": 99}', /version 99/],
      ['{"name": 1}', /not a Newsmark annotation file/],
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

  it('takes the labels of the scheme file beside the page', async () => {
    const page = annotated('page.txt', 'RIVER');
    const label = { id: 'RIVER', name: { en: 'river', zh: '河流' }, color: '#336699' };
    file('newsmark.scheme.json', JSON.stringify({ formatVersion: 1, labels: [label] }));
    assert.equal((await newsmark(['check', page])).code, 0);
    file('newsmark.scheme.json', '{"formatVersion": 1, "labels": []}');
    assert.match((await newsmark(['check', page])).err, /not a valid label scheme/);
  });

  it('speaks Chinese to those who do, by locale or by --lang', async () => {
    assert.match((await newsmark(['analyze', join(folder, 'x')], '', 'zh_CN.UTF-8')).err, /没有这个文件/);
    assert.match((await newsmark(['analyze', join(folder, 'x'), '--lang', 'zh'])).err, /没有这个文件/);
  });

  it('tells its exit codes in its help, and fails on what it does not know', async () => {
    const help = await newsmark(['--help']);
    assert.equal(help.code, 0);
    assert.match(help.out, /0 clean, 2 findings, 1 error/);
    assert.equal((await newsmark(['frobnicate'])).code, 1);
    assert.match((await newsmark(['export', folder, '--format', 'docx', '--out', folder])).err, /conll, jsonl/);
  });
});
