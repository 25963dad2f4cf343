import { readdir, stat } from 'node:fs/promises';
import { join, normalize, relative, sep } from 'node:path';
import { parseSidecar } from '../newsmark';
import type { PageSource } from '../newsmark';
import { CliError, type Io } from './io';
import type { Say } from './messages';
import { readBytes, readPageFile } from './readPageFile';
import { refusal } from './refusal';

const SUFFIX = '.newsmark.json';
const SKIPPED_FOLDERS = new Set(['node_modules', '.git']);

/** Sidecars named by pages, sidecars or folders (with everything below them); sorted. @throws CliError */
export async function findSidecars(paths: readonly string[], say: Say): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (!info) throw new CliError(say('notFound', path));
    if (info.isDirectory()) {
      for (const file of await below(path, say)) found.add(file);
      continue;
    }
    const sidecar = path.endsWith(SUFFIX) ? path : path + SUFFIX;
    if (!(await stat(sidecar).catch(() => undefined))) throw new CliError(say('noPages', path));
    found.add(normalize(sidecar));
  }
  const sidecars = [...found].sort();
  if (sidecars.length === 0) throw new CliError(say('noPages', paths.join(', ')));
  return sidecars;
}

async function below(folder: string, say: Say): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new CliError(say('unreadable', folder, (error as NodeJS.ErrnoException).code ?? String(error)));
  });
  const nested = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? Promise.resolve([]) : below(path, say);
      return Promise.resolve(entry.name.endsWith(SUFFIX) ? [path] : []);
    }),
  );
  return nested.flat();
}

/** A sidecar with its page. @throws CliError that says what is wrong with either; both files stay as they are. */
export async function readAnnotated(sidecarFile: string, io: Io, say: Say): Promise<PageSource> {
  const text = new TextDecoder().decode(await readBytes(sidecarFile, say));
  const parsed = parseSidecar(text);
  if (!parsed.ok) throw new CliError(refusal(sidecarFile, parsed.error, say));
  const pageFile = sidecarFile.slice(0, -SUFFIX.length);
  if (!(await stat(pageFile).catch(() => undefined))) throw new CliError(say('pageMissing', sidecarFile));
  const { page } = await readPageFile(pageFile, io, say, { likely: decoderName(parsed.sidecar.page.encoding) });
  const source = relative('.', pageFile).split(sep).join('/');
  return { source: source.startsWith('..') ? pageFile.split(sep).join('/') : source, page, sidecar: parsed.sidecar };
}

/** VS Code's names of encodings in the words of the decoder; undefined for those it does not know. */
function decoderName(encoding: string): string | undefined {
  if (encoding === 'utf8' || encoding === 'utf8bom') return 'utf-8';
  const name = encoding === 'big5hkscs' ? 'big5' : encoding;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
