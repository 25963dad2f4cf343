import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ReadDocument } from './reading';
import { solidOf } from './solid';

/** Finds the page that an imported document was made from: by its name, or by its words. */
export class PageIndex {
  readonly #byName = new Map<string, string[]>();
  readonly #byText = new Map<string, string[]>();

  /** @param source the page's path with `/` @param text its text, where it is to be found by its words too */
  add(source: string, text?: string): void {
    for (const name of namesOf(source)) push(this.#byName, name, source);
    if (text !== undefined) push(this.#byText, digest(text), source);
  }

  /** The pages it can be, the likeliest first; the text decides between them. */
  find({ id, text, place }: Pick<ReadDocument, 'id' | 'text' | 'place'>): readonly string[] {
    const named = [id, place.file].flatMap((name) => (name === undefined ? [] : this.#named(name)));
    const same = text === undefined ? [] : (this.#byText.get(digest(text)) ?? []);
    return [...new Set([...named, ...same])];
  }

  /** Pages that end as the name does, the longest common path first. */
  #named(name: string): readonly string[] {
    const [path = ''] = name.split('#');
    const stem = withoutEnding(path).replace(/-a\d+$/u, '');
    for (const candidate of [withoutEnding(path), stem]) {
      const parts = candidate.split('/');
      for (let from = 0; from < parts.length; from++) {
        const found = this.#byName.get(parts.slice(from).join('/').toLowerCase());
        if (found) return found;
      }
    }
    return [];
  }
}

/** The part of a document's id behind `#`: the article. */
export function articleOf({ id, place }: Pick<ReadDocument, 'id' | 'place'>): string | undefined {
  const [, article] = (id ?? '').split('#');
  return article ?? /-(a\d+)$/u.exec(withoutEnding(place.file))?.[1];
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]*$/u, '');
}

/** All ends of a path: `a/b/c.txt` is found as `a/b/c`, `b/c` and `c`. */
function namesOf(source: string): readonly string[] {
  const parts = withoutEnding(source).toLowerCase().split('/');
  return parts.map((_, from) => parts.slice(from).join('/'));
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(solidOf(text).text))).slice(0, 32);
}
