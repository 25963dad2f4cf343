import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from './workbench';

const ACCEPTED = 10;
const TAGGED: readonly (readonly [words: string, label: string])[] = [
  ['贺大爷', 'PER'],
  ['拱顶', 'FAC'],
  ['公交集团', 'ORG'],
  ['谷仓书院', 'FAC'],
  ['馆长', 'TITLE'],
];

describe('a person working through a page by keyboard', () => {
  let workbench: Workbench;
  const sidecar = (): string => join(workbench.workspace, 'city-bus.txt.newsmark.json');
  const bytes = (): string => (existsSync(sidecar()) ? readFileSync(sidecar(), 'utf8') : '');
  const count = (): number => (bytes() ? (bytes().match(/^ +\{"id":/gm)?.length ?? 0) : 0);
  const until = async (what: string, probe: () => boolean): Promise<void> => {
    for (let tries = 0; !probe(); tries++) {
      if (tries > 100) assert.fail(`waited for ${what}; there are ${count()} annotations`);
      await workbench.page.waitForTimeout(100);
    }
  };

  before(async () => {
    workbench = await Workbench.open('city-bus.txt');
  });
  after(() => (workbench as Workbench | undefined)?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot(`failed-${this.currentTest.title}`);
  });

  it('accepts, tags, undoes everything and redoes it; the file is the same, byte for byte', async () => {
    await workbench.page.locator('.monaco-editor .view-lines').first().click();
    await workbench.press('Control+Home');
    await workbench.press('Alt+F8');
    await workbench.page.locator('.statusbar-item', { hasText: ' selected)' }).waitFor();
    for (let done = 1; done <= ACCEPTED; done++) {
      await workbench.press('Control+Alt+Enter');
      await until(`suggestion ${done} on disk`, () => count() === done);
    }
    await workbench.screenshot('accepted');
    for (const [index, [words, label]] of TAGGED.entries()) {
      await workbench.select(words);
      await workbench.press('Control+Enter');
      await workbench.page.locator('.quick-input-widget input').first().waitFor();
      await workbench.page.keyboard.type(label);
      await workbench.press('Enter');
      await until(`${words} on disk`, () => count() === ACCEPTED + index + 1);
    }
    const tagged = ACCEPTED + TAGGED.length;
    await workbench.select('望溪市');
    await workbench.press('Shift+Alt+Enter');
    await workbench.page.locator('.quick-input-widget input').first().waitFor();
    await workbench.page.keyboard.type('GPE');
    await workbench.press('Enter');
    await workbench.page.locator('.quick-input-widget', { hasText: 'places of' }).waitFor();
    await workbench.screenshot('label-all');
    await workbench.press('Enter');
    await until('all places on disk', () => count() > tagged + 1);
    await workbench.screenshot('worked');
    // Five words, then all places at once: as many steps as gestures.
    const steps = [...Array.from({ length: tagged }, (_, index) => index + 1), count()];
    const worked = bytes();
    for (const left of [...steps.slice(0, -1).reverse(), 0]) {
      await workbench.press('Control+z');
      await until(`${left} left after undoing`, () => count() === left);
    }
    for (const back of steps) {
      await workbench.press('Control+y');
      await until(`${back} back after redoing`, () => count() === back);
    }
    assert.equal(bytes(), worked);
  });
});
