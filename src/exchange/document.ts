import type { AnnotationState, AttributeValue, Relation } from '../annotations/model';
import type { Person, Role, Span } from '../page/model';

/** How a mark came about: a person's decision, or something suggested that nobody decided on yet. */
export type MarkState = AnnotationState | 'suggested';

/** A labelled span of a document. Offsets are UTF-16 units into `Document.text`, end exclusive. */
export interface Mark extends Span {
  /** Unique in its document; the annotation's id where it is one. */
  readonly id: string;
  /** entity, figure, byline or structure; unknown layers of other programs keep their name. */
  readonly layer: string;
  /** The scheme's label for entities, the kind for figures and bylines, the role for structure. */
  readonly label: string;
  /** `text.slice(start, end)`: verified, never empty, never half a surrogate pair. */
  readonly quote: string;
  readonly state: MarkState;
  readonly author?: string | undefined;
  /** ISO 8601, UTC. */
  readonly time?: string | undefined;
  /** Figures: value, unit, metric and what else was read; bylines: people, agency, date. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  readonly attributes?: Readonly<Record<string, AttributeValue>> | undefined;
  /** To marks of the same document; those that lead elsewhere are lost before a format sees them, and reported. */
  readonly relations?: readonly Relation[] | undefined;
  readonly note?: string | undefined;
  /** Where it stands on the page: UTF-16 units into the page text. */
  readonly page: Span;
  /** 1-based line of the page on which it begins. */
  readonly line: number;
}

/** Lines of a document with one role; article where the document is a page. */
export interface DocumentBlock extends Span {
  readonly role: Role;
  readonly articleId: string | null;
}

export interface DocumentArticle {
  readonly id: string;
  readonly title: string;
  readonly people: readonly Person[];
}

/** One text with its labelled spans, as a format writes it: a page, or an article of a page. */
export interface Document {
  /** Unique in an export and the same in every export of the same pages: `folder/page.txt`, `folder/page.txt#a3`. */
  readonly id: string;
  /**
   * Path of its files without ending, with `/` between folders, safe and unique on every disk, whatever its case:
   * `folder/page`, `folder/page-a3`.
   */
  readonly name: string;
  /** The page's path in its workspace, with `/`. */
  readonly source: string;
  /** The article that the document is; undefined where it is a whole page. */
  readonly article: DocumentArticle | undefined;
  /** LF line ends, no byte-order mark. */
  readonly text: string;
  /** Sorted; a sequence or sentence ends with its paragraph at the latest. */
  readonly paragraphs: readonly Span[];
  /** Sorted; they do not overlap. */
  readonly blocks: readonly DocumentBlock[];
  /** Sorted by start, then the longer first, then id. They may nest and overlap. */
  readonly marks: readonly Mark[];
}
