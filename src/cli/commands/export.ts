import { EXPORTED_LAYERS, exportPages, FORMATS } from '../../newsmark';
import type { PageSource, SkipCode } from '../../newsmark';
import { findSidecars, readAnnotated } from '../annotatedPages';
import { CliError, Exit, type Io } from '../io';
import { type MessageKey, oneLine, type Say } from '../messages';
import { writeFiles } from '../writeFiles';

export interface ExportCommandOptions {
  readonly format: string;
  readonly out: string;
  readonly layers?: string;
  readonly rejected?: boolean;
}

const REASONS: Readonly<Record<SkipCode, MessageKey>> = {
  'no-place': 'skipNoPlace',
  overlap: 'skipOverlap',
  empty: 'skipEmpty',
  label: 'skipLabel',
  'quote-differs': 'skipQuoteDiffers',
};

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
  assertLayers(layers ?? [], sources, say);
  const { files, report } = exportPages(sources, {
    format: options.format,
    includeRejected: options.rejected === true,
    ...(layers && { layers }),
  });
  await writeFiles(options.out, files, say);
  for (const { source, line, code, label, quote } of report.skipped) {
    io.err(`${say('skipped', source, line, label, oneLine(quote), say(REASONS[code]))}\n`);
  }
  io.out(`${say('exported', report.written, options.out, files.length, report.skipped.length)}\n`);
  if (failed) return Exit.error;
  return report.skipped.length > 0 ? Exit.findings : Exit.clean;
}

/** A misspelt layer would write nothing without a word. @throws CliError */
function assertLayers(wanted: readonly string[], sources: readonly PageSource[], say: Say): void {
  const known = new Set<string>(EXPORTED_LAYERS);
  for (const { sidecar } of sources) for (const { layer } of sidecar.annotations) known.add(layer);
  for (const layer of wanted) {
    if (!known.has(layer)) throw new CliError(say('unknownLayer', layer, [...known].join(', ')));
  }
}
