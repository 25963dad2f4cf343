import type { FlowText } from './flow';

/**
 * A stretch of the page text in UTF-16 code units, `end` exclusive. The page text is the file's text with `\r\n` and
 * lone `\r` read as `\n` and without a byte-order mark (see {@link PageText}).
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What the lines of a block are for the reader. */
export type Role = 'headline' | 'kicker' | 'deck' | 'subhead' | 'byline' | 'body' | 'caption' | 'credit' | 'furniture';

/** Neighbouring lines of one article with one role. */
export interface Block extends Span {
  readonly role: Role;
}

/** The blocks of one news item, in page order, wherever they stand on the page. Blocks do not overlap. */
export interface Article {
  readonly id: string;
  /** The words of its headline without inner blanks; '' where it has none. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type PersonRole = 'author' | 'reporter' | 'correspondent' | 'photographer' | 'source';

export interface Person {
  /** Without inner blanks. */
  readonly name: string;
  readonly role: PersonRole;
}

/** The names of those who made an article or a picture, from the first to the last character, brackets included. */
export interface Byline extends Span {
  readonly kind: 'author' | 'dateline' | 'photo';
  readonly articleId: string | null;
  readonly people: readonly Person[];
  /** Datelines only: the paper or agency as printed, and the date as printed, both without blanks. */
  readonly agency?: string;
  readonly date?: string;
}

/**
 * The lines that a reader would join, with their flow text. Text that runs on in one paragraph is one `Paragraph` even
 * where its lines have different roles (a dateline that opens a body, a credit that ends a caption); `role` is then
 * that of the main part. Every non-furniture line of the page is in exactly one paragraph; page order.
 */
export interface Paragraph extends Span {
  readonly role: Role;
  readonly articleId: string | null;
  readonly flow: FlowText;
}

/** How a page is made up. */
export interface PageStructure {
  /** Numbered a1, a2, … by their first line; stand-alone pictures are articles too. */
  readonly articles: readonly Article[];
  /** Blocks that belong to no article, page order. */
  readonly unassigned: readonly Block[];
  readonly bylines: readonly Byline[];
  readonly paragraphs: readonly Paragraph[];
}
