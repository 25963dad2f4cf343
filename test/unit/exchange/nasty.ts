import type { Document, Mark } from '../../../src/exchange/document';
import type { Random } from '../random';

const PIECES = [
  '李',
  '清河县',
  '𠮷',
  '👨‍👩‍👧',
  '😀',
  'e\u0301',
  ' ',
  '　',
  '\n',
  '\n\n',
  '\t',
  '\u2028',
  '\u0085',
  '\f',
  '"',
  "'",
  '<',
  '&',
  ']]>',
  '[',
  '\\',
  '|',
  ';',
  '\u0001',
  '﻿',
  'A1',
  '12.99',
] as const;
const LABELS = ['PER', 'GPE', 'ORG'] as const;

/** A document of all that breaks exporters, with marks that nest and overlap. No mark has blanks at its ends. */
export function nastyDocument(random: Random, number = 0): Document {
  const text = Array.from({ length: random.int(1, 60) }, () => random.pick(PIECES)).join('');
  const edges = [0];
  for (const character of text) edges.push(edges.at(-1)! + character.length);
  const marks: Mark[] = [];
  const taken = new Set<string>();
  for (let tries = 0; tries < 12; tries++) {
    const [a, b] = [random.pick(edges), random.pick(edges)];
    const span = { start: Math.min(a, b), end: Math.max(a, b) };
    const quote = text.slice(span.start, span.end);
    const label = random.pick(LABELS);
    const key = `${label} ${span.start} ${span.end}`;
    if (quote === '' || /^[\s\p{Cc}\ufeff]|[\s\p{Cc}\ufeff]$/u.test(quote) || taken.has(key)) continue;
    taken.add(key);
    marks.push({
      id: `m${marks.length + 1}`,
      layer: 'entity',
      label,
      quote,
      state: 'added',
      page: span,
      line: 1,
      ...span,
    });
  }
  marks.sort((x, y) => x.start - y.start || y.end - x.end || (x.id < y.id ? -1 : 1));
  const source = `pages/${number}.txt`;
  return {
    id: source,
    name: `pages/${number}`,
    source,
    article: undefined,
    text,
    paragraphs: [],
    blocks: [],
    marks,
  };
}

/** A span as `label start end quote`, sorted: to compare what was written with what arrived. */
export function spanKeys(
  spans: readonly { readonly label: string; readonly start: number; readonly end: number; readonly quote?: string }[],
): readonly string[] {
  return spans.map(({ label, start, end, quote }) => JSON.stringify([label, start, end, quote])).sort();
}
