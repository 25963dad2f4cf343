// Starts and stops a VS Code server on this machine.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discard } from './sh.mjs';

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'workbench.tips.enabled': false,
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
};

/** A cold start on a slow machine takes seconds; half a minute means that it will not come. */
const START_TRIES = 300;
const START_PAUSE_MS = 100;

/** The wanted port where it is free, else any free one. */
async function freePort(wanted = 0) {
  const server = createServer();
  const listen = (port) =>
    new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  await listen(wanted).catch(() => listen(0));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Folders of a server: user data, server data, installed extensions. All below one temporary folder. */
export function serverFolders() {
  const base = mkdtempSync(join(tmpdir(), 'newsmark-vscode-'));
  const folders = { base, user: join(base, 'user'), data: join(base, 'data'), extensions: join(base, 'extensions') };
  mkdirSync(join(folders.data, 'data/Machine'), { recursive: true });
  mkdirSync(folders.extensions, { recursive: true });
  return folders;
}

export function serverArguments(host, folders) {
  return [
    join(host.server, 'out/server-main.js'),
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--disable-workspace-trust',
    '--user-data-dir',
    folders.user,
    '--server-data-dir',
    folders.data,
    '--extensions-dir',
    folders.extensions,
  ];
}

/** A running server: its address, its folders, `stop()`. `port` is a wish. `stop()` removes the folders. */
export async function startServer(host, { folders = serverFolders(), settings = {}, port } = {}) {
  writeFileSync(join(folders.data, 'data/Machine/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  const listen = await freePort(port);
  const args = [
    ...serverArguments(host, folders),
    '--host',
    '127.0.0.1',
    '--port',
    String(listen),
    '--without-connection-token',
    '--enable-smoke-test-driver',
  ];
  const child = spawn(host.node, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  const keep = (chunk) => {
    log = (log + chunk).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const address = `127.0.0.1:${listen}`;
  // A launcher that dies takes its server with it.
  const killServer = () => child.kill('SIGKILL');
  process.once('exit', killServer);
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > START_TRIES)
      throw new Error(`VS Code server (${host.name}) did not start:\n${log}`);
    const answer = await fetch(`http://${address}/version`).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, START_PAUSE_MS));
  }
  return {
    address,
    folders,
    get log() {
      return log;
    },
    async stop() {
      process.off('exit', killServer);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3000))]);
      if (child.exitCode === null) child.kill('SIGKILL');
      discard(folders.base);
    },
  };
}

/** The URL of a workspace on a server; `payload` as VS Code's web workbench takes it. */
export function workbenchUrl(server, workspace, payload = {}) {
  const remote = (path) => `vscode-remote://${server.address}${path}`;
  const entries = Object.entries(payload).map(([key, path]) => [key, path === '' ? '' : remote(path)]);
  const query = new URLSearchParams({ folder: workspace });
  if (entries.length > 0) query.set('payload', JSON.stringify([...entries, ['enableProposedApi', '']]));
  return `http://${server.address}/?${query.toString().replaceAll('+', '%20')}`;
}
