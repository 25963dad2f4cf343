import type { ExportRequest } from './request';
import type { Sequence } from './sequences';
import { tagOf } from './tagOf';

export type TagSet = ExportRequest['tags'];

/** Prefixes of a span's only, first, inner and last character. */
const PREFIXES: Readonly<Record<TagSet, readonly [single: string, first: string, inner: string, last: string]>> = {
  BIO: ['B', 'B', 'I', 'I'],
  BIOES: ['S', 'B', 'I', 'E'],
  BMES: ['S', 'B', 'M', 'E'],
};

/** One tag for every character: `O`, or prefix and label, as `B-PER`. */
export function tagsOf({ characters, spans }: Sequence, set: TagSet): readonly string[] {
  const tags = characters.map(() => 'O');
  const [single, first, inner, last] = PREFIXES[set];
  for (const { mark, from, to } of spans) {
    const label = tagOf(mark);
    if (to - from === 1) tags[from] = `${single}-${label}`;
    for (let at = from; to - from > 1 && at < to; at++) {
      tags[at] = `${at === from ? first : at === to - 1 ? last : inner}-${label}`;
    }
  }
  return tags;
}

/** All tags of some labels, `O` first, in the order that a model counts them. */
export function allTags(labels: readonly string[], set: TagSet): readonly string[] {
  return ['O', ...labels.flatMap((label) => [...new Set(PREFIXES[set])].map((prefix) => `${prefix}-${label}`))];
}

export interface TaggedSpan {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The spans that tags say, whichever of the sets they are of; IOB1 too, where a span begins with I- and B- only parts
 * neighbours. A span goes on with I-, M- or E- of its label and ends otherwise.
 */
export function spansOf(tags: readonly string[]): readonly TaggedSpan[] {
  const spans: { label: string; from: number; to: number }[] = [];
  let open: { label: string; from: number; to: number } | undefined;
  tags.forEach((tag, at) => {
    const [, prefix, label] = /^([BIMESLU])-(.+)$/su.exec(tag) ?? [];
    if (prefix === undefined || label === undefined) {
      open = undefined;
      return;
    }
    if (open?.label === label && 'IMEL'.includes(prefix)) open.to = at + 1;
    else spans.push((open = { label, from: at, to: at + 1 }));
    if ('ESLU'.includes(prefix)) open = undefined;
  });
  return spans;
}

/** Whether a word is a tag of one of the sets. */
export function isTag(word: string): boolean {
  return word === 'O' || /^[BIMESLU]-./su.test(word);
}
