import type { Analysis } from '../../analysis';
import type { Annotation } from '../../annotations/model';
import { isLabel } from '../../annotations/states';
import type { SuggestedEntity } from '../../annotations/suggestions';
import { toPage } from '../../page/flow';
import type { Paragraph, Span } from '../../page/model';
import type { EntityLabel, EntityQuestion, FoundEntity } from './model';

/** Longer words are sentences that somebody marked, not names that stand again. */
const MAX_TAGGED = 24;

/** What is asked about a page whose entities are to be found; `tagged` as {@link taggedWords} gives it. */
export function entityQuestion(
  { paragraphs, bylines }: Pick<Analysis, 'paragraphs' | 'bylines'>,
  tagged: EntityQuestion['tagged'],
): EntityQuestion {
  return {
    passages: paragraphs.map(({ flow }) => flow.text),
    people: [...new Set(bylines.flatMap(({ people }) => people.map(({ name }) => name)))],
    tagged,
  };
}

/**
 * The answer on the page, by place. Names in bylines are left to the bylines, and what a figure holds to the figure; an
 * entity whose words do not stand together on the page has no span of its own.
 */
export function entitiesOnPage(
  text: string,
  { paragraphs, bylines, figures }: Pick<Analysis, 'paragraphs' | 'bylines' | 'figures'>,
  found: readonly FoundEntity[],
): readonly SuggestedEntity[] {
  const entities = found.flatMap(({ passage, start, end, label, evidence }): readonly SuggestedEntity[] => {
    const paragraph = paragraphs[passage];
    const span = paragraph && wholeOnPage(text, paragraph, start, end);
    return span ? [{ ...span, label, evidence }] : [];
  });
  return without(without(entities, bylines, overlaps), figures, holds).sort((a, b) => a.start - b.start);
}

function wholeOnPage(text: string, { flow }: Paragraph, start: number, end: number): Span | null {
  if (start >= end || end > flow.text.length) return null;
  const span = toPage(flow, start, end);
  const printed = withoutBlanks(text.slice(span.start, span.end));
  return printed.length === withoutBlanks(flow.text.slice(start, end)).length ? span : null;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function holds(entity: Span, figure: Span): boolean {
  return figure.start <= entity.start && entity.end <= figure.end;
}

/** The items for which no other span passes a test that only spans pass that overlap them. Both are made ordered here. */
function without<T extends Span>(
  items: readonly T[],
  others: readonly Span[],
  test: (item: Span, other: Span) => boolean,
): T[] {
  const ordered = [...others].sort((a, b) => a.start - b.start);
  let first = 0;
  return [...items]
    .sort((a, b) => a.start - b.start)
    .filter((item) => {
      while (first < ordered.length && ordered[first]!.end <= item.start) first++;
      for (let i = first; i < ordered.length && ordered[i]!.start < item.end; i++) {
        if (test(item, ordered[i]!)) return false;
      }
      return true;
    });
}

/** The text of a page and the annotations on it. */
export interface Tagged {
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

/**
 * Words that people tagged, without blanks, each with the label that it has most often: on the first page that has it,
 * for what people said here counts more than what they said elsewhere. Sorted.
 */
export function taggedWords(pages: readonly Tagged[]): EntityQuestion['tagged'] {
  const byWords = new Map<string, string>();
  for (const { text, annotations } of pages) {
    for (const [words, counts] of labelCounts(text, annotations)) {
      if (!byWords.has(words))
        byWords.set(words, [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0]);
    }
  }
  return [...byWords].map(([words, label]) => ({ words, label })).sort((a, b) => (a.words < b.words ? -1 : 1));
}

function labelCounts(text: string, annotations: readonly Annotation[]): ReadonlyMap<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const a of annotations) {
    if (a.layer !== 'entity' || a.start >= a.end || !isLabel(a)) continue;
    const words = withoutBlanks(text.slice(a.start, a.end));
    if (words.length > MAX_TAGGED) continue;
    const ofWords = counts.get(words) ?? new Map<string, number>();
    counts.set(words, ofWords.set(a.label, (ofWords.get(a.label) ?? 0) + 1));
  }
  return counts;
}

/** Labels that schemes give to what the rules find, the first that a scheme has. */
const LABELS: Readonly<Record<EntityLabel, readonly string[]>> = {
  PER: ['PER', 'PERSON'],
  GPE: ['GPE', 'LOC', 'LOCATION'],
  LOC: ['LOC', 'LOCATION'],
  ORG: ['ORG', 'ORGANIZATION'],
  FAC: ['FAC', 'FACILITY'],
};

/** Suggestions with the labels of a scheme; those that it has no label for are left out. */
export function inScheme(
  entities: readonly SuggestedEntity[],
  labels: readonly { readonly id: string }[],
): readonly SuggestedEntity[] {
  const ids = new Set(labels.map(({ id }) => id));
  return entities.flatMap((entity) => {
    const known = (LABELS as Readonly<Record<string, readonly string[]>>)[entity.label] ?? [];
    const label = [entity.label, ...known].find((id) => ids.has(id));
    return label === undefined ? [] : [label === entity.label ? entity : { ...entity, label }];
  });
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, '');
}
