// `npm start`: builds, prints what Newsmark finds on a sample page, opens a real VS Code with the sample workspace.
// `npm start -- --check`: the same without a person; checks that the page is highlighted, saves a screenshot, exits.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installChromium, installDependencies, installHost, root } from './install.mjs';
import { has, run } from './sh.mjs';

const SAMPLE = 'spring-flood.txt';
const PORT = Number(process.env.PORT ?? 8123);
const check = process.argv.includes('--check');

process.chdir(root);
installDependencies();
run(process.execPath, ['esbuild.mjs']);
run(process.execPath, ['dist/cli.js', 'analyze', `media/samples/${SAMPLE}`]);

const { sampleWorkspace } = await import('./workspace.mjs');
const workspace = sampleWorkspace();
if (check) process.exitCode = await checkHighlights();
else if (has('code')) openDesktop();
else await serve();

function openDesktop() {
  console.log(`Opening VS Code with the sample workspace ${workspace}`);
  run('code', ['--new-window', `--extensionDevelopmentPath=${root}`, workspace, join(workspace, SAMPLE)]);
}

async function serve() {
  const { startServer, workbenchUrl } = await import('./codeServer.mjs');
  const server = await startServer(installHost('floor'), { port: PORT });
  const url = workbenchUrl(server, workspace, { extensionDevelopmentPath: root, openFile: join(workspace, SAMPLE) });
  console.log(`\nVS Code with Newsmark and the sample workspace is open at\n\n  ${url}\n\nCtrl+C ends it.`);
  const end = async () => {
    await server.stop();
    rmSync(workspace, { recursive: true, force: true });
    process.exit(0);
  };
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
}

async function checkHighlights() {
  installChromium();
  const { startServer, workbenchUrl } = await import('./codeServer.mjs');
  const { openBrowser } = await import('./browser.mjs');
  const server = await startServer(installHost('floor'));
  const browser = await openBrowser();
  const screenshot = join(root, 'out/screenshots/start.png');
  mkdirSync(join(root, 'out/screenshots'), { recursive: true });
  try {
    const { page } = browser;
    await page.goto(
      workbenchUrl(server, workspace, { extensionDevelopmentPath: root, openFile: join(workspace, SAMPLE) }),
    );
    // Decorations of extensions are spans with generated classes ced-… in the lines of the editor.
    const marks = page.locator('.view-lines span[class*="ced-"]');
    await marks.first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1000);
    const seen = await marks.count();
    await page.screenshot({ path: screenshot });
    console.log(`The page is highlighted: ${seen} marks in view. Screenshot: ${screenshot}`);
    return 0;
  } catch (error) {
    await browser.page.screenshot({ path: screenshot }).catch(() => undefined);
    console.error(`The page is not highlighted: ${error.message}\nScreenshot: ${screenshot}`);
    return 1;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}
