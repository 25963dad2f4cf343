import type { Span } from '../page/model';

/** What an annotation is about. Layers that this version does not know keep their annotations untouched. */
export type KnownLayer = 'entity' | 'figure' | 'byline' | 'check' | 'structure';

/**
 * How a person decided: took a suggestion, took it with changes, refused it, or added what nobody suggested. What other
 * programs predicted is `suggested` until somebody decides: it cannot be found again, as our own suggestions can.
 */
export type AnnotationState = 'added' | 'accepted' | 'edited' | 'rejected' | 'suggested';

/** A value of an attribute: yes or no, one or several of a choice, a text, a number. */
export type AttributeValue = string | number | boolean | readonly string[];

/** A relation of an annotation to another one of the page; kept on the annotation that it starts from. */
export interface Relation {
  /** Id of the relation in the scheme. */
  readonly label: string;
  /** Id of the other annotation. It may be gone: then the relation is shown as broken, not dropped. */
  readonly target: string;
  readonly [unknown: string]: unknown;
}

/** A person's decision about a span. Unknown fields are kept as they are. */
export interface Annotation extends Span {
  /** Unique in its sidecar; never changes. */
  readonly id: string;
  readonly layer: string;
  /** A label id of the scheme for entities; the figure kind, or the byline kind, for the other layers. */
  readonly label: string;
  /** `text.slice(start, end)` at the time of the last change. */
  readonly quote: string;
  /** Up to 32 UTF-16 units before and after the span; never half a surrogate pair. */
  readonly prefix: string;
  readonly suffix: string;
  /**
   * So many units of prefix and suffix told the quote from every other place of the page when this was written; 0
   * where even all of them stood there twice. Unknown where other programs wrote the annotation.
   */
  readonly context?: number | undefined;
  readonly state: AnnotationState;
  readonly author?: string | undefined;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** What the detector had read there (value, unit, people, …), so that exports never depend on its version. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  /** What the scheme asks about annotations with this label, by the id of the attribute. */
  readonly attributes?: Readonly<Record<string, AttributeValue>> | undefined;
  readonly relations?: readonly Relation[] | undefined;
  /** A remark of the person, for people. */
  readonly note?: string | undefined;
  /** Set where the text was gone or not certain when the file was written: the offsets are the last known ones. */
  readonly lost?: boolean | undefined;
  readonly [unknown: string]: unknown;
}

/** The text that the offsets of a sidecar belong to. */
export interface PageIdentity {
  /** File name of the page without folders. */
  readonly file: string;
  readonly offsetUnit: 'utf-16';
  /** Line ends and encoding of the file (VS Code encoding ids: utf8, gb18030, …); offsets are independent of both. */
  readonly eol: 'lf' | 'crlf' | 'cr' | 'mixed';
  readonly encoding: string;
  /** UTF-16 units of the page text, and the SHA-256 of its UTF-8 form (hex). */
  readonly length: number;
  readonly sha256: string;
  readonly [unknown: string]: unknown;
}

export interface Sidecar {
  readonly formatVersion: 1;
  readonly page: PageIdentity;
  /** Sorted by start, end, id. */
  readonly annotations: readonly Annotation[];
  readonly [unknown: string]: unknown;
}
