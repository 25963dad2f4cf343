import { analyze } from '../analysis';
import { anchor } from '../annotations/anchoring';
import type { Sidecar } from '../annotations/model';
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
  const layers = new Set(options.layers ?? EXPORTED_LAYERS);
  const results = sources.map((source) => ({ source, ...writeOne(source, format, layers) }));
  const report = {
    written: results.reduce((sum, result) => sum + result.written, 0),
    skipped: results.flatMap((result) => result.skipped),
  };
  if (format.files === 'all') {
    const text = results.map((result) => result.text).join('');
    return { files: [{ path: `newsmark${format.extension}`, text }], report };
  }
  const names = fileNames(sources.map((source) => source.source));
  const files = results.map((result, index) => ({ path: names[index]! + format.extension, text: result.text }));
  return { files, report };
}

function writeOne(source: PageSource, format: Format, layers: ReadonlySet<string>): Written {
  const { page, sidecar } = source;
  const { annotations, orphans } = anchor(sidecar, page);
  const wanted = (a: { readonly layer: string; readonly state: string }): boolean =>
    layers.has(a.layer) && a.state !== 'rejected';
  const document: ExportDocument = {
    source: source.source,
    page,
    analysis: analyze(page),
    annotations: annotations.filter(wanted),
  };
  const result = format.write(document);
  const lost = orphans.filter(({ annotation }) => wanted(annotation));
  return { ...result, skipped: [...result.skipped, ...lost.map((o) => skip(document, o.annotation, 'no-place'))] };
}

/** Flat file names without the ending .txt; pages of the same name in different folders keep their folders in it. */
function fileNames(sources: readonly string[]): readonly string[] {
  const short = sources.map((source) => stem(source.slice(source.lastIndexOf('/') + 1)));
  return sources.map((source, index) =>
    short.filter((name) => name === short[index]).length === 1 ? short[index]! : stem(source).replace(/[\\/:]+/g, '__'),
  );
}

function stem(name: string): string {
  return name.replace(/\.(txt|md)$/i, '');
}
