import type { Document, Mark } from './document';
import { sentenceOf } from './sentence';

/** A cell of a table: numbers stay numbers. */
export type Cell = string | number | undefined;

export interface Column {
  readonly name: string;
  readonly cell: (mark: Mark, document: Document) => Cell;
}

/** The columns of a table of figures. Values are in base units: 65.27万户 is 652700. */
export const FIGURE_COLUMNS: readonly Column[] = [
  { name: 'page', cell: (_, { source }) => source },
  { name: 'line', cell: ({ line }) => line },
  { name: 'article', cell: (_, { article }) => article?.title },
  { name: 'metric', cell: text('metric') },
  { name: 'value', cell: number('value') },
  { name: 'low', cell: number('lo') },
  { name: 'high', cell: number('hi') },
  { name: 'unit', cell: text('unit') },
  { name: 'per', cell: text('per') },
  { name: 'kind', cell: ({ label }) => label },
  { name: 'modifier', cell: text('modifier') },
  { name: 'change', cell: text('change') },
  { name: 'basis', cell: text('basis') },
  { name: 'date', cell: (mark) => dateOf(mark) },
  { name: 'period', cell: periodOf },
  { name: 'text', cell: ({ quote }) => oneLine(quote) },
  {
    name: 'sentence',
    cell: (mark, document) => {
      const { start, end } = sentenceOf(document, mark);
      return oneLine(document.text.slice(start, end));
    },
  },
  { name: 'state', cell: ({ state }) => state },
  { name: 'author', cell: ({ author }) => author },
  { name: 'note', cell: ({ note }) => note },
];

/** The figures of a document as rows; other layers are for {@link FormatWriter} to lose. */
export function figureRows(document: Document): readonly (readonly Cell[])[] {
  return document.marks
    .filter(({ layer }) => layer === 'figure')
    .map((mark) => FIGURE_COLUMNS.map(({ cell }) => cell(mark, document)));
}

function text(field: string): (mark: Mark) => Cell {
  return ({ data }) => (typeof data?.[field] === 'string' ? data[field] : undefined);
}

function number(field: string): (mark: Mark) => Cell {
  return ({ data }) => (typeof data?.[field] === 'number' ? data[field] : undefined);
}

/** A date or time as ISO 8601: made whole from the dateline where that was possible. */
function dateOf({ data }: Mark): string | undefined {
  const resolved = data?.['resolved'] as { readonly iso?: unknown } | undefined;
  if (typeof resolved?.iso === 'string') return resolved.iso;
  return typeof data?.['iso'] === 'string' ? data['iso'] : undefined;
}

/** The time that the sentence of a figure states: the date before it, or the only one behind it. */
function periodOf(mark: Mark, document: Document): string | undefined {
  if (mark.label === 'date' || mark.label === 'time') return undefined;
  const { start, end } = sentenceOf(document, mark);
  const dates = document.marks.filter(
    (other) => other.layer === 'figure' && other.label === 'date' && other.start >= start && other.end <= end,
  );
  const before = dates.filter((date) => date.end <= mark.start).at(-1);
  const date = before ?? (dates.length === 1 ? dates[0] : undefined);
  return date && dateOf(date);
}

function oneLine(quote: string): string {
  return quote.replace(/\s*\n\s*/gu, '').trim();
}
