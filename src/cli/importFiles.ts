import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ImportError, zipFiles } from '../newsmark';
import type { ImportFiles } from '../newsmark';
import { CliError } from './io';
import type { Say } from './messages';
import { readBytes } from './readPageFile';

/** More than this is not read into memory at once; formats of lines have no limit but that of a line. Bytes. */
const MAX_WHOLE = 256_000_000;
/** A document with its labels is far shorter: what is longer is no file of lines. Bytes. */
const MAX_LINE = 64_000_000;
const LF = 10;
const CR = 13;
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
        yield* decoded(bytes, name, say).split(/\r?\n/);
        return;
      }
      yield* linesOf(onDisk.get(name) ?? name, name, say);
    },
    async *chunks(name) {
      const bytes = inZip.get(name);
      if (bytes) {
        yield decoded(bytes, name, say);
        return;
      }
      yield* chunksOf(onDisk.get(name) ?? name, name, say);
    },
    async text(name) {
      const bytes = inZip.get(name);
      if (bytes) return decoded(bytes, name, say);
      const file = onDisk.get(name) ?? name;
      const { size } = await stat(file);
      if (size > MAX_WHOLE) {
        const [is, most] = [Math.round(size / MEGABYTE), MAX_WHOLE / MEGABYTE];
        throw new ImportError(say('importTooLarge', is, most), { file: name });
      }
      return decoded(await readFile(file), name, say);
    },
  };
}

/** The lines of a file; each is checked to be UTF-8, whatever its length. @throws ImportError */
async function* linesOf(file: string, name: string, say: Say): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  let length = 0;
  let number = 1;
  const line = (last: Buffer): string => {
    const whole = begun.length === 0 ? last : Buffer.concat([...begun, last]);
    begun = [];
    length = 0;
    return decoded(whole.at(-1) === CR ? whole.subarray(0, -1) : whole, name, say, number++);
  };
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Buffer;
    let from = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
      yield line(bytes.subarray(from, end));
      from = end + 1;
    }
    if (from === bytes.length) continue;
    begun.push(bytes.subarray(from));
    length += bytes.length - from;
    if (length > MAX_LINE) {
      throw new ImportError(say('importLineTooLong', MAX_LINE / MEGABYTE), { file: name, line: number });
    }
  }
  if (length > 0) yield line(Buffer.alloc(0));
}

/** The text of a file in pieces. @throws ImportError where it is no UTF-8 */
async function* chunksOf(file: string, name: string, say: Say): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new ImportError(say('importNotUtf8'), { file: name });
    }
  };
  for await (const bytes of createReadStream(file)) yield decode(bytes as Uint8Array);
  yield decode();
}

function decoded(bytes: Uint8Array, file: string, say: Say, line?: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError(say('importNotUtf8'), { file, line });
  }
}

async function below(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
