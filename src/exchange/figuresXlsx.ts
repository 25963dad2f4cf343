import type { Document } from './document';
import { FIGURE_COLUMNS, figureRows } from './figureRows';
import { loseOfFigures } from './figuresCsv';
import type { Format, FormatWriter, WriterContext } from './format';
import { Workbook } from './workbook';

/** A workbook of figures: numbers are numbers, everything else is text. Columns: {@link FIGURE_COLUMNS}. */
export const figuresXlsx: Format = {
  id: 'figures-xlsx',
  files: 'all',
  perArticle: true,
  layers: ['figure'],
  keepsState: true,
  defaults: { layers: ['figure'], states: ['accepted', 'suggested'], text: 'flow' },
  open: (context) => new Writer(context),
};

/** Widths of columns that are not as wide as a short word, in characters. */
const WIDTHS: Readonly<Record<string, number>> = {
  page: 24,
  article: 36,
  metric: 18,
  text: 18,
  sentence: 80,
  note: 24,
};

class Writer implements FormatWriter {
  readonly #context: WriterContext;
  readonly #path: string;
  readonly #book = new Workbook(
    'figures',
    FIGURE_COLUMNS.map(({ name }) => ({ name, width: WIDTHS[name] ?? 11 })),
  );

  constructor(context: WriterContext) {
    this.#context = context;
    this.#path = `${context.name}-figures.xlsx`;
  }

  add(document: Document): ReturnType<FormatWriter['add']> {
    loseOfFigures(document, this.#context);
    this.#book.add(figureRows(document));
    return [{ path: this.#path, content: this.#book.take() }];
  }

  close(): ReturnType<FormatWriter['close']> {
    this.#book.end();
    return [{ path: this.#path, content: this.#book.take() }];
  }
}
