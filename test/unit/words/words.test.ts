import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSegmenter } from '../../../src/words/adapters/createSegmenter';
import { growByWord, protect, shrinkByWord, wordAt } from '../../../src/words/growth';
import { createIntlSegmenter } from '../../../src/words/intlSegmenter';
import type { Segmenter, Word } from '../../../src/words/segmenter';

const words: readonly Word[] = [
  { start: 0, end: 2 },
  { start: 2, end: 3 },
  { start: 3, end: 6 },
];

describe('a selection', () => {
  it('grows and shrinks by a word at its end', () => {
    assert.deepEqual(growByWord(words, { start: 0, end: 0 }, 'end'), { start: 0, end: 2 });
    assert.deepEqual(growByWord(words, { start: 0, end: 4 }, 'end'), { start: 0, end: 6 });
    assert.deepEqual(shrinkByWord(words, { start: 0, end: 6 }, 'end'), { start: 0, end: 3 });
    assert.deepEqual(shrinkByWord(words, { start: 1, end: 2 }, 'end'), { start: 1, end: 1 });
  });

  it('grows and shrinks by a word at its start', () => {
    assert.deepEqual(growByWord(words, { start: 3, end: 6 }, 'start'), { start: 2, end: 6 });
    assert.deepEqual(shrinkByWord(words, { start: 0, end: 6 }, 'start'), { start: 2, end: 6 });
  });

  it('stays where the text ends', () => {
    assert.deepEqual(growByWord(words, { start: 0, end: 6 }, 'end'), { start: 0, end: 6 });
    assert.deepEqual(growByWord(words, { start: 0, end: 6 }, 'start'), { start: 0, end: 6 });
  });

  it('takes a protected span as one word, whatever the segmenter cut there', () => {
    assert.deepEqual(protect(words, [{ start: 1, end: 4 }]), [
      { start: 0, end: 1 },
      { start: 1, end: 4 },
      { start: 4, end: 6 },
    ]);
    assert.deepEqual(protect(words, [{ start: 0, end: 6 }]), [{ start: 0, end: 6 }]);
    assert.deepEqual(protect(words, []), words);
  });

  it('finds the word around an offset', () => {
    assert.deepEqual(wordAt(words, 2), { start: 2, end: 3 });
    assert.equal(wordAt(words, 6), undefined);
  });
});

const HARD = '𠮷祥路😀旁投入12.99公里。\n第二行　有空格';

async function coversAll(segmenter: Segmenter): Promise<void> {
  const cut = await segmenter.segment(HARD);
  assert.equal(cut.map((w) => HARD.slice(w.start, w.end)).join(''), HARD);
  assert.equal((await segmenter.segment('')).length, 0);
}

describe('segmenters', () => {
  const folders: string[] = [];
  const opened: Segmenter[] = [];
  afterEach(() => {
    for (const segmenter of opened.splice(0)) segmenter.dispose();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  /** A segmenter whose libraries are the built ones, without those named. */
  const open = (without: readonly string[], log: string[]): Segmenter => {
    const folder = mkdtempSync(join(tmpdir(), 'newsmark-words-'));
    folders.push(folder);
    cpSync('dist/segmenter.js', join(folder, 'segmenter.js'));
    for (const library of ['nodejieba', 'jieba-wasm']) {
      if (!without.includes(library) && existsSync(join('dist', library)))
        cpSync(join('dist', library), join(folder, library), { recursive: true });
    }
    const segmenter = createSegmenter({ workerFile: join(folder, 'segmenter.js'), log: (line) => log.push(line) });
    opened.push(segmenter);
    return segmenter;
  };

  it('of the engine itself: words cover the text', () => coversAll(createIntlSegmenter()));

  it('of nodejieba in a worker: words cover the text, nothing in the log', async function () {
    if (!existsSync('dist/nodejieba')) this.skip();
    const log: string[] = [];
    const segmenter = open([], log);
    await coversAll(segmenter);
    assert.equal(segmenter.name, 'nodejieba');
    assert.deepEqual(log, []);
    assert.ok((await segmenter.segment('投入资金')).some((word) => word.tag));
  });

  it('fall back to jieba-wasm with one line where the binary is missing', async function () {
    if (!existsSync('dist/segmenter.js')) this.skip();
    const log: string[] = [];
    const segmenter = open(['nodejieba'], log);
    await coversAll(segmenter);
    assert.equal(segmenter.name, 'jieba-wasm');
    assert.equal(log.length, 1);
  });

  it('fall back to the engine with one line where both are missing', async function () {
    if (!existsSync('dist/segmenter.js')) this.skip();
    const log: string[] = [];
    const segmenter = open(['nodejieba', 'jieba-wasm'], log);
    await coversAll(segmenter);
    assert.equal(segmenter.name, 'intl');
    assert.equal(log.length, 1);
  });

  it('answer by the engine where there is no worker at all', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsmark-words-'));
    folders.push(folder);
    writeFileSync(join(folder, 'segmenter.js'), 'throw new Error("broken")');
    const log: string[] = [];
    const segmenter = createSegmenter({ workerFile: join(folder, 'segmenter.js'), log: (line) => log.push(line) });
    opened.push(segmenter);
    await coversAll(segmenter);
    assert.equal(log.length, 1);
  });
});
