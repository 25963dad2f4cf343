import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { analyze, editText, NO_ANALYSIS, readPageText } from '../../../src/newsmark';
import type { Analysis, PageReader, PageText } from '../../../src/newsmark';
import { createPageReader } from '../../../src/reading/adapters/createPageReader';
import { seeded } from '../random';
import { changesOf, pageOf } from './samples';

describe('the thread that reads pages', () => {
  let folder: string;
  let workerFile: string;
  const log: string[] = [];
  let reader: PageReader | undefined;
  const start = (file = workerFile): PageReader =>
    (reader = createPageReader({ workerFile: file, log: (line) => log.push(line) }));
  const read = (text: PageText, page = 'page', isWanted = () => true): Promise<Analysis | undefined> =>
    reader!.read({ page, text, decided: [], isWanted });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmark-reader-'));
    workerFile = join(folder, 'reader.js');
    buildSync({
      entryPoints: ['src/reading/adapters/worker.ts'],
      bundle: true,
      platform: 'node',
      outfile: workerFile,
      logLevel: 'error',
    });
  });
  after(() => rmSync(folder, { recursive: true }));
  afterEach(() => {
    reader?.dispose();
    log.length = 0;
  });

  it('answers with the analysis of the text, first whole, then by what is new', async () => {
    start();
    const random = seeded(17);
    let page = readPageText(pageOf(random, 6));
    for (let round = 0; round < 12; round++) {
      assert.deepEqual(await read(page), analyze(page));
      page = editText(page, changesOf(random, page.text.length, 2));
    }
    assert.deepEqual(log, []);
  });

  it('goes on from the last answer that was taken where one was dropped', async () => {
    start();
    const first = readPageText(pageOf(seeded(4), 3));
    const second = editText(first, [{ offset: 9, length: 0, text: '新' }]);
    const third = editText(second, [{ offset: 30, length: 2, text: '' }]);
    await read(first);
    assert.equal(await read(second, 'page', () => false), undefined);
    assert.deepEqual(await read(third), analyze(third));
  });

  it('keeps pages apart, and forgets one that is closed', async () => {
    start();
    const [a, b] = [readPageText(pageOf(seeded(6), 2)), readPageText(pageOf(seeded(8), 3))];
    assert.deepEqual(await Promise.all([read(a, 'a'), read(b, 'b')]), [analyze(a), analyze(b)]);
    reader!.close('a');
    assert.deepEqual(await read(a, 'a'), analyze(a));
  });

  it('is started again where it ends; in the end the page is read without it', async () => {
    const file = join(folder, 'ends.js');
    writeFileSync(file, "require('node:worker_threads').parentPort.on('message', () => process.exit(3));");
    start(file);
    const page = readPageText(pageOf(seeded(9), 2));
    assert.deepEqual(await read(page), analyze(page));
    assert.equal(log.length, 3);
    assert.deepEqual(await read(page), analyze(page));
    assert.equal(log.length, 3);
  });

  it('says with one line where a page cannot be read, and holds on', async () => {
    start();
    const broken = { ...readPageText('甲'), text: undefined as unknown as string };
    assert.deepEqual(await read(broken, 'other'), NO_ANALYSIS);
    assert.equal(log.length, 1);
    const page = readPageText(pageOf(seeded(1), 1));
    assert.deepEqual(await read(page), analyze(page));
  });

  it('is not needed where it cannot be started', async () => {
    start(join(folder, 'missing.js'));
    const page = readPageText(pageOf(seeded(1), 1));
    assert.deepEqual(await read(page), analyze(page));
    assert.ok(log.length > 0);
  });

  it('answers nothing any more when it is disposed', async () => {
    start();
    const answer = read(readPageText(pageOf(seeded(1), 1)));
    reader!.dispose();
    assert.equal(await answer, undefined);
    assert.equal(await read(readPageText('甲')), undefined);
  });
});
