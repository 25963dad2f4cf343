// Runs the suite in a real VS Code: `node test/host/suite.mjs floor|newest`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';
import { startServer, workbenchUrl } from './codeServer.mjs';
import { installHost } from './hosts.mjs';
import { root } from './install.mjs';
import { discard } from './sh.mjs';
import { sampleWorkspace } from './workspace.mjs';

/** The line that a suite ends with, for the launchers to count. */
const RESULT = /^(\d+) passed, (\d+) failed$/;
/** The suite's own lines; the workbench logs much else. */
const OWN = 'newsmark| ';
const LIMIT_MS = 6 * 60_000;

/**
 * Runs a suite bundle in the extension host of a VS Code server and returns what passed and failed; a suite that
 * crashes or hangs is one failure. `folders` hands in a prepared server (with an installed VSIX), `extension` is the
 * extension under development, `workspace` a prepared folder, `atEnd` looks at the server's folders before they go.
 */
export async function runSuite(hostName, options = {}) {
  const { suite = 'out/vscode/suite.js', extension = root, folders, settings, atEnd } = options;
  const workspace = options.workspace ?? sampleWorkspace({ pages: true });
  const server = await startServer(installHost(hostName), { folders, settings });
  const browser = await openBrowser();
  try {
    const url = workbenchUrl(server, workspace, {
      extensionDevelopmentPath: extension,
      extensionTestsPath: join(root, suite),
    });
    const { result, end } = await watchSuite(browser.page, url);
    atEnd?.(server.folders);
    if (result) return result;
    console.log(`  FAILED the suite: ${end}\n${server.log}`);
    return { passed: 0, failed: 1 };
  } finally {
    await browser.close();
    await server.stop();
    discard(workspace);
  }
}

/** Opens a workbench that runs a suite, prints the suite's lines, and waits for its end. */
async function watchSuite(page, url) {
  let result;
  const receive = (type, args) => {
    for (const line of args.map(String).join(' ').split('\n')) {
      if (!line.startsWith(OWN)) continue;
      const own = line.slice(OWN.length);
      const [, passed, failed] = RESULT.exec(own) ?? [];
      if (passed) result = { passed: Number(passed), failed: Number(failed) };
      else console.log(own);
    }
  };
  await page.exposeFunction('codeAutomationLog', receive);
  let timer;
  const end = new Promise((resolve) => {
    timer = setTimeout(() => resolve(`it did not end in ${LIMIT_MS / 60_000} minutes`), LIMIT_MS);
    page.once('crash', () => resolve('the browser crashed'));
    page
      .exposeFunction('codeAutomationExit', (code) => resolve(`the extension host ended with ${code} before its end`))
      .then(() => page.goto(url))
      .catch((error) => resolve(String(error)));
  });
  const why = await end;
  clearTimeout(timer);
  return { result, end: why };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = await runSuite(process.argv[2] ?? 'newest');
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
