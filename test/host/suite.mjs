// Runs the suite in a real VS Code: `node test/host/suite.mjs floor|newest [grep]`.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';
import { startServer, workbenchUrl } from './codeServer.mjs';
import { installHost, root } from './install.mjs';
import { sampleWorkspace } from './workspace.mjs';

/** The line that a suite ends with, for the launchers to count. */
const RESULT = /^(\d+) passed, (\d+) failed$/;
/** The suite's own lines; the workbench logs much else. */
const OWN = 'newsmark| ';
const TIMEOUT_MS = 8 * 60_000;

/**
 * Runs a suite bundle in the extension host of a VS Code server and returns what passed and failed.
 * `folders` hands in a prepared server (with an installed VSIX); `extension` is the extension under development.
 */
export async function runSuite(hostName, { suite = 'out/vscode/suite.js', extension = root, folders, settings } = {}) {
  const workspace = sampleWorkspace({ pages: true });
  const server = await startServer(installHost(hostName), { folders, settings });
  const browser = await openBrowser();
  let result;
  try {
    const { page } = browser;
    const done = new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`the suite did not end in ${TIMEOUT_MS / 60_000} minutes`)),
        TIMEOUT_MS,
      );
      void page.exposeFunction('codeAutomationLog', (type, args) => {
        for (const line of args.map(String).join(' ').split('\n')) {
          if (!line.startsWith(OWN)) continue;
          const match = RESULT.exec(line.slice(OWN.length));
          if (match) result = { passed: Number(match[1]), failed: Number(match[2]) };
          else console.log(line.slice(OWN.length));
        }
      });
      void page.exposeFunction('codeAutomationExit', (code) => {
        clearTimeout(timer);
        resolve(code);
      });
    });
    await page.goto(
      workbenchUrl(server, workspace, {
        extensionDevelopmentPath: extension,
        extensionTestsPath: join(root, suite),
      }),
    );
    const code = await done;
    if (!result) {
      console.log(
        `the suite ended with ${code} before it was done; the extension host may have crashed\n${server.log}`,
      );
      result = { passed: 0, failed: 1 };
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
  return result;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = await runSuite(process.argv[2] ?? 'newest');
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
