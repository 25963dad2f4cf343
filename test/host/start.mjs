// `npm start`: builds, prints what Newsmark finds on a sample page, opens a real VS Code with the sample workspace.
// `npm start -- --check`: the same without a person; checks that the page is highlighted, saves a screenshot, exits.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installHost } from './hosts.mjs';
import { installChromium, installDependencies, root } from './install.mjs';
import { has, run, runQuietly } from './sh.mjs';
import { sampleWorkspace } from './workspace.mjs';

const SAMPLE = 'spring-flood.txt';
const PORT = Number(process.env.PORT ?? 8123);

async function main() {
  process.chdir(root);
  installDependencies();
  run(process.execPath, ['esbuild.mjs']);
  run(process.execPath, ['dist/cli.js', 'analyze', `media/samples/${SAMPLE}`]);
  if (process.argv.includes('--check')) return checkHighlights();
  const workspace = sampleWorkspace();
  if (has('code')) openDesktop(workspace);
  else await serve(workspace);
  return 0;
}

function openDesktop(workspace) {
  console.log(`\nOpening VS Code with Newsmark and the sample workspace ${workspace}`);
  run('code', ['--new-window', `--extensionDevelopmentPath=${root}`, workspace, join(workspace, SAMPLE)]);
}

/** What the web workbench opens: Newsmark from this folder, and the sample page. */
const opened = (workspace) => ({ extensionDevelopmentPath: root, openFile: join(workspace, SAMPLE) });

async function serve(workspace) {
  const { startServer, workbenchUrl } = await import('./codeServer.mjs');
  const server = await startServer(installHost('floor'), { port: PORT });
  const url = workbenchUrl(server, workspace, opened(workspace));
  console.log(`\nVS Code with Newsmark and the sample workspace is open at\n\n  ${url}\n\nCtrl+C ends it.`);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });
  await server.stop();
  rmSync(workspace, { recursive: true, force: true });
}

/** Figures and bylines of the sample page, as the command line finds them. */
function quotesOfSample() {
  const json = runQuietly(process.execPath, ['dist/cli.js', 'analyze', `media/samples/${SAMPLE}`, '--json']);
  const { figures, bylines } = JSON.parse(json);
  const text = readFileSync(join(root, 'media/samples', SAMPLE), 'utf8').replace(/\r\n?/g, '\n');
  return [...figures, ...bylines].map(({ start, end }) => text.slice(start, end));
}

async function checkHighlights() {
  installChromium();
  const { startServer, workbenchUrl } = await import('./codeServer.mjs');
  const { openBrowser } = await import('./browser.mjs');
  const { seeHighlights } = await import('./highlights.mjs');
  const screenshot = join(root, 'out/screenshots/start.png');
  mkdirSync(join(root, 'out/screenshots'), { recursive: true });
  const workspace = sampleWorkspace();
  const server = await startServer(installHost('floor'));
  const browser = await openBrowser();
  try {
    await browser.page.goto(workbenchUrl(server, workspace, opened(workspace)));
    const { inView, missing } = await seeHighlights(browser.page, quotesOfSample());
    if (inView.length === 0) throw new Error('no figure or byline is in view');
    if (missing.length > 0) throw new Error(`not highlighted: ${missing.join(', ')}`);
    console.log(`\nThe page is highlighted in VS Code: all ${inView.length} figures and bylines in view.`);
    return 0;
  } catch (error) {
    console.error(`\nThe page is not highlighted in VS Code: ${error.message}`);
    return 1;
  } finally {
    await browser.page.screenshot({ path: screenshot }).then(
      () => console.log(`Screenshot: ${screenshot}`),
      (error) => console.error(`No screenshot: ${error.message}`),
    );
    await browser.close();
    await server.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
