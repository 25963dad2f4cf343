import type { Analysis } from '../analysis';
import type { Annotation, KnownLayer } from '../annotations/model';
import { lineAt, type PageText } from '../page/text';

/** A page with its decisions, as a format writer takes it. Annotations are anchored: `quote` stands at their offsets. */
export interface ExportDocument {
  /** What the reader of the export calls the page: its path in the workspace. */
  readonly source: string;
  readonly page: PageText;
  readonly analysis: Analysis;
  readonly annotations: readonly Annotation[];
}

/** Why an annotation is not in an exported file. */
export type SkipCode =
  /** It has no certain place on the page. */
  | 'no-place'
  /** The format holds one label a character; the longer span was written. */
  | 'overlap'
  /** The span holds nothing that the format writes (blanks only, or half a character). */
  | 'empty'
  /** The label has characters that the format gives another meaning. */
  | 'label'
  /** The span's text is not its quote; a bug, caught before it is written. */
  | 'quote-differs';

export interface Skipped {
  readonly source: string;
  readonly code: SkipCode;
  readonly id: string;
  readonly label: string;
  readonly quote: string;
  /** UTF-16 offset into the page text. */
  readonly start: number;
  /** 1-based line of `start`; where it was when last seen, for annotations without a place. */
  readonly line: number;
}

/** One document in a format: its text, and what became of every annotation. */
export interface Written {
  readonly text: string;
  readonly written: number;
  readonly skipped: readonly Skipped[];
}

export interface Format {
  readonly id: string;
  /** File name ending, with the dot. */
  readonly extension: string;
  /** One file a page, or all pages in one file. */
  readonly files: 'page' | 'all';
  /** Whether the format says how a person decided; only then rejected suggestions can be told from labels. */
  readonly keepsState: boolean;
  write(document: ExportDocument): Written;
}

export const EXPORTED_LAYERS: readonly KnownLayer[] = ['entity', 'figure', 'byline'];

export function skip(document: ExportDocument, annotation: Annotation, code: SkipCode): Skipped {
  const { id, label, quote, start } = annotation;
  return { source: document.source, code, id, label, quote, start, line: lineAt(document.page, start) + 1 };
}
