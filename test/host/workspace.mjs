// Workspaces for tests and trials: copies, so that the repository stays clean.
import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';

/** A copy of the sample workspace; with real newspaper pages in `pages/` where they stand beside the repository. */
export function sampleWorkspace({ pages = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'newsmark-workspace-'));
  cpSync(join(root, 'media/samples'), folder, { recursive: true });
  const real = join(root, '../shared/pages');
  if (pages && existsSync(real)) {
    mkdirSync(join(folder, 'pages'));
    cpSync(real, join(folder, 'pages'), { recursive: true });
  }
  return folder;
}
