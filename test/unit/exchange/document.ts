import type { Document, Mark } from '../../../src/exchange/document';
import type { Loss, WriterContext, Format, Output } from '../../../src/exchange/format';
import { completeRequest, type ExportWish } from '../../../src/exchange/request';
import type { ImportFiles, ImportProblem, ReadDocument, Reader } from '../../../src/exchange/reading';
import { defaultScheme } from '../../../src/newsmark';

export type MarkWish = readonly [quote: string, label: string, more?: Partial<Mark> & { readonly nth?: number }];

/** A document with marks on the first (or `nth`) place of their quotes; one paragraph a line. */
export function documentOf(text: string, wishes: readonly MarkWish[], more: Partial<Document> = {}): Document {
  const marks = wishes.map(([quote, label, { nth = 0, ...rest } = {}], index): Mark => {
    let start = text.indexOf(quote);
    for (let n = 0; n < nth; n++) start = text.indexOf(quote, start + 1);
    const span = { start, end: start + quote.length };
    return {
      id: `n${index + 1}`,
      layer: 'entity',
      label,
      quote,
      state: 'added',
      page: span,
      line: 1,
      ...span,
      ...rest,
    };
  });
  const paragraphs: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
    if (end > start) paragraphs.push({ start, end });
    start = end + 1;
  }
  return {
    id: 'pages/a.txt',
    name: 'pages/a',
    source: 'pages/a.txt',
    article: undefined,
    text,
    paragraphs,
    blocks: paragraphs.map((span) => ({ ...span, role: 'body', articleId: 'a1' })),
    marks: marks.sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)),
    ...more,
  };
}

export interface FormatResult {
  /** Contents by path, in the order the files were begun. */
  readonly files: Readonly<Record<string, string>>;
  readonly bytes: Readonly<Record<string, Uint8Array>>;
  readonly losses: readonly Loss[];
}

/** What a format writes of documents. */
export function write(format: Format, documents: readonly Document[], wish: Partial<ExportWish> = {}): FormatResult {
  const losses: Loss[] = [];
  const context: WriterContext = {
    name: 'newsmark',
    request: completeRequest({ formatVersion: 1, format: format.id, ...wish }, format.defaults),
    scheme: defaultScheme,
    lose: ({ source }, { id, layer, label, quote }, code, detail) =>
      losses.push({
        code,
        part: detail !== undefined || code === 'note' || code === 'state',
        source,
        id,
        layer,
        label,
        quote,
        line: 1,
        ...(detail !== undefined && { detail }),
      }),
  };
  const writer = format.open(context);
  const parts = new Map<string, Uint8Array[]>();
  const take = (outputs: readonly Output[]): void => {
    for (const { path, content } of outputs) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      parts.set(path, [...(parts.get(path) ?? []), bytes]);
    }
  };
  for (const document of documents) take(writer.add(document));
  take(writer.close());
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const bytes = Object.fromEntries([...parts].map(([path, list]) => [path, Buffer.concat(list)]));
  const files = Object.fromEntries(Object.entries(bytes).map(([path, all]) => [path, decoder.decode(all)]));
  return { files, bytes, losses };
}

/** Files of an import, by path. */
export function filesOf(contents: Readonly<Record<string, string>>): ImportFiles {
  return {
    paths: Object.keys(contents),
    lines: async function* (path) {
      const lines = contents[path]!.split(/\r?\n/);
      if (lines.at(-1) === '') lines.pop();
      for (const line of lines) yield await Promise.resolve(line);
    },
    chunks: async function* (path) {
      // Short pieces: every seam is tried.
      for (const piece of contents[path]!.match(/.{1,7}/gsu) ?? []) yield await Promise.resolve(piece);
    },
    text: (path) => Promise.resolve(contents[path]!),
  };
}

/** What a reader finds in files, and what it says about them. */
export async function readWith(
  reader: Reader,
  contents: Readonly<Record<string, string>>,
): Promise<{ readonly documents: readonly ReadDocument[]; readonly problems: readonly ImportProblem[] }> {
  const problems: ImportProblem[] = [];
  const documents: ReadDocument[] = [];
  for await (const one of reader.read(filesOf(contents), (problem) => problems.push(problem))) documents.push(one);
  return { documents, problems };
}
