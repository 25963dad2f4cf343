import type { Scheme, SchemeLabel } from './scheme';

/**
 * The label whose key was typed, all of it and nothing else, and that no further letter could turn into another key.
 * Full-width letters, which input methods write, are the letters that they stand for.
 */
export function labelByKey(scheme: Scheme, typed: string): SchemeLabel | undefined {
  const key = typed.normalize('NFKC');
  if (key === '') return undefined;
  const candidates = scheme.labels.filter((label) => label.key?.startsWith(key));
  return candidates.length === 1 && candidates[0]!.key === key ? candidates[0] : undefined;
}
