import type { Scheme } from '../annotations/scheme';
import type { Document, Mark } from './document';
import type { ExportRequest } from './request';

/** Why something of a page is not in an exported file. */
export type LossCode =
  /** The annotation has no certain place on the page. */
  | 'no-place'
  /** The span's text is not its quote; a bug, caught before it is written. */
  | 'quote-differs'
  /** The span stands outside the text that is written (between articles, in a page head). */
  | 'outside'
  /** The written text has something else between the parts of the span. */
  | 'torn'
  /** The format holds one label a character; the longer span was written. */
  | 'overlap'
  /** The span holds nothing that the format writes (blanks only, or half a character). */
  | 'empty'
  /** The label has characters that the format gives another meaning. */
  | 'label'
  /** The format has no such layer (a CSV of figures has no entities). */
  | 'layer'
  /** The format says nothing about how sure a label is: a suggestion looks like a decision. */
  | 'state'
  /** The format has no relations, or the other end is not written. */
  | 'relation'
  | 'attribute'
  | 'note'
  /** The text holds characters that the format cannot write; others stand in their places. */
  | 'character';

/** What a format could not say, by name. `part` for what is lost of a span that is written itself. */
export interface Loss {
  readonly code: LossCode;
  /** Whether the span itself is written, and only something about it is lost. */
  readonly part: boolean;
  /** The page's path. */
  readonly source: string;
  readonly id: string;
  readonly layer: string;
  readonly label: string;
  readonly quote: string;
  /** 1-based line on the page; where it was when last seen, for annotations without a place. */
  readonly line: number;
  /** The relation or attribute. */
  readonly detail?: string;
}

/** A file, or what is to be appended to the file of that path. */
export interface Output {
  /** Relative to the target folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface WriterContext {
  /** Path without ending of files that hold more than one document: `newsmark`, or `train`, `dev`, `test`. */
  readonly name: string;
  readonly request: ExportRequest;
  readonly scheme: Scheme;
  /** Reports what the format cannot say; `detail` names the relation or attribute. */
  lose(document: Document, mark: Mark, code: LossCode, detail?: string): void;
}

/**
 * Writes documents in the order they come, holding as little as it can: an export may have thousands. Every span is
 * verified in the format's own unit before it is written.
 */
export interface FormatWriter {
  add(document: Document): readonly Output[];
  /** What closes the files; nothing where no document came. */
  close(): readonly Output[];
}

/** A way to write labelled data. One file each, named after its id. */
export interface Format {
  readonly id: string;
  /** One file (or some) for each document, or one for all. */
  readonly files: 'each' | 'all';
  /** Documents are articles, whatever the request says: the format knows no pages. */
  readonly perArticle?: boolean;
  /** Layers it can hold, where not all. */
  readonly layers?: readonly string[];
  /** Whether rejected suggestions and open ones can be told from labels in it. */
  readonly keepsState: boolean;
  /** It holds everything: marks of the layer `structure` are a person's corrections, as they are stored. */
  readonly lossless?: boolean;
  /** What is written where the request does not say. */
  readonly defaults?: Partial<Pick<ExportRequest, 'layers' | 'states' | 'text' | 'per'>>;
  open(context: WriterContext): FormatWriter;
}
