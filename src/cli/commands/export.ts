import { exportPages, FORMATS } from '../../newsmark';
import type { PageSource } from '../../newsmark';
import { findSidecars, readAnnotated } from '../annotatedPages';
import { CliError, Exit, type Io } from '../io';
import type { Say } from '../messages';
import { writeFiles } from '../writeFiles';

export interface ExportCommandOptions {
  readonly format: string;
  readonly out: string;
  readonly layers?: string;
}

/** `export FILES|DIRS… --format F --out DIR`. Pages that cannot be read are named; the others are exported. */
export async function runExport(
  paths: readonly string[],
  options: ExportCommandOptions,
  io: Io,
  say: Say,
): Promise<Exit> {
  if (!FORMATS.includes(options.format)) throw new CliError(say('unknownFormat', options.format, FORMATS.join(', ')));
  const sources: PageSource[] = [];
  let failed = false;
  for (const sidecar of await findSidecars(paths, say)) {
    try {
      sources.push(await readAnnotated(sidecar, io, say));
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      io.err(`${error.message}\n`);
      failed = true;
    }
  }
  const layers = options.layers?.split(',').map((layer) => layer.trim());
  const { files, report } = exportPages(sources, { format: options.format, ...(layers && { layers }) });
  await writeFiles(options.out, files, say);
  for (const { source, code, quote, start } of report.skipped) {
    io.err(`${say('skipped', source, code, quote.replace(/\s+/g, ' '), start)}\n`);
  }
  io.out(`${say('exported', report.written, options.out, files.length, report.skipped.length)}\n`);
  if (failed) return Exit.error;
  return report.skipped.length > 0 ? Exit.findings : Exit.clean;
}
