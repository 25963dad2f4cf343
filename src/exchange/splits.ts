import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Document } from './document';
import type { ExportSplit } from './request';

export const SETS = ['train', 'dev', 'test'] as const;
export type SetName = (typeof SETS)[number];

/** Shorter titles (简讯, 图片新闻) stand over many articles. */
const LEAST_TITLE = 6;
const OPENING = 40;

/**
 * The set that a document belongs to. It hangs on nothing but the seed and the document's own words – the title of an
 * article, its opening where the title says little, the path of a page – so it stays the same when pages are added or
 * labels changed, and two prints of one article never stand in two sets.
 */
export function setOf(document: Pick<Document, 'article' | 'source' | 'text'>, split: ExportSplit): SetName {
  const digest = sha256(utf8ToBytes(`${split.seed ?? 0}\n${keyOf(document)}`));
  const share = (digest[0]! * 0x1000000 + digest[1]! * 0x10000 + digest[2]! * 0x100 + digest[3]!) / 0x100000000;
  const all = split.train + split.dev + split.test;
  if (share * all < split.train) return 'train';
  return share * all < split.train + split.dev ? 'dev' : 'test';
}

function keyOf({ article, source, text }: Pick<Document, 'article' | 'source' | 'text'>): string {
  if (!article) return source;
  return article.title.length >= LEAST_TITLE ? article.title : text.replace(/\s+/g, '').slice(0, OPENING);
}
