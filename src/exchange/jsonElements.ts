import { ImportError } from './reading';

/** The text of an element of a JSON array, and the line it begins on, 1-based. */
export interface JsonElement {
  readonly text: string;
  readonly line: number;
}

/** A task with its text and labels is far shorter: what is longer is no array of them. UTF-16 units. */
const MAX_ELEMENT = 64_000_000;
const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const NEWLINE = 10;
const OPENING = new Set([...'[{'].map((character) => character.charCodeAt(0)));
const CLOSING = new Set([...']}'].map((character) => character.charCodeAt(0)));

/**
 * The elements of a JSON array, one at a time, however long the array is: no more than one element is held. Elements are
 * not looked into: one that is no JSON does not hide those behind it, as long as its brackets and quotes close. What
 * stands behind the array's end is not read. Undefined is yielded, once, where the text is no array.
 * @param file what the text is called in messages
 * @throws ImportError where an element is longer than 64 million UTF-16 units
 */
export async function* jsonElements(
  chunks: AsyncIterable<string>,
  file: string,
): AsyncGenerator<JsonElement | undefined> {
  const scanner = new Scanner();
  for await (const chunk of chunks) {
    yield* scanner.take(chunk);
    if (scanner.state === 'no-array') {
      yield undefined;
      return;
    }
    if (scanner.state === 'closed') return;
    if (scanner.held > MAX_ELEMENT) {
      const message = 'the entry is longer than 64 million characters: check the format of the file';
      throw new ImportError(message, { file, line: scanner.line });
    }
  }
  if (scanner.state === 'before') yield undefined;
  else yield* scanner.rest();
}

class Scanner {
  state: 'before' | 'inside' | 'closed' | 'no-array' = 'before';
  #line = 1;
  #depth = 0;
  #quoted = false;
  #escaped = false;
  /** What was read of the element that is not whole yet; undefined between elements. */
  #begun: { readonly pieces: string[]; readonly line: number } | undefined;
  /** UTF-16 units that are held of it. */
  held = 0;

  /** The line that the element under way begins on. */
  get line(): number {
    return this.#begun?.line ?? this.#line;
  }

  *take(chunk: string): Generator<JsonElement> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const unit = chunk.charCodeAt(at);
      if (unit === NEWLINE) this.#line++;
      if (this.#quoted) {
        if (this.#escaped) this.#escaped = false;
        else if (unit === BACKSLASH) this.#escaped = true;
        else if (unit === QUOTE) this.#quoted = false;
        continue;
      }
      if (this.state === 'before') {
        if (isBlank(unit)) continue;
        this.state = unit === 91 ? 'inside' : 'no-array';
        if (this.state === 'no-array') return;
        continue;
      }
      const ends = this.#depth === 0 && (unit === COMMA || CLOSING.has(unit));
      if (ends) {
        if (this.#begun) yield this.#whole(chunk.slice(from, at));
        if (unit === COMMA) continue;
        this.state = 'closed';
        return;
      }
      if (!this.#begun && !isBlank(unit)) {
        this.#begun = { pieces: [], line: this.#line };
        from = at;
      }
      if (unit === QUOTE) this.#quoted = true;
      else if (OPENING.has(unit)) this.#depth++;
      else if (CLOSING.has(unit)) this.#depth--;
    }
    if (!this.#begun) return;
    this.#begun.pieces.push(chunk.slice(from));
    this.held += chunk.length - from;
  }

  /** The element that the text breaks off in. */
  *rest(): Generator<JsonElement> {
    if (this.#begun) yield this.#whole('');
  }

  #whole(last: string): JsonElement {
    const { pieces, line } = this.#begun!;
    this.#begun = undefined;
    this.held = 0;
    return { text: [...pieces, last].join(''), line };
  }
}

const isBlank = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xfeff;
