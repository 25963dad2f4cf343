import { analyze } from '../analysis';
import { anchor } from '../annotations/anchoring';
import type { Annotation, Sidecar } from '../annotations/model';
import type { PageText } from '../page/text';
import { conll } from './conll';
import { jsonl } from './jsonl';
import { EXPORTED_LAYERS, type ExportDocument, type Format, skip, type Skipped, type Written } from './model';

const formats: readonly Format[] = [conll, jsonl];

/** The ids of all formats. */
export const FORMATS: readonly string[] = formats.map((format) => format.id);

/** An annotated page as it was read. */
export interface PageSource {
  /** The page's path in its workspace, with `/`. */
  readonly source: string;
  readonly page: PageText;
  readonly sidecar: Sidecar;
}

export interface ExportOptions {
  readonly format: string;
  /** Layers to write; all that Newsmark knows where not given. */
  readonly layers?: readonly string[];
  /** Rejected suggestions too, in formats that keep the state of an annotation. */
  readonly includeRejected?: boolean;
}

export interface ExportReport {
  readonly written: number;
  readonly skipped: readonly Skipped[];
}

export interface Exported {
  /** Paths relative to the target folder, with `/`; no two are the same. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly report: ExportReport;
}

/**
 * Writes annotated pages in a format. Pure: files come back as values. Rejected suggestions are no labels; annotations
 * without a certain place and what the format cannot hold are in the report.
 * @throws RangeError for a format that does not exist.
 */
export function exportPages(sources: readonly PageSource[], options: ExportOptions): Exported {
  const format = formats.find((f) => f.id === options.format);
  if (!format) throw new RangeError(`no format ${options.format}; there are ${FORMATS.join(', ')}`);
  const layers = new Set<string>(options.layers ?? EXPORTED_LAYERS);
  const rejected = options.includeRejected === true && format.keepsState;
  const wanted = ({ layer, state }: Annotation): boolean => layers.has(layer) && (rejected || state !== 'rejected');
  const results = sources.map((source) => writeOne(source, format, wanted));
  const report = {
    written: results.reduce((sum, result) => sum + result.written, 0),
    skipped: results.flatMap((result) => result.skipped),
  };
  if (format.files === 'all') {
    const text = results.map((result) => result.text).join('');
    return { files: [{ path: `newsmark${format.extension}`, text }], report };
  }
  const names = fileNames(
    sources.map((source) => source.source),
    format.extension,
  );
  const files = results.map((result, index) => ({ path: names[index]!, text: result.text }));
  return { files, report };
}

function writeOne(source: PageSource, format: Format, wanted: (annotation: Annotation) => boolean): Written {
  const { page, sidecar } = source;
  const { annotations, orphans } = anchor(sidecar, page);
  const document: ExportDocument = {
    source: source.source,
    page,
    analysis: analyze(page, annotations),
    annotations: annotations.filter(wanted),
  };
  const result = format.write(document);
  const lost = orphans.filter(({ annotation }) => wanted(annotation));
  return { ...result, skipped: [...result.skipped, ...lost.map((o) => skip(document, o.annotation, 'no-place'))] };
}

/**
 * Flat file names: the page's name without .txt; where another page has the same, the whole path; where even that is
 * the same, numbered. Names that differ in case only are the same on some disks.
 */
function fileNames(sources: readonly string[], extension: string): readonly string[] {
  const short = sources.map((source) => stem(source.slice(source.lastIndexOf('/') + 1)));
  const count = new Map<string, number>();
  for (const name of short) count.set(name.toLowerCase(), (count.get(name.toLowerCase()) ?? 0) + 1);
  const taken = new Set<string>();
  return sources.map((source, index) => {
    const name = short[index]!;
    const base =
      count.get(name.toLowerCase()) === 1
        ? name
        : stem(source)
            .replace(/^\/+/, '')
            .replace(/[\\/:]+/g, '__');
    let free = base;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${base}-${n}`;
    taken.add(free.toLowerCase());
    return free + extension;
  });
}

function stem(name: string): string {
  return name.replace(/\.(txt|md)$/i, '');
}
