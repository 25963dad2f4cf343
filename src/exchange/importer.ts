import { type ImportContext, importDocument, type Imported, type ImportTarget } from './importDocument';
import { PageIndex } from './pageIndex';
import type { ImportFiles, ImportProblem, ReadDocument, Reader } from './reading';

/** The pages that can take what is imported. */
export interface ImportPages {
  /** Their paths, with `/`. */
  readonly sources: readonly string[];
  /** The text of a page, for finding it by its words; undefined where it cannot be read. */
  text(source: string): Promise<string | undefined>;
  /** A page with everything that this import has done to it so far; undefined where it cannot be read. */
  target(source: string): Promise<ImportTarget | undefined>;
}

export interface ImportedPage extends Imported {
  readonly source: string;
}

/**
 * What the documents of some files do to pages, one document after the other: whoever asks for the next one has taken
 * the edits of the last. A document belongs to the page that it names, or else to the one with its words, and only
 * where the whole text is the page's (or an article's). Holds one document and one page at a time.
 * @throws ImportError where a file is not of the format
 */
export async function* importDocuments(
  reader: Reader,
  files: ImportFiles,
  pages: ImportPages,
  context: ImportContext,
): AsyncGenerator<ImportedPage> {
  const index = new PageIndex();
  for (const source of pages.sources) index.add(source);
  let byWords: Promise<PageIndex> | undefined;
  for await (const document of reader.read(files, context.problem)) {
    const named = await intoFirst(document, index.find(document), pages, context);
    if (named) {
      yield named;
      continue;
    }
    byWords ??= indexByWords(pages);
    const found = await intoFirst(document, (await byWords).find(document), pages, context);
    if (found) yield found;
    else context.problem({ code: 'no-page', place: document.place, detail: document.id });
  }
}

async function indexByWords(pages: ImportPages): Promise<PageIndex> {
  const index = new PageIndex();
  for (const source of pages.sources) index.add(source, await pages.text(source));
  return index;
}

/** What a document does to the first page whose text it has; problems with the spans are those of that page. */
async function intoFirst(
  document: ReadDocument,
  sources: readonly string[],
  pages: ImportPages,
  context: ImportContext,
): Promise<ImportedPage | undefined> {
  for (const source of sources) {
    const target = await pages.target(source);
    if (!target) continue;
    const problems: ImportProblem[] = [];
    const imported = importDocument(document, target, { ...context, problem: (problem) => problems.push(problem) });
    if (!imported) continue;
    problems.forEach(context.problem);
    return { source, ...imported };
  }
  return undefined;
}
