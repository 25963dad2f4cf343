import type { Word } from '../segmenter';

/** Labels of the default scheme that are suggested. */
export type EntityLabel = 'PER' | 'GPE' | 'LOC' | 'ORG' | 'FAC';

/** Why a span is taken for an entity. Codes and words of the page; sentences are made where people read them. */
export type EntityEvidence =
  /** An office, profession or other word for a person stands before it. */
  | { readonly code: 'title'; readonly word: string }
  /** Somebody of that name speaks. */
  | { readonly code: 'speech'; readonly word: string }
  /** It follows another name in a list. */
  | { readonly code: 'list' }
  /** A byline of the page has the name. */
  | { readonly code: 'byline' }
  /** It ends as such names end. */
  | { readonly code: 'ending'; readonly word: string }
  /** A larger place stands before a smaller one: 清河县石桥镇. */
  | { readonly code: 'chain' }
  /** The place or the level of an authority begins it: 清河县水利局, 市水利局. */
  | { readonly code: 'seat'; readonly word: string }
  /** It is known without any sign: a country, a province, an organ of the state. */
  | { readonly code: 'known' }
  /** The same words are taken for one elsewhere on the page, for better reasons. */
  | { readonly code: 'repeated' }
  /** A person gave the label to the same words. */
  | { readonly code: 'tagged' }
  /** The segmenter's part of speech. */
  | { readonly code: 'segmenter'; readonly tag: string };

/** What is looked at. All of it can be sent to another thread. */
export interface EntityQuestion {
  /** Flow texts: names that a line end cuts are whole in them. */
  readonly passages: readonly string[];
  /** Names that the page's bylines have, without blanks. */
  readonly people: readonly string[];
  /** What people tagged, on the page or elsewhere in the workspace, without blanks. */
  readonly tagged: readonly { readonly words: string; readonly label: string }[];
}

export interface EntityInput extends EntityQuestion {
  /** The words of each passage where a segmenter cut it: evidence for edges and names, never the authority. */
  readonly words?: readonly (readonly Word[])[] | undefined;
}

/** Finds entities with what it has, off the thread that asks where it can. */
export interface EntityFinder {
  findEntities(question: EntityQuestion): Promise<readonly FoundEntity[]>;
}

/** A suggested entity: `passages[passage].slice(start, end)`, UTF-16 units, end exclusive. */
export interface FoundEntity {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly evidence: readonly EntityEvidence[];
}
