import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['test/golden', 'media/samples'];

/**
 * Newspaper text of so many bytes of UTF-8: the golden and the sample pages one after the other. Every copy has other
 * digits, so that nobody wins by remembering. `root` is the repository.
 */
export function textOf(bytes: number, root = '.'): string {
  const pages = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
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
