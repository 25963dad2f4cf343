/** Units that are hashed while the text is read; longer needles are compared where their first units hit. */
const GRAM = 12;
const BASE = 0x01000193;
/** Comparisons that a needle may fail before it counts as standing everywhere: text of one repeated character. */
const MAX_FAILURES = 2000;
const FILTER_BITS = 16;

/**
 * Where strings stand in a text, each at most `cap` times, ascending (overlapping places too). A needle whose
 * beginning stands in the text so often that looking costs too much is given as `null`: nothing is known about it.
 * Near-linear in the length of the text for any number of needles; the empty string stands nowhere.
 */
export function occurrences(
  text: string,
  needles: Iterable<string>,
  cap: number,
): ReadonlyMap<string, readonly number[] | null> {
  const found = new Map<string, number[] | null>();
  const byGram = new Map<number, string[]>();
  for (const needle of needles) {
    if (found.has(needle)) continue;
    found.set(needle, []);
    const gram = Math.min(needle.length, GRAM);
    if (gram === 0) continue;
    const group = byGram.get(gram);
    if (group) group.push(needle);
    else byGram.set(gram, [needle]);
  }
  for (const [gram, group] of byGram) scan(text, group, gram, cap, found);
  return found;
}

function scan(
  text: string,
  needles: readonly string[],
  gram: number,
  cap: number,
  found: Map<string, number[] | null>,
): void {
  if (text.length < gram) return;
  const filter = new Uint8Array(1 << FILTER_BITS);
  const buckets = new Map<number, { readonly needle: string; failures: number; done: boolean }[]>();
  for (const needle of needles) {
    const hash = hashOf(needle, gram);
    filter[hash >>> (32 - FILTER_BITS)] = 1;
    const bucket = buckets.get(hash);
    const entry = { needle, failures: 0, done: false };
    if (bucket) bucket.push(entry);
    else buckets.set(hash, [entry]);
  }
  let weight = 1;
  for (let i = 1; i < gram; i++) weight = Math.imul(weight, BASE);
  let hash = hashOf(text, gram);
  for (let at = 0; ; at++) {
    if (filter[hash >>> (32 - FILTER_BITS)] === 1) look(at);
    if (at + gram >= text.length) return;
    hash = Math.imul(hash - Math.imul(text.charCodeAt(at), weight), BASE) + text.charCodeAt(at + gram);
    hash >>>= 0;
  }

  function look(at: number): void {
    const bucket = buckets.get(hash);
    if (!bucket) return;
    let done = 0;
    for (const entry of bucket) {
      if (!entry.done) {
        if (text.startsWith(entry.needle, at)) {
          const places = found.get(entry.needle)!;
          places.push(at);
          entry.done = places.length >= cap;
        } else if (++entry.failures > MAX_FAILURES) {
          found.set(entry.needle, null);
          entry.done = true;
        }
      }
      if (entry.done) done++;
    }
    if (done === bucket.length) buckets.delete(hash);
  }
}

function hashOf(text: string, length: number): number {
  let hash = 0;
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash >>> 0;
}
