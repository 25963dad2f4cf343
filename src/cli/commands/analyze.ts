import { basename, extname } from 'node:path';
import { analyze, toJson } from '../../newsmark';
import { CliError, Exit, type Io } from '../io';
import type { Say } from '../messages';
import { type PageFile, readPageFile } from '../readPageFile';
import { writeFiles } from '../writeFiles';
import { summarize } from './summary';

export interface AnalyzeOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly encoding?: string;
}

/** `analyze FILES… [--json] [--out DIR]`. A file that cannot be read does not keep the others from being analysed. */
export async function runAnalyze(files: readonly string[], options: AnalyzeOptions, io: Io, say: Say): Promise<Exit> {
  if (options.out !== undefined) assertDistinct(files, say);
  let failed = false;
  for (const file of files) {
    let page: PageFile;
    try {
      page = await readPageFile(file, io, say, { forced: options.encoding });
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      io.err(`${error.message}\n`);
      failed = true;
      continue;
    }
    if (page.page.text.trim() === '') io.err(`${say('empty', file)}\n`);
    const analysis = analyze(page.page);
    const source = file === '-' ? 'stdin' : basename(file);
    const json = (): string => `${JSON.stringify(toJson(analysis, source), null, options.out === undefined ? 0 : 1)}\n`;
    if (options.out !== undefined) await writeFiles(options.out, [{ path: `${stem(file)}.json`, text: json() }], say);
    else io.out(options.json ? json() : summarize(file, page.page, analysis, say));
  }
  return failed ? Exit.error : Exit.clean;
}

function assertDistinct(files: readonly string[], say: Say): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const name = stem(file);
    const other = seen.get(name);
    if (other !== undefined) throw new CliError(say('sameStem', other, file, `${name}.json`));
    seen.set(name, file);
  }
}

function stem(file: string): string {
  return file === '-' ? 'stdin' : basename(file, extname(file));
}
