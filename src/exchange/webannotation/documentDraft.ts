import type { Relation } from '../../annotations/model';
import type { Span } from '../../page/model';
import { Offsets } from '../offsets';
import type { ImportPlace, ImportProblem, ReadDocument, ReadSpan } from '../reading';
import { stableId } from '../stableId';
import type { Link, ReadTarget } from './readAnnotation';

/** A document while its annotations come in. */
export class DocumentDraft {
  /** Of its text: ids of annotations without one of their own hang on it. */
  readonly key: string;
  readonly #source: string;
  readonly #text: string | undefined;
  readonly #place: ImportPlace;
  readonly #spans = new Map<string, ReadSpan>();
  readonly #byIri = new Map<string, string>();
  readonly #relations = new Map<string, Relation[]>();
  #id: string | undefined;

  constructor(source: string, text: string | undefined, place: ImportPlace) {
    this.#source = source;
    this.#text = text;
    this.#place = place;
    this.key = stableId(text ?? source);
  }

  /** Takes what an annotation said; a second one with its id is told and left out. */
  add(target: ReadTarget | undefined, problem: (message: ImportProblem) => void): void {
    if (!target) return;
    const { iri, document, span, quote } = target;
    const place = target.position ?? this.#find(quote);
    if (!place) {
      problem({ code: 'no-place', place: span.place, detail: quote?.exact });
      return;
    }
    const id = span.id ?? stableId(this.key, span.label, place.start, place.end);
    if (this.#spans.has(id)) {
      problem({ code: 'duplicate-id', place: span.place, detail: id });
      return;
    }
    this.#id ??= document;
    this.#spans.set(id, { ...span, id, start: place.start, end: place.end, quote: quote?.exact });
    this.#byIri.set(iri ?? id, id);
  }

  /** Whether both ends of a relation are here; then it has it. */
  relate({ from, to, label }: Link): boolean {
    const source = this.#byIri.get(from);
    const target = this.#byIri.get(to);
    if (source === undefined || target === undefined) return false;
    this.#relations.set(source, [...(this.#relations.get(source) ?? []), { label, target }]);
    return true;
  }

  document(): ReadDocument {
    const spans = [...this.#spans.values()].map((span) => {
      const relations = this.#relations.get(span.id);
      return relations ? { ...span, relations } : span;
    });
    return { id: this.#id ?? this.#source, text: this.#text, unit: 'code-point', spans, place: this.#place };
  }

  /** The one place of a quote with its context, in code points. */
  #find(quote: ReadTarget['quote']): Span | undefined {
    if (!quote || this.#text === undefined) return undefined;
    const { exact, prefix = '', suffix = '' } = quote;
    const whole = prefix + exact + suffix;
    const place = this.#text.indexOf(whole);
    if (exact === '' || place < 0 || this.#text.includes(whole, place + 1)) return undefined;
    const start = place + prefix.length;
    try {
      return new Offsets(this.#text).spanIn('code-point', { start, end: start + exact.length });
    } catch {
      return undefined;
    }
  }
}
