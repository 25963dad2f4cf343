import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from './workbench';

describe('a person who exports', () => {
  let workbench: Workbench;
  const asked = (question: string): Promise<void> =>
    workbench.page.locator(`.quick-input-widget input[placeholder="${question}"]`).waitFor();
  const until = async (what: string, probe: () => boolean): Promise<void> => {
    for (let tries = 0; !probe(); tries++) {
      if (tries > 100) assert.fail(`waited for ${what}`);
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

  it('is asked in steps with a way back, gets whole files and a report of what is in them', async () => {
    await workbench.select('贺大爷');
    await workbench.press('Control+Enter');
    await workbench.page.locator('.quick-input-widget input').first().waitFor();
    await workbench.page.keyboard.type('PER');
    await workbench.press('Enter');
    const sidecar = join(workbench.workspace, 'city-bus.txt.newsmark.json');
    await until('the label on disk', () => existsSync(sidecar));

    await workbench.command('Newsmark: Export Labelled Data');
    await asked('What to export');
    await workbench.press('Enter');
    await asked('Format');
    await workbench.screenshot('export-format');
    await workbench.page.keyboard.type('spaCy');
    await workbench.press('Enter');
    await asked('What the labels are about');
    // Back, and another format.
    await workbench.page.locator('.quick-input-widget .codicon-quick-input-back').click();
    await asked('Format');
    await workbench.page.keyboard.type('conll');
    await workbench.press('Enter');
    await asked('What the labels are about');
    await workbench.press('Enter');
    await asked('In which form');
    await workbench.screenshot('export-form');
    await workbench.press('Enter');
    await workbench.page.locator('.quick-input-widget', { hasText: 'Folder for the exported files' }).waitFor();
    const file = join(workbench.workspace, 'city-bus.conll');
    const dialog = workbench.page.locator('.quick-input-widget');
    const input = dialog.locator('input').first();
    const folder = `${workbench.workspace}/`;
    // The dialog reads folders while somebody types, and completes what it has read: only the whole path is taken.
    for (let tries = 0; tries < 30 && !existsSync(file); tries++) {
      if (await dialog.isVisible()) {
        if ((await input.inputValue()) === folder) await workbench.press('Enter');
        else {
          await workbench.page.keyboard.press('Control+a');
          await workbench.page.keyboard.type(folder);
          await workbench.page.waitForTimeout(500);
          await workbench.screenshot('export-folder');
        }
      }
      await workbench.page.waitForTimeout(500);
    }
    assert.match(readFileSync(file, 'utf8'), /贺\tB-PER\n大\tI-PER\n爷\tI-PER\n/);
    assert.deepEqual(
      readdirSync(workbench.workspace).filter((name) => name.startsWith('.newsmark-export')),
      [],
    );

    await workbench.command('Notifications: Show Notifications');
    const message = workbench.page.locator('.notification-list-item', { hasText: 'Exported 1 annotations' }).first();
    await message.waitFor();
    await message.hover();
    await workbench.screenshot('export-message');
    await message.locator('.monaco-button', { hasText: 'Show Report' }).click();
    await workbench.page.locator('.view-line', { hasText: 'entity' }).first().waitFor();
    await workbench.screenshot('export-report');
  });
});
