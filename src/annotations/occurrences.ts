/**
 * Units that are hashed while the text is read; longer needles are compared where their first units hit. Longer than
 * the context that is usually looked for: pages of statistics repeat everything shorter a hundred times.
 */
const GRAM = 40;
const BASE = 0x01000193;
/** Spreads hashes over the table (Knuth's multiplier). */
const MIXER = 0x9e3779b1;
/** Comparisons that a needle may fail before it counts as standing everywhere: text of one repeated character. */
const MAX_FAILURES = 2000;
/** So few needles are looked for one by one: the engine's own search is fast. */
const FEW = 4;

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
  if (found.size <= FEW) for (const [needle, places] of found) search(text, needle, cap, places!);
  else for (const [gram, group] of byGram) scan(text, group, gram, cap, found);
  return found;
}

function search(text: string, needle: string, cap: number, places: number[]): void {
  if (needle === '') return;
  for (let at = text.indexOf(needle); at >= 0 && places.length < cap; at = text.indexOf(needle, at + 1))
    places.push(at);
}

/** Reads the text once with a rolling hash of `gram` units and an open hash table of the needles. */
function scan(
  text: string,
  needles: readonly string[],
  gram: number,
  cap: number,
  found: Map<string, number[] | null>,
): void {
  if (text.length < gram) return;
  const bits = 2 + Math.ceil(Math.log2(needles.length + 1));
  const mask = (1 << bits) - 1;
  /** Index of a needle plus one; 0 where the slot is free. */
  const slots = new Int32Array(mask + 1);
  const hashes = Int32Array.from(needles, (needle) => hashOf(needle, gram));
  const failures = new Int32Array(needles.length);
  const done = new Uint8Array(needles.length);
  const slotOf = (hash: number): number => Math.imul(hash, MIXER) >>> (32 - bits);
  hashes.forEach((hash, index) => {
    let slot = slotOf(hash);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  });
  const look = (index: number, at: number): void => {
    const needle = needles[index]!;
    if (text.startsWith(needle, at)) {
      const places = found.get(needle)!;
      places.push(at);
      if (places.length >= cap) done[index] = 1;
    } else if (++failures[index]! > MAX_FAILURES) {
      found.set(needle, null);
      done[index] = 1;
    }
  };
  let weight = 1;
  for (let i = 1; i < gram; i++) weight = Math.imul(weight, BASE);
  let hash = hashOf(text, gram);
  for (let at = 0; ; at++) {
    for (let slot = slotOf(hash); slots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = slots[slot]! - 1;
      if (hashes[index] === hash && done[index] === 0) look(index, at);
    }
    if (at + gram >= text.length) return;
    hash = (Math.imul(hash - Math.imul(text.charCodeAt(at), weight), BASE) + text.charCodeAt(at + gram)) | 0;
  }
}

function hashOf(text: string, length: number): number {
  let hash = 0;
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}
