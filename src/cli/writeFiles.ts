import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from './io';
import type { Say } from './messages';

/** Writes files into a folder, which is made where it is missing. @throws CliError */
export async function writeFiles(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
  say: Say,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const file of files) await writeFile(join(folder, file.path), file.text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(say('cannotWrite', folder, code ?? String(error)));
  }
}
