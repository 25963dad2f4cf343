import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { run } from '../../../src/cli/run';
import { makeAnnotation, newSidecar, parseSidecar, readPageText, serializeSidecar } from '../../../src/newsmark';
import type { Annotation } from '../../../src/newsmark';

const TEXT = '清河县加固三座水库\n罗清远\n今年以来，清河县投入资金1260万元，对3座水库除险加固。\n';

describe('newsmark import', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmark-import-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const pages = (): string => join(folder, 'pages');
  const stored = (name: string): readonly Annotation[] => {
    const parsed = parseSidecar(readFileSync(join(pages(), `${name}.newsmark.json`), 'utf8'));
    assert.ok(parsed.ok);
    return parsed.sidecar.annotations;
  };
  const newsmark = async (...args: readonly string[]): Promise<{ code: number; out: string; err: string }> => {
    let [out, err] = ['', ''];
    const readStdin = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array());
    const io = { out: (text: string) => (out += text), err: (text: string) => (err += text), readStdin, locale: 'en' };
    return { code: await run(args, io), out, err };
  };
  const conll = (text: string, tags: Readonly<Record<number, string>>): string =>
    Array.from(text.replace(/\s/g, ''), (character, at) => `${character}\t${tags[at] ?? 'O'}\n`).join('');
  const GPE = { 0: 'B-GPE', 1: 'I-GPE', 2: 'I-GPE' };

  it('takes the labels of files into the pages they belong to, by name or by words', async () => {
    file('pages/one/a.txt', TEXT);
    file('pages/b.txt', TEXT.replaceAll('清河', '白石'));
    file('in/a.conll', conll(TEXT, GPE));
    file('in/other.conll', conll(TEXT.replaceAll('清河', '白石'), { 9: 'B-PER', 10: 'I-PER', 11: 'I-PER' }));
    const { code, out, err } = await newsmark(
      'import',
      join(folder, 'in'),
      '--format',
      'conll',
      '--pages',
      pages(),
      '--author',
      'x',
    );
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /2 annotations imported into 2 pages; 0 were there already/);
    assert.deepEqual(
      stored('one/a.txt').map(({ quote, label, author, state }) => [quote, label, author, state]),
      [['清河县', 'GPE', 'x', 'added']],
    );
    assert.deepEqual(
      stored('b.txt').map(({ quote }) => quote),
      ['罗清远'],
    );
    const again = await newsmark('import', join(folder, 'in'), '--format', 'conll', '--pages', pages());
    assert.match(again.out, /0 annotations imported into 0 pages; 2 were there already/);
  });

  it('gives back what an export wrote, and keeps what is there', async () => {
    const page = readPageText(TEXT);
    const decision = {
      id: 'own',
      layer: 'entity',
      start: 0,
      end: 3,
      label: 'GPE',
      state: 'edited',
      time: 't',
    } as const;
    const annotations = [{ ...makeAnnotation(page, { ...decision, author: 'a', data: undefined }), note: '好' }];
    const sidecar = serializeSidecar({ ...newSidecar(page, 'a.txt', 'utf8'), annotations });
    file('pages/a.txt', TEXT);
    file('pages/a.txt.newsmark.json', sidecar);
    const out = join(folder, 'out');
    assert.equal((await newsmark('export', pages(), '--format', 'newsmark-jsonl', '--out', out)).code, 0);
    rmSync(join(pages(), 'a.txt.newsmark.json'));
    assert.equal((await newsmark('import', out, '--format', 'newsmark-jsonl', '--pages', pages())).code, 0);
    assert.equal(readFileSync(join(pages(), 'a.txt.newsmark.json'), 'utf8'), sidecar);
  });

  it('imports nothing where anything is wrong, and what is right where that is asked for', async () => {
    file('pages/a.txt', TEXT);
    const bad = file('a.conll', `${conll(TEXT, { ...GPE, 9: 'B-NOPE' })}坏了\n`);
    const args = ['import', bad, '--format', 'conll', '--pages', pages()];
    const { code, err } = await newsmark(...args);
    assert.equal(code, 1);
    assert.match(err, /a\.conll:\d+: not in the form of the format: 坏了/);
    assert.match(err, /a\.conll:10: the scheme has no label NOPE/);
    assert.match(err, /Nothing was imported/);
    assert.deepEqual(readdirSync(pages()), ['a.txt']);
    assert.equal((await newsmark(...args, '--partial')).code, 2);
    assert.deepEqual(
      stored('a.txt').map(({ quote }) => quote),
      ['清河县'],
    );
    assert.deepEqual(readdirSync(pages()).sort(), ['a.txt', 'a.txt.newsmark.json']);
  });

  it('names files that are none, texts of no page, and broken sidecars, and leaves everything as it was', async () => {
    file('pages/a.txt', TEXT);
    const import_ = (path: string, format = 'conll'): ReturnType<typeof newsmark> =>
      newsmark('import', path, '--format', format, '--pages', pages());
    assert.match((await import_(file('x.conll', TEXT))).err, /x\.conll.* has no rows/);
    assert.match((await import_(file('y.conll', conll('别的文章。', GPE)))).err, /y\.conll: no page has this text/);
    assert.match(
      (await import_(file('z.conll', Uint8Array.from([0x41, 9, 0x4f, 10, 0xff, 0xfe])))).err,
      /z\.conll:2: not UTF-8/,
    );
    assert.match((await import_(join(folder, 'none'))).err, /no such file/);
    assert.match((await import_(folder, 'docx')).err, /No format docx.*conll/);
    file('pages/a.txt.newsmark.json', '{');
    assert.match((await import_(file('a.conll', conll(TEXT, GPE)))).err, /a\.txt\.newsmark\.json:1: not valid JSON/);
    assert.deepEqual(readdirSync(pages()).sort(), ['a.txt', 'a.txt.newsmark.json']);
  });

  it('says what to do about files with nothing in them, with lines that are none, and zips that fill the memory', async () => {
    file('pages/a.txt', TEXT);
    const refused = async (path: string, format: string, message: RegExp): Promise<void> => {
      const { code, err } = await newsmark('import', path, '--format', format, '--pages', pages());
      assert.equal(code, 1);
      assert.match(err, message);
    };
    await refused(file('in/empty.jsonl', ''), 'doccano', /no document of the format doccano in it/);
    await refused(pages(), 'doccano', /no document of the format doccano in it/);
    await refused(
      file('in/long.jsonl', Buffer.alloc(65_000_000, 'x')),
      'doccano',
      /long\.jsonl:1: the line is longer than 64 MB\. .*check the format/,
    );
    const zip = zipSync({ 'a.jsonl': strToU8('{}') }, { level: 0 });
    const sizes = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    const directory = sizes.getUint32(zip.length - 6, true);
    sizes.setUint32(directory + 24, 600_000_000, true);
    await refused(file('in/bomb.zip', zip), 'doccano', /bomb\.zip: unpacks to more than 512 MB; unpack it/);
    assert.deepEqual(readdirSync(pages()), ['a.txt']);
  });

  it('reads lines with either end, and a last one without', async () => {
    file('pages/a.txt', TEXT);
    const line = (label: unknown): string => JSON.stringify({ text: TEXT, label: [label] });
    const path = file('in/a.jsonl', `\ufeff${line([0, 3, 'GPE'])}\r\n\n${line([10, 13, 'PER'])}`);
    const { code } = await newsmark('import', path, '--format', 'doccano', '--pages', pages());
    assert.equal(code, 0);
    assert.deepEqual(
      stored('a.txt').map(({ quote }) => quote),
      ['清河县', '罗清远'],
    );
  });

  it('reads a zip, but none with a path that leads out of it', async () => {
    file('pages/a.txt', TEXT);
    const zip = (name: string): string => file('in.zip', zipSync({ [name]: strToU8(conll(TEXT, GPE)) }));
    const import_ = (path: string): ReturnType<typeof newsmark> =>
      newsmark('import', path, '--format', 'conll', '--pages', pages());
    for (const name of ['../a.conll', '/etc/a.conll', 'C:\\a.conll', 'x/../../a.conll']) {
      assert.match((await import_(zip(name))).err, /in\.zip: holds a path that leads out of it/, name);
    }
    assert.match((await import_(file('bad.zip', 'PK'))).err, /bad\.zip: not a zip/);
    assert.equal((await import_(zip('folder/a.conll'))).code, 0);
    assert.equal(stored('a.txt').length, 1);
  });
});
