import type { Document, Mark } from './document';
import type { Format, FormatWriter, WriterContext } from './format';
import { Offsets, verifiedSpan } from './offsets';
import { tagOf } from './tagOf';

/**
 * JSON Lines for spaCy, a document a line: `entities` as `[start, end, label]` for `Doc.char_span` and `doc.ents`, which
 * must not overlap; `spans.sc` has all, nested and overlapping ones too, for `doc.spans["sc"]`. Offsets are Unicode code
 * points into `text`, end exclusive. `spacy.blank("zh")` cuts text into characters, so every span is whole tokens.
 */
export const spacy: Format = {
  id: 'spacy',
  files: 'all',
  keepsState: false,
  open: (context) => new Writer(context),
};

class Writer implements FormatWriter {
  readonly #context: WriterContext;
  readonly #path: string;

  constructor(context: WriterContext) {
    this.#context = context;
    this.#path = `${context.name}-spacy.jsonl`;
  }

  add(document: Document): ReturnType<FormatWriter['add']> {
    const { text, marks, id, source } = document;
    const offsets = new Offsets(text);
    const spans: { readonly mark: Mark; readonly start: number; readonly end: number; readonly label: string }[] = [];
    for (const mark of marks) {
      const span = verifiedSpan(text, offsets, 'code-point', mark);
      if (!span) {
        this.#context.lose(document, mark, 'quote-differs');
        continue;
      }
      this.#loseParts(document, mark);
      spans.push({ mark, ...span, label: tagOf(mark) });
    }
    const line = {
      text,
      entities: withoutOverlaps(spans).map(({ start, end, label }) => [start, end, label]),
      spans: {
        sc: spans.map(({ mark, start, end, label }) => ({
          start,
          end,
          label,
          ...(typeof mark.attributes?.['link'] === 'string' && { kb_id: mark.attributes['link'] }),
        })),
      },
      meta: { id, source },
    };
    return [{ path: this.#path, content: `${JSON.stringify(line)}\n` }];
  }

  close(): ReturnType<FormatWriter['close']> {
    return [{ path: this.#path, content: '' }];
  }

  #loseParts(document: Document, mark: Mark): void {
    for (const attribute of Object.keys(mark.attributes ?? {})) {
      if (attribute !== 'link') this.#context.lose(document, mark, 'attribute', attribute);
    }
    for (const { label } of mark.relations ?? []) this.#context.lose(document, mark, 'relation', label);
    if (mark.note) this.#context.lose(document, mark, 'note');
  }
}

/** As spaCy's own `filter_spans`: the longest first, then the first. Nothing is lost: `spans` has all. */
function withoutOverlaps<T extends { readonly start: number; readonly end: number }>(
  spans: readonly T[],
): readonly T[] {
  const taken = new Set<number>();
  const kept: T[] = [];
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    // Whatever stands there is at least as long: it overlaps where it holds one of the ends.
    if (taken.has(span.start) || taken.has(span.end - 1)) continue;
    for (let at = span.start; at < span.end; at++) taken.add(at);
    kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}
