import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { defaultScheme, parseExportWish, parseScheme } from '../newsmark';
import type { ExportWish, FileError, Scheme } from '../newsmark';
import { CliError } from './io';
import type { Say } from './messages';
import { readBytes } from './readPageFile';
import { refusal } from './refusal';

const SCHEME_FILE = 'newsmark.scheme.json';
const EXPORT_FILE = 'newsmark.export.json';

export async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}

/** The scheme file of the nearest folder at or above a file, or the built-in scheme. @throws CliError */
export async function nearestScheme(file: string, say: Say): Promise<Scheme> {
  const path = await nearest(file, SCHEME_FILE);
  if (!path) return defaultScheme;
  return taken(path, parseScheme(await textOf(path, say)), say).scheme;
}

/** What the export file of the nearest folder at or above a file asks for. @throws CliError */
export async function nearestExportWish(file: string, say: Say): Promise<ExportWish | undefined> {
  const path = await nearest(file, EXPORT_FILE);
  return path === undefined ? undefined : readExportWish(path, say);
}

/** What an export file asks for. @throws CliError */
export async function readExportWish(path: string, say: Say): Promise<ExportWish> {
  return taken(path, parseExportWish(await textOf(path, say)), say).wish;
}

async function nearest(file: string, name: string): Promise<string | undefined> {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const path = join(folder, name);
    if (await isFile(path)) return path;
    if (folder === dirname(folder)) return undefined;
  }
}

async function textOf(path: string, say: Say): Promise<string> {
  return new TextDecoder().decode(await readBytes(path, say));
}

function taken<T extends object>(
  path: string,
  parsed: ({ readonly ok: true } & T) | { readonly ok: false; readonly error: FileError },
  say: Say,
): T {
  if (parsed.ok) return parsed;
  throw new CliError(refusal(path, parsed.error, say));
}
