import type { Role } from '../page/model';
import type { Document, Mark } from './document';
import type { Format, FormatWriter, WriterContext } from './format';

/**
 * JSON Lines, an article a line: title, kicker, deck, people, the text and what was read in it. Offsets are UTF-16 code
 * units into `text`, end exclusive; `body` is the text without headings, bylines and captions.
 */
export const articlesJsonl: Format = {
  id: 'articles-jsonl',
  files: 'all',
  perArticle: true,
  keepsState: true,
  defaults: { layers: ['entity', 'figure', 'byline'], states: ['accepted', 'suggested'], text: 'flow' },
  open: (context) => new Writer(context),
};

class Writer implements FormatWriter {
  readonly #context: WriterContext;
  readonly #path: string;

  constructor(context: WriterContext) {
    this.#context = context;
    this.#path = `${context.name}-articles.jsonl`;
  }

  add(document: Document): ReturnType<FormatWriter['add']> {
    const { id, source, article, text, blocks, paragraphs } = document;
    const words = (...roles: readonly Role[]): readonly string[] =>
      blocks.filter(({ role }) => roles.includes(role)).map(({ start, end }) => text.slice(start, end).trim());
    const marks = document.marks.filter((mark) => this.#holds(document, mark));
    const line = {
      id,
      source,
      title: article?.title ?? '',
      kicker: words('kicker').join('\n'),
      deck: words('deck').join('\n'),
      people: article?.people ?? [],
      body: words('body', 'subhead').join('\n'),
      captions: words('caption'),
      offsetUnit: 'utf-16',
      text,
      blocks: blocks.map(({ role, start, end }) => ({ role, start, end })),
      paragraphs,
      figures: marks.filter(({ layer }) => layer === 'figure').map((mark) => entry(mark, 'kind')),
      bylines: marks.filter(({ layer }) => layer === 'byline').map((mark) => entry(mark, 'kind')),
      entities: marks.filter(({ layer }) => layer === 'entity').map((mark) => entry(mark, 'label')),
      others: marks
        .filter(({ layer }) => !LISTED.has(layer))
        .map((mark) => ({ layer: mark.layer, ...entry(mark, 'label') })),
    };
    return [{ path: this.#path, content: `${JSON.stringify(line)}\n` }];
  }

  close(): ReturnType<FormatWriter['close']> {
    return [{ path: this.#path, content: '' }];
  }

  #holds(document: Document, mark: Mark): boolean {
    if (document.text.slice(mark.start, mark.end) === mark.quote) return true;
    this.#context.lose(document, mark, 'quote-differs');
    return false;
  }
}

const LISTED = new Set(['figure', 'byline', 'entity']);

function entry(
  { id, label, start, end, quote, state, data, attributes, relations, note }: Mark,
  kind: 'kind' | 'label',
): object {
  return { id, [kind]: label, start, end, text: quote, state, ...data, attributes, relations, note };
}
