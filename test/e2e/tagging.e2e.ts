import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from './workbench';

interface Stored {
  readonly quote: string;
  readonly label: string;
}

describe('a person who tags', () => {
  let workbench: Workbench;
  const page = 'spring-flood.txt';
  const file = (name: string): string => readFileSync(join(workbench.workspace, name), 'utf8');
  const stored = (): readonly Stored[] =>
    existsSync(join(workbench.workspace, `${page}.newsmark.json`))
      ? (
          JSON.parse(file(`${page}.newsmark.json`) || '{"annotations":[]}') as { annotations: Stored[] }
        ).annotations.filter((a) => 'id' in a)
      : [];
  const has = (quote: string, label: string): boolean => stored().some((a) => a.quote === quote && a.label === label);
  const until = async (what: string, probe: () => boolean | Promise<boolean>): Promise<void> => {
    for (let tries = 0; !(await probe()); tries++) {
      if (tries > 100) assert.fail(`waited for ${what}`);
      await workbench.page.waitForTimeout(100);
    }
  };
  const list = (): ReturnType<Workbench['page']['locator']> => workbench.page.locator('.quick-input-widget').first();
  /** Selects words and opens the list of labels. */
  const ask = async (words: string): Promise<void> => {
    await workbench.select(words);
    await workbench.press('Control+Enter');
    await list().locator('.monaco-list-row').first().waitFor();
  };

  before(async () => {
    workbench = await Workbench.open(page);
  });
  after(() => (workbench as Workbench | undefined)?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot(`failed-${this.currentTest.title}`);
  });

  it('chooses a label by its key alone; letters that follow do not land in the page', async () => {
    const before = file(page);
    await ask('覃有田');
    await workbench.screenshot('labels');
    await workbench.page.keyboard.type('per');
    await until('the tag', () => has('覃有田', 'PER'));
    await list().waitFor({ state: 'hidden' });
    await workbench.press('Control+s');
    assert.equal(file(page), before);
    assert.equal(stored().length, 1);
  });

  it('finds a label by pinyin initials', async () => {
    await ask('县水利局');
    await workbench.page.keyboard.type('jg');
    await list().locator('.monaco-list-row', { hasText: '机构' }).waitFor();
    await workbench.press('Enter');
    await until('the tag', () => has('县水利局', 'ORG'));
  });

  it('uses an input method in the list: its letters choose, its words search', async () => {
    const ime = await workbench.page.context().newCDPSession(workbench.page);
    await ask('守库员');
    await ime.send('Input.imeSetComposition', { text: 't', selectionStart: 1, selectionEnd: 1 });
    await until('the label whose key is composed', () => has('守库员', 'TITLE'));
    await list().waitFor({ state: 'hidden' });

    await ask('转移平台');
    await ime.send('Input.imeSetComposition', { text: "c'p", selectionStart: 3, selectionEnd: 3 });
    await list().locator('.monaco-list-row', { hasText: 'PRODUCT' }).waitFor();
    await ime.send('Input.insertText', { text: '产品' });
    await list().locator('.monaco-list-row', { hasText: 'PRODUCT' }).waitFor();
    await workbench.press('Enter');
    await until('the label that was searched', () => has('转移平台', 'PRODUCT'));
    assert.ok(file(page).includes('转移平台'));
  });

  it('sees how far the page is, in the status bar and in the explorer', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: /\d+ · \d+\/\d+ decided/ }).waitFor();
    await workbench.command('File: Focus on Files Explorer');
    // As text, for it runs in the browser, whose names these tests do not know.
    const badges = `[...document.querySelectorAll('.explorer-folders-view .monaco-list-row')]
      .filter((row) => row.textContent.includes('${page}'))
      .flatMap((row) => [...row.querySelectorAll('*')])
      .map((element) => getComputedStyle(element, '::after').content)`;
    await until('the badge', async () => {
      const shown = await workbench.page.evaluate<string[]>(badges);
      // Beside the number of problems, where there are some: “1, 4”.
      return shown.some((content) => content.endsWith(`${stored().length}"`));
    });
    await workbench.screenshot('badges');
  });
});
