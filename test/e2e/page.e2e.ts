import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from './workbench';

interface Stored {
  readonly quote: string;
  readonly label: string;
}

describe('a person with a page', () => {
  let workbench: Workbench;
  const sidecar = (): string => join(workbench.workspace, 'spring-flood.txt.newsmark.json');
  // VS Code empties a file before it writes it.
  const json = (): string => (existsSync(sidecar()) && readFileSync(sidecar(), 'utf8')) || '{"annotations":[]}';
  const stored = (): readonly Stored[] =>
    (JSON.parse(json()) as { annotations: Stored[] }).annotations.filter((a) => 'id' in a);
  const until = async (what: string, probe: () => boolean): Promise<void> => {
    for (let tries = 0; !probe(); tries++) {
      if (tries > 100) assert.fail(`waited for ${what}`);
      await workbench.page.waitForTimeout(100);
    }
  };

  before(async () => {
    workbench = await Workbench.open('spring-flood.txt');
  });
  // Without a workbench, before() has failed and closed what it had opened.
  after(() => (workbench as Workbench | undefined)?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot(`failed-${this.currentTest.title}`);
  });

  it('sees it recognised and highlighted', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: 'Chinese News' }).waitFor();
    assert.ok((await workbench.marks.count()) > 10);
    // The line of facts above the article comes last; it moves the lines, which closes a hover.
    await workbench.page.locator('.codelens-decoration', { hasText: 'Article 1/3' }).waitFor();
    await workbench.screenshot('page');
  });

  it('sees the value of a figure in its hover', async () => {
    await workbench.select('1.8');
    assert.match(await workbench.hover('1.8', '18,000'), /Accept/);
    await workbench.screenshot('hover');
  });

  it('sees names suggested, and in the hover why', async () => {
    await workbench.select('县水利局');
    const text = await workbench.hover('县水利局', 'ORG?');
    assert.match(text, /it\sends\swith\s“局”/);
    assert.match(text, /Reject/);
    await workbench.screenshot('suggested-names');
  });

  it('tags words with a key and a label, and takes it back with Ctrl+Z', async () => {
    await workbench.select('县水利局');
    await workbench.press('Control+Enter');
    await workbench.page.locator('.quick-input-widget input').first().waitFor();
    await workbench.page.keyboard.type('ORG');
    await workbench.press('Enter');
    await until('the tag on disk', () => stored().length === 1);
    assert.deepEqual(
      stored().map((a) => [a.quote, a.label]),
      [['县水利局', 'ORG']],
    );
    await workbench.screenshot('tagged');
    await workbench.press('Control+z');
    await until('the tag to go', () => stored().length === 0);
    await workbench.press('Control+y');
    await until('the tag to come back', () => stored().length === 1);
  });

  it('sees figures that do not agree among the problems', async () => {
    await workbench.command('Problems: Focus on Problems View');
    await workbench.page.getByText('These figures do not agree').first().waitFor();
    await workbench.screenshot('problems');
    await workbench.command('View: Close Panel');
  });

  it('tags words through the light bulb', async () => {
    await workbench.select('覃有田');
    await workbench.press('Control+.');
    const menu = workbench.page.locator('.action-widget');
    await menu.getByText('as PER').first().waitFor();
    await workbench.screenshot('light-bulb');
    await menu.getByText('as PER').first().click();
    await until('the second tag on disk', () => stored().some((a) => a.quote === '覃有田' && a.label === 'PER'));
  });
});
