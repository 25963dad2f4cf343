import assert from 'node:assert/strict';
import { analyze, editText, LiveAnalysis, MAX_PAGE_LENGTH, NO_ANALYSIS, readPageText } from '../../../src/newsmark';
import type { Analysis, Annotation, PageReader, PageText } from '../../../src/newsmark';
import { seeded } from '../random';
import { pageOf } from './samples';

/** A reader that answers when it is told to. */
class ReaderByHand implements PageReader {
  readonly asked: { readonly text: PageText; readonly answer: () => void }[] = [];
  closed = 0;

  read({ text, decided, isWanted }: Parameters<PageReader['read']>[0]): Promise<Analysis | undefined> {
    return new Promise((resolve) => {
      this.asked.push({ text, answer: () => resolve(isWanted() ? analyze(text, decided) : undefined) });
    });
  }

  close(): void {
    this.closed++;
  }

  dispose(): void {
    this.asked.length = 0;
  }
}

const LONG = pageOf(seeded(2), 130);

function open(text: string) {
  const reader = new ReaderByHand();
  const state: { text: PageText; readonly decided: readonly Annotation[] } = { text: readPageText(text), decided: [] };
  let settled = 0;
  const live = new LiveAnalysis(
    'page',
    reader,
    () => state,
    () => settled++,
  );
  live.changed();
  const type = (offset: number, words: string): void => {
    const changes = [{ offset, length: 0, text: words }];
    state.text = editText(state.text, changes);
    live.textChanged(changes);
  };
  /** Waits until the reader is asked for the n-th time. */
  const asked = async (n: number): Promise<void> => {
    for (let tries = 0; reader.asked.length < n; tries++) {
      assert.ok(tries < 500, `asked ${reader.asked.length} times, not ${n}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  return { reader, state, live, type, asked, settledTimes: () => settled };
}

describe('the analysis of a page that is edited', () => {
  it('is exact at once on a short page, and nobody else is asked', () => {
    const { live, state, type, reader, settledTimes } = open('云溪县修路12公里。\n');
    type(0, '昨天');
    assert.ok(live.isSettled);
    assert.equal(settledTimes(), 1);
    assert.deepEqual(live.value, analyze(state.text));
    assert.equal(reader.asked.length, 0);
  });

  it('of a long page is empty until it is read', async () => {
    const { live, state, asked, reader } = open(LONG);
    assert.equal(live.isSettled, false);
    assert.equal(live.value, NO_ANALYSIS);
    const settled = live.settled();
    await asked(1);
    reader.asked[0]!.answer();
    await settled;
    assert.deepEqual(live.value, analyze(state.text));
  });

  it('moves with the text until the new text is read, then is that of the new text', async () => {
    const { live, state, asked, reader, type } = open(LONG);
    await asked(1);
    reader.asked[0]!.answer();
    await live.settled();
    const before = live.value.figures.at(-1)!;
    type(3, '新');
    type(4, '新');
    assert.equal(live.isSettled, false);
    assert.equal(live.value.figures.at(-1)!.start, before.start + 2);
    const settled = live.settled();
    await asked(2);
    reader.asked[1]!.answer();
    await settled;
    assert.equal(reader.asked.length, 2);
    assert.deepEqual(live.value, analyze(state.text));
  });

  it('drops an answer that is of an older text, and asks again', async () => {
    const { live, state, asked, reader, type, settledTimes } = open(LONG);
    await asked(1);
    type(3, '新');
    const settled = live.settled();
    reader.asked[0]!.answer();
    await asked(2);
    assert.equal(settledTimes(), 0);
    assert.equal(reader.asked[1]!.text, state.text);
    reader.asked[1]!.answer();
    await settled;
    assert.deepEqual(live.value, analyze(state.text));
  });

  it('is given up for a page that grows beyond the limit, and read again when it shrinks', async () => {
    const { live, state, asked, reader, type } = open(LONG);
    await asked(1);
    type(0, '长'.repeat(MAX_PAGE_LENGTH));
    assert.ok(live.isSettled);
    assert.equal(live.value, NO_ANALYSIS);
    reader.asked[0]!.answer();
    const changes = [{ offset: 0, length: MAX_PAGE_LENGTH, text: '' }];
    state.text = editText(state.text, changes);
    live.textChanged(changes);
    const settled = live.settled();
    await asked(2);
    reader.asked[1]!.answer();
    await settled;
    assert.deepEqual(live.value, analyze(state.text));
  });

  it('keeps nobody waiting when the page is closed while it is read', async () => {
    const { live, asked, reader, settledTimes } = open(LONG);
    await asked(1);
    const settled = live.settled();
    live.dispose();
    await settled;
    reader.asked[0]!.answer();
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.equal(settledTimes(), 0);
    assert.equal(reader.closed, 1);
    await live.settled();
  });
});
