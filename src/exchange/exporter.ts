import { analyze } from '../analysis';
import { anchor } from '../annotations/anchoring';
import type { Sidecar } from '../annotations/model';
import type { Scheme } from '../annotations/scheme';
import type { PageText } from '../page/text';
import type { Document, Mark } from './document';
import { documentsOf, lossOf, type MarkedPage } from './documents';
import { ExportReport } from './exportReport';
import { FileNames } from './fileNames';
import type { Format, FormatWriter, LossCode, Output } from './format';
import { isWanted, pageMarks, type PageMark } from './pageMarks';
import type { ExportRequest } from './request';
import { setOf, type SetName, SETS } from './splits';

/** An annotated page as it was read. */
export interface PageSource {
  /** The page's path in its workspace, with `/`. */
  readonly source: string;
  readonly page: PageText;
  readonly sidecar: Sidecar;
}

/** What is lost of a span that is written itself. */
const PARTS: ReadonlySet<LossCode> = new Set(['relation', 'attribute', 'note', 'state', 'character']);

/** Name of files that hold all documents of an export without a split. */
const ALL = 'newsmark';

/**
 * Writes annotated pages in a format, one after the other; it holds no page longer than it needs it. Pure: files come
 * back as values, in pieces that belong behind one another. The report grows as pages are added.
 */
export class Exporter {
  readonly report: ExportReport;
  readonly #format: Format;
  readonly #request: ExportRequest;
  readonly #scheme: Scheme;
  readonly #writers = new Map<string, FormatWriter>();
  readonly #names = new FileNames();
  #current: { readonly marked: MarkedPage; readonly marks: ReadonlyMap<string, Mark> } | undefined;

  constructor(format: Format, request: ExportRequest, scheme: Scheme) {
    this.#format = format;
    this.#request = format.perArticle ? { ...request, per: 'article' } : request;
    this.#scheme = scheme;
    this.report = new ExportReport(format.id);
    // Every set has its file, a small export too: what loads three sets must find three.
    for (const set of request.split ? SETS : [undefined]) this.#open(set);
  }

  add(source: PageSource): readonly Output[] {
    const { page, sidecar } = source;
    const { annotations, orphans } = anchor(sidecar, page);
    const analysis = analyze(page, annotations);
    const lossless = this.#format.lossless === true;
    const wanted = pageMarks(analysis, annotations, this.#request, lossless);
    const name = this.#names.nameOf(source.source);
    const before: MarkedPage = { source: source.source, name, page, analysis, marks: [] };
    const marked: MarkedPage = { ...before, marks: wanted.filter((mark) => this.#expressible(before, mark)) };
    this.report.page();
    const outputs: Output[] = [];
    for (const document of documentsOf(marked, this.#request, (loss) => this.report.lose(loss))) {
      const set = this.#request.split && setOf(document, this.#request.split);
      outputs.push(...this.#write(marked, this.#related(marked, document), set));
    }
    for (const { annotation } of orphans) {
      if (!isWanted(annotation, this.#request)) continue;
      this.report.lose({ ...lossOf(marked, annotation, 'no-place', false), quote: annotation.quote });
    }
    return outputs;
  }

  /** What closes the files. */
  close(): readonly Output[] {
    return [...this.#writers.values()].flatMap((writer) => writer.close());
  }

  #write(marked: MarkedPage, document: Document, set: SetName | undefined): readonly Output[] {
    this.#current = { marked, marks: new Map(document.marks.map((mark) => [mark.id, mark])) };
    this.report.document(document, set);
    const outputs = this.#writers.get(set ?? ALL)!.add(document);
    this.#current = undefined;
    if (!set || this.#format.files === 'all') return outputs;
    return outputs.map(({ path, content }) => ({ path: `${set}/${path}`, content }));
  }

  #open(set: SetName | undefined): void {
    const name = set ?? ALL;
    const lose = (_: Document, { id }: Mark, code: LossCode, detail?: string): void => {
      const { marked, marks } = this.#current ?? {};
      const mark = marks?.get(id);
      if (!marked || !mark) throw new Error(`a format lost ${id}, which is not in the document it was given`);
      const part = PARTS.has(code);
      this.report.lose(lossOf(marked, { ...mark, ...mark.page }, code, part, detail), true);
    };
    this.#writers.set(name, this.#format.open({ name, request: this.#request, scheme: this.#scheme, lose }));
  }

  /** Whether the format has the layer and the state of a mark at all; what it has not is lost. */
  #expressible(page: MarkedPage, mark: PageMark): boolean {
    const { layers, keepsState } = this.#format;
    if (layers && !layers.includes(mark.layer)) {
      this.report.lose(lossOf(page, mark, 'layer', false));
      return false;
    }
    if (keepsState) return true;
    // A refused span written as a label would teach the opposite; a suggested one is what was asked for, but it is told.
    if (mark.state === 'rejected') this.report.lose(lossOf(page, mark, 'state', false));
    else if (mark.state === 'suggested') this.report.lose(lossOf(page, mark, 'state', true));
    return mark.state !== 'rejected';
  }

  /** The document without relations that lead out of it. */
  #related(page: MarkedPage, document: Document): Document {
    const ids = new Set(document.marks.map(({ id }) => id));
    const marks = document.marks.map((mark) => {
      const relations = mark.relations?.filter(({ label, target }) => {
        if (!ids.has(target)) this.report.lose(lossOf(page, { ...mark, ...mark.page }, 'relation', true, label));
        return ids.has(target);
      });
      return relations ? { ...mark, relations } : mark;
    });
    return { ...document, marks };
  }
}
