import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Document } from './document';
import { FIGURE_COLUMNS, figureRows } from './figureRows';
import type { Format, FormatWriter, WriterContext } from './format';

/**
 * A table of figures that Excel opens as it is: UTF-8 with byte-order mark, lines end in CRLF, a cell that Excel would
 * take for a formula is text. Columns: {@link FIGURE_COLUMNS}.
 */
export const figuresCsv: Format = {
  id: 'figures-csv',
  files: 'all',
  perArticle: true,
  layers: ['figure'],
  keepsState: true,
  defaults: { layers: ['figure'], states: ['accepted', 'suggested'], text: 'flow' },
  open: (context) => new Writer(context),
};

const FORM = { record_delimiter: 'windows', escape_formulas: true } as const;

class Writer implements FormatWriter {
  readonly #context: WriterContext;
  readonly #path: string;
  #begun = false;

  constructor(context: WriterContext) {
    this.#context = context;
    this.#path = `${context.name}-figures.csv`;
  }

  add(document: Document): ReturnType<FormatWriter['add']> {
    loseOfFigures(document, this.#context);
    return [
      { path: this.#path, content: this.#head() + stringify([...figureRows(document).map((row) => [...row])], FORM) },
    ];
  }

  close(): ReturnType<FormatWriter['close']> {
    return [{ path: this.#path, content: this.#head() }];
  }

  #head(): string {
    if (this.#begun) return '';
    this.#begun = true;
    return `\uFEFF${stringify([FIGURE_COLUMNS.map(({ name }) => name)], FORM)}`;
  }
}

/** What a table of figures has no column for. */
export function loseOfFigures(document: Document, context: WriterContext): void {
  for (const mark of document.marks) {
    for (const attribute of Object.keys(mark.attributes ?? {})) context.lose(document, mark, 'attribute', attribute);
    for (const { label } of mark.relations ?? []) context.lose(document, mark, 'relation', label);
  }
}
