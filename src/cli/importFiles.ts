import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { ImportError, zipFiles } from '../newsmark';
import type { ImportFiles } from '../newsmark';
import { CliError } from './io';
import type { Say } from './messages';
import { readBytes } from './readPageFile';

/** More than this is not read into memory at once; formats of lines have no limit. */
const MAX_WHOLE = 256_000_000;
const MEGABYTE = 1_000_000;

/** Files to import, named one by one, by their folder or in a zip. @throws CliError */
export async function openImportFiles(paths: readonly string[], say: Say): Promise<ImportFiles> {
  const onDisk = new Map<string, string>();
  const inZip = new Map<string, Uint8Array>();
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (!info) throw new CliError(say('notFound', path));
    if (info.isDirectory()) {
      for (const file of await below(path)) onDisk.set(relative(path, file).split(sep).join('/'), file);
    } else if (path.toLowerCase().endsWith('.zip')) {
      for (const [name, bytes] of zipFiles(path, await readBytes(path, say))) inZip.set(name, bytes);
    } else onDisk.set(path.split(sep).join('/'), path);
  }
  const names = [...onDisk.keys(), ...inZip.keys()].sort();
  return {
    paths: names,
    async *lines(name) {
      const bytes = inZip.get(name);
      if (bytes) {
        yield* decoded(bytes, name).split(/\r?\n/);
        return;
      }
      yield* linesOf(onDisk.get(name) ?? name, name);
    },
    async *chunks(name) {
      const bytes = inZip.get(name);
      if (bytes) {
        yield decoded(bytes, name);
        return;
      }
      yield* chunksOf(onDisk.get(name) ?? name, name);
    },
    async text(name) {
      const bytes = inZip.get(name);
      if (bytes) return decoded(bytes, name);
      const file = onDisk.get(name) ?? name;
      const { size } = await stat(file);
      if (size > MAX_WHOLE) {
        const [is, most] = [Math.round(size / MEGABYTE), MAX_WHOLE / MEGABYTE];
        throw new ImportError(say('importTooLarge', is, most), { file: name });
      }
      return decoded(await readFile(file), name);
    },
  };
}

/** The lines of a file; each is checked to be UTF-8, whatever its length. @throws ImportError */
async function* linesOf(file: string, name: string): AsyncGenerator<string> {
  // Latin-1 keeps every byte as one character: what is no UTF-8 is found line by line.
  const lines = createInterface({ input: createReadStream(file, 'latin1'), crlfDelay: Infinity });
  let number = 0;
  for await (const line of lines) yield decoded(Buffer.from(line, 'latin1'), name, ++number);
}

/** The text of a file in pieces. @throws ImportError where it is no UTF-8 */
async function* chunksOf(file: string, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new ImportError('not UTF-8', { file: name });
    }
  };
  for await (const bytes of createReadStream(file)) yield decode(bytes as Uint8Array);
  yield decode();
}

function decoded(bytes: Uint8Array, file: string, line?: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError('not UTF-8', { file, line });
  }
}

async function below(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
