import type { Document, Mark } from './document';
import type { Format, FormatWriter, Output, WriterContext } from './format';
import { Offsets, verifiedSpan } from './offsets';
import { tagOf } from './tagOf';

export { doccanoReader } from './doccano/read';

/**
 * doccano's JSON Lines for sequence labelling, a document a line: `{"text", "label": [[start, end, label]], …}`. Offsets
 * are UTF-16 units, as doccano's editor counts them; or code points, where the request says so, for programs in Python.
 * The other fields become meta data in doccano. It drops spans that overlap others, unless the project allows them.
 */
export const doccano: Format = {
  id: 'doccano',
  files: 'all',
  keepsState: false,
  open: (context) => new DoccanoWriter(context, false),
};

/** The same for projects with relations: `{"text", "entities": [{"id", "label", …}], "relations": [{"from_id", …}], …}`. */
export const doccanoRelations: Format = {
  ...doccano,
  id: 'doccano-relations',
  open: (context) => new DoccanoWriter(context, true),
};

/** A mark with its number in its document and its span in the unit of the file. */
interface Numbered {
  readonly id: number;
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
}

class DoccanoWriter implements FormatWriter {
  readonly #context: WriterContext;
  readonly #path: string;
  readonly #related: boolean;

  constructor(context: WriterContext, related: boolean) {
    this.#context = context;
    this.#path = `${context.name}.jsonl`;
    this.#related = related;
  }

  add(document: Document): readonly Output[] {
    const spans = this.#spans(document);
    const labels = this.#related ? this.#entities(document, spans) : this.#triples(document, spans);
    const line = {
      text: document.text,
      ...labels,
      document: document.id,
      source: document.source,
      offset_unit: this.#context.request.offsetUnit,
    };
    return [{ path: this.#path, content: `${JSON.stringify(line)}\n` }];
  }

  close(): readonly Output[] {
    return [{ path: this.#path, content: '' }];
  }

  #spans(document: Document): readonly Numbered[] {
    const { request } = this.#context;
    const offsets = new Offsets(document.text);
    const spans: Numbered[] = [];
    for (const mark of document.marks) {
      const span = verifiedSpan(document.text, offsets, request.offsetUnit, mark);
      if (!span) {
        this.#context.lose(document, mark, 'quote-differs');
        continue;
      }
      spans.push({ id: spans.length + 1, mark, ...span });
      for (const name of Object.keys(mark.attributes ?? {})) this.#context.lose(document, mark, 'attribute', name);
      if (mark.note) this.#context.lose(document, mark, 'note');
    }
    return spans;
  }

  #triples(document: Document, spans: readonly Numbered[]): object {
    for (const { mark } of spans) {
      for (const { label } of mark.relations ?? []) this.#context.lose(document, mark, 'relation', label);
    }
    return { label: spans.map(({ mark, start, end }) => [start, end, tagOf(mark)]) };
  }

  #entities(document: Document, spans: readonly Numbered[]): object {
    const ids = new Map(spans.map(({ id, mark }) => [mark.id, id]));
    const relations: object[] = [];
    for (const { id, mark } of spans) {
      for (const { label, target } of mark.relations ?? []) {
        const to = ids.get(target);
        if (to === undefined) this.#context.lose(document, mark, 'relation', label);
        else relations.push({ id: relations.length + 1, from_id: id, to_id: to, type: label });
      }
    }
    return {
      entities: spans.map(({ id, mark, start, end }) => ({
        id,
        label: tagOf(mark),
        start_offset: start,
        end_offset: end,
      })),
      relations,
    };
  }
}
