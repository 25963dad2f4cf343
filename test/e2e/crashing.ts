import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';

interface Server {
  stop(): Promise<void>;
}
interface Launchers {
  installHost(name: string): object;
  startServer(host: object): Promise<Server>;
  workbenchUrl(server: Server, workspace: string, payload?: Readonly<Record<string, string>>): string;
  openBrowser(): Promise<{ readonly page: Page; close(): Promise<void> }>;
  sampleWorkspace(): string;
}

/** What the workbench needs to write what is under way, and a file watcher to see it. */
const SETTLE_MS = 700;
const LIMIT_MS = 40_000;
const POLL_MS = 10;

/** A VS Code whose extension host may be killed: the server and the workspace go on. */
export class Crashing {
  private constructor(
    readonly page: Page,
    readonly workspace: string,
    readonly url: (suite: string) => string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<Crashing> {
    const modules = await Promise.all(
      ['hosts', 'codeServer', 'browser', 'workspace'].map(
        (name) => import(pathToFileURL(join(process.cwd(), `test/host/${name}.mjs`)).href) as Promise<object>,
      ),
    );
    const host = Object.assign({}, ...modules) as Launchers;
    const workspace = host.sampleWorkspace();
    const server = await host.startServer(host.installHost('newest'));
    const browser = await host.openBrowser();
    // What a workbench calls that runs a suite: without them it would close its window.
    await browser.page.exposeFunction('codeAutomationLog', () => undefined);
    await browser.page.exposeFunction('codeAutomationExit', () => undefined);
    const url = (suite: string): string =>
      host.workbenchUrl(server, workspace, {
        extensionDevelopmentPath: process.cwd(),
        extensionTestsPath: join(process.cwd(), suite),
      });
    return new Crashing(browser.page, workspace, url, async () => {
      await browser.close();
      await server.stop();
      rmSync(workspace, { recursive: true, force: true });
    });
  }

  /** Opens a workbench whose extension host runs a suite. */
  async start(suite: string): Promise<void> {
    await this.page.goto(this.url(suite));
  }

  /** Lets the workbench finish what it does without its extension host, then closes it. */
  async leave(): Promise<void> {
    await this.page.waitForTimeout(SETTLE_MS);
    await this.page.goto('about:blank');
  }

  async until(what: string, probe: () => boolean, state: () => string): Promise<void> {
    for (const end = Date.now() + LIMIT_MS; !probe();) {
      if (Date.now() > end) throw new Error(`waited for ${what}: ${state()}`);
      await this.page.waitForTimeout(POLL_MS);
    }
  }
}
