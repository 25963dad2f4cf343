import { join } from 'node:path';
import { importDocuments, ImportError, isRemark, readers } from '../../newsmark';
import type { ImportProblem, ImportProblemCode, Reader } from '../../newsmark';
import { openImportFiles } from '../importFiles';
import { CliError, Exit, type Io } from '../io';
import { type MessageKey, oneLine, type Say } from '../messages';
import { nearestScheme } from '../nearest';
import { PageStore } from '../pageStore';

export interface ImportCommandOptions {
  readonly format: string;
  readonly pages: string;
  readonly author?: string;
  readonly partial?: boolean;
}

const PROBLEMS: Readonly<Record<ImportProblemCode, MessageKey>> = {
  malformed: 'importMalformed',
  'duplicate-id': 'importDuplicateId',
  'outside-text': 'importOutsideText',
  'quote-differs': 'importQuoteDiffers',
  'no-page': 'importNoPage',
  'unknown-label': 'importUnknownLabel',
  'broken-relation': 'importBrokenRelation',
  'no-place': 'importNoPlace',
  unsupported: 'importUnsupported',
};

/** Problems that are told with their words; of the others only the number. */
const MAX_TOLD = 1000;

/**
 * `import FILES|DIRS|ZIP… --format F --pages DIR`. Where anything is wrong nothing is imported, unless `--partial` asks
 * for what is right. Sidecars get their names when all of them are whole.
 */
export async function runImport(
  paths: readonly string[],
  options: ImportCommandOptions,
  io: Io,
  say: Say,
): Promise<Exit> {
  const reader = readers.find(({ id }) => id === options.format);
  if (!reader) {
    throw new CliError(say('unknownFormat', options.format, readers.map(({ id }) => id).join(', ')));
  }
  const wrong = await importOnce(reader, paths, options, io, say, options.partial === true);
  if (wrong === 0) {
    if (options.partial !== true) await importOnce(reader, paths, options, io, say, true);
    return Exit.clean;
  }
  if (options.partial === true) return Exit.findings;
  io.err(`${say('importNothing')}\n`);
  return Exit.error;
}

/** Reads everything once, and writes it where that is wanted. Gives the number of spans and records that are wrong. */
async function importOnce(
  reader: Reader,
  paths: readonly string[],
  { pages, author }: ImportCommandOptions,
  io: Io,
  say: Say,
  write: boolean,
): Promise<number> {
  const store = await PageStore.of(pages, io, say);
  const scheme = await nearestScheme(join(pages, 'page'), say);
  let problems = 0;
  let wrong = 0;
  let documents = 0;
  let taken = 0;
  let known = 0;
  const problem = (one: ImportProblem): void => {
    if (!isRemark(one.code)) wrong++;
    if (++problems <= MAX_TOLD) io.err(`${tell(one, say)}\n`);
  };
  try {
    const files = await openImportFiles(paths, say);
    const context = { scheme, author, time: new Date().toISOString(), problem };
    for await (const imported of importDocuments(reader, files, store, context)) {
      if (io.signal?.aborted) throw new CliError(say('cancelled', pages));
      documents++;
      known += imported.known;
      taken += imported.edits.length;
      if (write) store.edit(imported.edits);
    }
    if (documents === 0 && problems === 0) {
      throw new CliError(say('importNothingFound', paths.join(', '), reader.id));
    }
    if (problems > MAX_TOLD) io.err(`${say('moreLosses', problems - MAX_TOLD)}\n`);
    if (write) io.out(`${say('imported', taken, await store.finish(), known, problems)}\n`);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const { file, line } = error.place;
    throw new CliError(`${file}${line === undefined ? '' : `:${line}`}: ${error.message}`);
  } finally {
    await store.abandon();
  }
  return wrong;
}

function tell({ code, place, detail = '' }: ImportProblem, say: Say): string {
  return `${place.file}${place.line === undefined ? '' : `:${place.line}`}: ${say(PROBLEMS[code], oneLine(detail)).trimEnd()}`;
}
