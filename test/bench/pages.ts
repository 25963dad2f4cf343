import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDERS = ['test/golden', 'media/samples'];

/**
 * Newspaper text of so many bytes of UTF-8: the pages of some folders one after the other, the golden and the sample
 * pages where none are given. Every copy has other digits, so that nobody wins by remembering. `root` is the repository.
 */
export function textOf(bytes: number, root = '.', folders: readonly string[] = FOLDERS): string {
  const pages = folders.flatMap((folder) =>
    readdirSync(resolve(root, folder))
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => readFileSync(resolve(root, folder, name), 'utf8')),
  );
  if (pages.length === 0) throw new Error(`No pages (*.txt) in ${folders.join(', ')}.`);
  const parts: string[] = [];
  for (let copy = 0, size = 0; size < bytes; copy++) {
    const turn = Math.floor(copy / pages.length);
    const part = pages[copy % pages.length]!.replace(/[1-9]/g, (digit) => String(((Number(digit) + turn) % 9) + 1));
    parts.push(part);
    size += Buffer.byteLength(part) + 1;
  }
  const whole = Buffer.from(parts.join('\n')).subarray(0, bytes).toString();
  return whole.replace(/\uFFFD+$/, '');
}
