import { pinyinInitials } from './pinyin';
import type { Scheme, SchemeLabel } from './scheme';

/**
 * The labels that a query can mean, the best first: its key, then ids, names in both languages and pinyin initials that
 * begin with it, then those that hold it anywhere, definitions last. All labels, in their order, for an empty query.
 */
export function matchLabels(scheme: Scheme, query: string): readonly SchemeLabel[] {
  const wanted = folded(query);
  return scheme.labels
    .map((label) => ({ label, rank: rankOf(label, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ label }) => label);
}

const NO_MATCH = 4;

function rankOf(label: SchemeLabel, wanted: string): number {
  if (wanted === '') return 0;
  if (label.key !== undefined && folded(label.key) === wanted) return 0;
  const names = [label.id, label.name.en, label.name.zh].map(folded);
  const words = [...names, pinyinInitials(label.name.zh)];
  if (words.some((word) => word.startsWith(wanted))) return 1;
  if (words.some((word) => word.includes(wanted))) return 2;
  return folded(label.definition ?? '').includes(wanted) ? 3 : NO_MATCH;
}

/** Case, width and blanks do not matter: input methods write what they like. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s']/g, '');
}
