import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';

/** What the launchers in test/host give: plain modules that also run before anything is built. */
interface Host {
  readonly name: string;
}
interface Server {
  stop(): Promise<void>;
}
interface Browser {
  readonly page: Page;
  close(): Promise<void>;
}
interface Launchers {
  installHost(name: string): Host;
  startServer(host: Host): Promise<Server>;
  workbenchUrl(server: Server, workspace: string, payload?: Readonly<Record<string, string>>): string;
  openBrowser(options?: { locale?: string }): Promise<Browser>;
  sampleWorkspace(): string;
  readonly MARKS: string;
}

const SCREENSHOTS = 'out/screenshots';
/** Hovers and menus fade in. */
const FADE_MS = 400;

async function launchers(): Promise<Launchers> {
  const modules = await Promise.all(
    ['hosts', 'codeServer', 'browser', 'workspace', 'highlights'].map(
      (name) => import(pathToFileURL(join(process.cwd(), `test/host/${name}.mjs`)).href) as Promise<object>,
    ),
  );
  return Object.assign({}, ...modules) as Launchers;
}

/** A running VS Code as a person sees it: the sample workspace is open, keys and mouse work. */
export class Workbench {
  private constructor(
    readonly page: Page,
    readonly workspace: string,
    /** Spans of the editor that carry a decoration of an extension. */
    readonly marks: Locator,
    readonly close: () => Promise<void>,
  ) {}

  /** Opens VS Code with a page of the sample workspace. */
  static async open(file: string): Promise<Workbench> {
    const host = await launchers();
    const workspace = host.sampleWorkspace();
    const server = await host.startServer(host.installHost('newest'));
    const browser = await host.openBrowser();
    const close = async (): Promise<void> => {
      await browser.close();
      await server.stop();
      rmSync(workspace, { recursive: true, force: true });
    };
    try {
      await browser.page.goto(
        host.workbenchUrl(server, workspace, {
          extensionDevelopmentPath: process.cwd(),
          openFile: join(workspace, file),
        }),
      );
      const workbench = new Workbench(browser.page, workspace, browser.page.locator(host.MARKS), close);
      await workbench.marks.first().waitFor({ timeout: 60_000 });
      await workbench.#closeChat();
      return workbench;
    } catch (error) {
      await browser.page.screenshot({ path: join(SCREENSHOTS, 'failed-to-open.png') }).catch(() => undefined);
      await close();
      throw error;
    }
  }

  /** The newest VS Code opens its chat beside the editor, whatever the settings of the machine say. */
  async #closeChat(): Promise<void> {
    if (await this.page.locator('.part.auxiliarybar').isVisible()) await this.press('Control+Alt+b');
  }

  /** Runs a command by its name in the palette. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`>${name}`);
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Selects the first occurrence of words with the editor's own find widget. */
  async select(words: string): Promise<void> {
    const selected = this.page.locator('.statusbar-item', { hasText: `(${words.length} selected)` });
    for (let tries = 0; tries < 5; tries++) {
      await this.page.locator('.monaco-editor .view-lines').first().click();
      await this.page.keyboard.press('Control+Home');
      await this.page.keyboard.press('Control+f');
      await this.page.locator('.find-widget textarea').first().fill(words);
      await this.page.keyboard.press('Enter');
      await this.page.keyboard.press('Escape');
      // Keys that VS Code was too busy for are pressed again.
      const done = await selected.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
      if (done) return;
    }
    throw new Error(`${words} could not be selected`);
  }

  /** The place of the first occurrence of words in the visible lines, for the mouse. */
  text(words: string): Locator {
    return this.page.locator('.view-line span').getByText(words).last();
  }

  /**
   * Rests the mouse on words until a hover with some text stays open; returns all that it says. While VS Code starts, its
   * own redraws close hovers: then the mouse moves away and comes back, as a person's would.
   */
  async hover(words: string, expected: string): Promise<string> {
    const hover = this.page.locator('.monaco-hover:visible', { hasText: expected }).first();
    for (let tries = 0; tries < 10; tries++) {
      await this.page.mouse.move(5, 5);
      await this.text(words).hover();
      await hover.waitFor({ timeout: 3_000 }).catch(() => undefined);
      await this.page.waitForTimeout(700);
      if (await hover.isVisible()) return hover.innerText();
    }
    throw new Error(`no hover over ${words} says ${expected}`);
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  /** Leaves a picture of what the person sees in out/screenshots/. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.waitForTimeout(FADE_MS);
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }
}
