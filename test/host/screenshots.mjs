// Makes the pictures of the README anew, out of what the e2e tests leave: `node test/host/screenshots.mjs`.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';
import { run } from './sh.mjs';

const PICTURES = ['page.png', 'hover.png'];

process.chdir(root);
run(process.execPath, ['test/host/test.mjs', 'e2e']);
mkdirSync('media/screenshots', { recursive: true });
for (const picture of PICTURES) copyFileSync(join('out/screenshots', picture), join('media/screenshots', picture));
console.log(`media/screenshots: ${PICTURES.join(', ')}`);
