import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { completeRequest, EXPORT_LAYERS, Exporter, exportRequestSchema, FORMATS, formats } from '../../newsmark';
import type { ExportReport, ExportWish, Loss, LossCode, PageSource } from '../../newsmark';
import { findSidecars, readAnnotated } from '../annotatedPages';
import { CliError, Exit, type Io } from '../io';
import { type MessageKey, oneLine, type Say } from '../messages';
import { nearestExportWish, nearestScheme, readExportWish } from '../nearest';
import { OutputFolder } from '../outputFolder';

export interface ExportCommandOptions {
  readonly out: string;
  readonly format?: string;
  readonly layers?: string;
  readonly states?: string;
  readonly per?: string;
  readonly text?: string;
  readonly script?: string;
  readonly split?: string;
  readonly seed?: string;
  readonly tags?: string;
  readonly sequence?: string;
  readonly offsetUnit?: string;
  readonly config?: string;
}

const REASONS: Readonly<Record<LossCode, MessageKey>> = {
  'no-place': 'lostNoPlace',
  'quote-differs': 'lostQuoteDiffers',
  outside: 'lostOutside',
  torn: 'lostTorn',
  overlap: 'lostOverlap',
  empty: 'lostEmpty',
  label: 'lostLabel',
  layer: 'lostLayer',
  state: 'lostState',
  relation: 'lostRelation',
  attribute: 'lostAttribute',
  note: 'lostNote',
  character: 'lostCharacter',
};

/**
 * `export FILES|DIRS… --format F --out DIR`. Pages that cannot be read are named; the others are exported. Files get
 * their names when all of them are whole.
 */
export async function runExport(
  paths: readonly string[],
  options: ExportCommandOptions,
  io: Io,
  say: Say,
): Promise<Exit> {
  const sidecars = await findSidecars(paths, say);
  const wish = await wishOf(options, sidecars[0]!, say);
  const format = formats.find(({ id }) => id === wish.format);
  if (!format) throw new CliError(say('unknownFormat', wish.format, FORMATS.join(', ')));
  const exporter = new Exporter(format, completeRequest(wish, format.defaults), await nearestScheme(sidecars[0]!, say));
  const folder = new OutputFolder(options.out, say);
  const layers = new Set<string>(EXPORT_LAYERS);
  const places = new Map<string, string>();
  let failed = false;
  try {
    for (const sidecar of sidecars) {
      if (io.signal?.aborted) throw new CliError(say('cancelled', options.out));
      const source = await readOrName(sidecar, io, say);
      if (!source) {
        failed = true;
        continue;
      }
      for (const { layer } of source.sidecar.annotations) layers.add(layer);
      const name = nameOf(source.source, paths);
      places.set(name, source.source);
      await folder.write(exporter.add({ ...source, source: name }));
    }
    // A misspelt layer would write nothing without a word.
    const unknown = wish.layers?.find((layer) => !layers.has(layer));
    if (unknown !== undefined) throw new CliError(say('unknownLayer', unknown, [...layers].join(', ')));
    await folder.write(exporter.close());
    await folder.finish();
  } finally {
    await folder.abandon();
  }
  tell(exporter.report, places, options.out, folder.size, io, say);
  if (failed) return Exit.error;
  return exporter.report.codes.size > 0 ? Exit.findings : Exit.clean;
}

/** What the export calls a page: its path from here, or from the folder that was named where that is elsewhere. */
function nameOf(source: string, paths: readonly string[]): string {
  if (!isAbsolute(source)) return source;
  const names = paths.map((path) => relative(resolve(path), source).split(sep).join('/'));
  return names.find((name) => name !== '' && !name.startsWith('..') && !isAbsolute(name)) ?? basename(source);
}

async function readOrName(sidecar: string, io: Io, say: Say): Promise<PageSource | undefined> {
  try {
    return await readAnnotated(sidecar, io, say);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    io.err(`${error.message}\n`);
    return undefined;
  }
}

/** The export file of the folder, and what the options say otherwise. @throws CliError */
async function wishOf(options: ExportCommandOptions, sidecar: string, say: Say): Promise<ExportWish> {
  const { config, out: _, layers, states, split, seed, ...plain } = options;
  const file =
    config === undefined ? await nearestExportWish(sidecar, say) : await readExportWish(resolve(config), say);
  const shares = split === undefined ? file?.split : sharesOf(split, say);
  const wish = {
    ...file,
    ...plain,
    formatVersion: 1,
    ...(layers !== undefined && { layers: listOf(layers) }),
    ...(states !== undefined && { states: listOf(states) }),
    ...(shares && { split: { ...shares, ...(seed !== undefined && { seed: Number(seed) }) } }),
  };
  if (!('format' in wish)) throw new CliError(say('usage', say('missing', '--format <name>')));
  const checked = exportRequestSchema.safeParse(wish);
  if (checked.success) return checked.data;
  const { path, message } = checked.error.issues[0]!;
  throw new CliError(say('wrongOption', path.join('.'), message));
}

function listOf(names: string): readonly string[] {
  return names.split(',').map((name) => name.trim());
}

/** `8:1:1`, or `8:2` without a development set. */
function sharesOf(split: string, say: Say): { train: number; dev: number; test: number } {
  const shares = split.split(':').map(Number);
  if (shares.length < 2 || shares.length > 3 || !shares.every((share) => share >= 0)) {
    throw new CliError(say('wrongSplit', split));
  }
  const [train = 0, ...rest] = shares;
  return { train, dev: rest.length === 2 ? rest[0]! : 0, test: rest.at(-1)! };
}

function tell(
  report: ExportReport,
  places: ReadonlyMap<string, string>,
  out: string,
  files: number,
  io: Io,
  say: Say,
): void {
  for (const loss of report.losses) {
    io.err(`${lossLine({ ...loss, source: places.get(loss.source) ?? loss.source }, say)}\n`);
  }
  if (report.unlisted > 0) io.err(`${say('moreLosses', report.unlisted)}\n`);
  for (const { layer, label, count } of report.labels) io.out(`${String(count).padStart(8)}  ${layer} ${label}\n`);
  for (const { set, documents } of report.sets) io.out(`${String(documents).padStart(8)}  ${set}\n`);
  io.out(`${say('exported', report.written, out, files, report.lost)}\n`);
}

function lossLine({ source, line, label, quote, code, part, detail }: Loss, say: Say): string {
  const why = say(REASONS[code], detail ?? '');
  return say(part ? 'lostPart' : 'lostSpan', source, line, label, oneLine(quote), why);
}
