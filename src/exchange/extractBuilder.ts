import type { Span } from '../page/model';
import { simplify } from './script';

/** Page offset of what does not stand on the page: line breaks between the parts of an extract. */
export const NOWHERE = -1;

/** Puts a text together from pieces of a page and keeps where every UTF-16 unit came from. */
export class ExtractBuilder {
  readonly #page: string;
  readonly #simplified: boolean;
  #text = '';
  #offsets: Int32Array;

  /** @param size UTF-16 units to expect; more is fine. */
  constructor(page: string, size: number, simplified: boolean) {
    this.#page = page;
    this.#simplified = simplified;
    this.#offsets = new Int32Array(size + 64);
  }

  /** A span of the page as it stands there. Gives its span in the extract. */
  copy({ start, end }: Span): Span {
    return this.#append(this.#page.slice(start, end), (index) => start + index);
  }

  /** A text of which every unit stands at a page offset. */
  write(text: string, offsets: Int32Array): Span {
    return this.#append(text, (index) => offsets[index]!);
  }

  /** A line break that is not on the page. */
  breakLine(): void {
    this.#push('\n', NOWHERE);
  }

  get length(): number {
    return this.#text.length;
  }

  get text(): string {
    return this.#text;
  }

  get offsets(): Int32Array {
    return this.#offsets.subarray(0, this.#text.length);
  }

  #append(text: string, at: (index: number) => number): Span {
    const start = this.#text.length;
    if (!this.#simplified) {
      this.#reserve(text.length);
      for (let index = 0; index < text.length; index++) this.#offsets[start + index] = at(index);
      this.#text += text;
      return { start, end: this.#text.length };
    }
    let index = 0;
    for (const character of text) {
      this.#push(simplify(character), at(index));
      index += character.length;
    }
    return { start, end: this.#text.length };
  }

  #push(text: string, offset: number): void {
    this.#reserve(text.length);
    this.#offsets.fill(offset, this.#text.length, this.#text.length + text.length);
    this.#text += text;
  }

  #reserve(more: number): void {
    const needed = this.#text.length + more;
    if (needed <= this.#offsets.length) return;
    const larger = new Int32Array(needed * 2);
    larger.set(this.#offsets);
    this.#offsets = larger;
  }
}
