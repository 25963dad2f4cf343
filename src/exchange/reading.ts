import type { AttributeValue, Relation } from '../annotations/model';
import type { OffsetUnit } from './offsets';

/** Files to import, as the host gives them. Paths are relative, with `/`. */
export interface ImportFiles {
  readonly paths: readonly string[];
  /** The lines of a file without their ends (LF or CRLF), one at a time: it may be larger than memory. */
  lines(path: string): AsyncIterable<string>;
  /** The same text in pieces of any length, for files without lines; no piece ends within a character. */
  chunks(path: string): AsyncIterable<string>;
  /** The whole text of a file, without byte-order mark. @throws ImportError where it is too large or no UTF-8 */
  text(path: string): Promise<string>;
}

/** Where something stands in the imported files; `line` is 1-based, undefined where the format has no lines. */
export interface ImportPlace {
  readonly file: string;
  readonly line?: number | undefined;
}

/** A file that is not in the form of its format: nothing of it is taken. */
export class ImportError extends Error {
  readonly place: ImportPlace;

  constructor(message: string, place: ImportPlace) {
    super(message);
    this.place = place;
  }
}

/** A labelled span as an import found it. */
export interface ReadSpan {
  /** What the file calls it; the same span read twice has the same id. */
  readonly id: string;
  /** entity where the format knows no layers. */
  readonly layer: string;
  readonly label: string;
  /** Offsets into `ReadDocument.text` in the unit of the document, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The text it stood on, where the file says so. */
  readonly quote?: string | undefined;
  /** A prediction or pre-annotation: it becomes a suggestion. */
  readonly suggested: boolean;
  readonly rejected?: boolean | undefined;
  /** How a person decided, where the file says more than that; `added` otherwise. */
  readonly state?: 'added' | 'accepted' | 'edited' | undefined;
  readonly author?: string | undefined;
  readonly time?: string | undefined;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  readonly attributes?: Readonly<Record<string, AttributeValue>> | undefined;
  /** Targets are ids of spans of the same document. */
  readonly relations?: readonly Relation[] | undefined;
  readonly note?: string | undefined;
  readonly place: ImportPlace;
}

/** A text with its spans as an import found it. */
export interface ReadDocument {
  /** What the file calls the page or article (`folder/page.txt`, `folder/page.txt#a3`), where it says so. */
  readonly id?: string | undefined;
  /** The text the offsets belong to; undefined where the file has none (the page's own text is meant). */
  readonly text: string | undefined;
  /** The unit the format prescribes; where quotes say otherwise, the other one is tried. */
  readonly unit: OffsetUnit;
  /** The format drops blanks and line breaks (one character a line): the text is compared without them. */
  readonly withoutBlanks?: boolean | undefined;
  readonly spans: readonly ReadSpan[];
  readonly place: ImportPlace;
}

/**
 * Reads the files of a format, a document at a time. A line or record that is wrong is told with `problem` and left
 * out, the others are read on; a file that is not of the format at all throws.
 * @throws ImportError
 */
export interface Reader {
  readonly id: string;
  read(files: ImportFiles, problem: (message: ImportProblem) => void): AsyncIterable<ReadDocument>;
}

/** What was wrong with a record; `detail` is data for the message, not a sentence. */
export interface ImportProblem {
  readonly code: ImportProblemCode;
  readonly place: ImportPlace;
  readonly detail?: string | undefined;
}

/** Whether a problem leaves its span whole: something about it is not taken, and said. */
export function isRemark(code: ImportProblemCode): boolean {
  return code === 'broken-relation' || code === 'unsupported';
}

export type ImportProblemCode =
  /** The line or record is not in the form of the format. */
  | 'malformed'
  /** Right in its format, but nothing that annotations here can hold: events, a note on a relation. */
  | 'unsupported'
  /** Two spans of a document have one id; the second is left out. */
  | 'duplicate-id'
  /** Offsets are outside the text, or end before they start. */
  | 'outside-text'
  /** The offsets hold another text than the file says, in no unit and with no line ends. */
  | 'quote-differs'
  /** No page has this text. */
  | 'no-page'
  /** The scheme has no such label. */
  | 'unknown-label'
  /** A relation leads to a span that is not there; the span is imported without it. */
  | 'broken-relation'
  /** The span's place on the page is not certain. */
  | 'no-place';
