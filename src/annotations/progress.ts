import type { Annotation } from './model';
import { isLabel } from './states';
import { isGuess, type Suggestion } from './suggestions';

/** How far a person has come with a page. */
export interface Progress {
  /** Suggestions that somebody accepted, edited or rejected. */
  readonly decided: number;
  /** Suggestions that still wait, without the guesses. */
  readonly open: number;
  /** Entities that the words of the page suggest: a page is not unfinished for what may be none. */
  readonly guesses: number;
  /** Entity annotations that are shown, by label, the most frequent first; labels in alphabetical order otherwise. */
  readonly labels: readonly { readonly label: string; readonly count: number }[];
}

/** Layers whose annotations answer suggestions. */
const SUGGESTED: ReadonlySet<string> = new Set(['entity', 'figure', 'byline']);

/** The progress of a page with these open suggestions and these annotations. What a person added answers no suggestion. */
export function progressOf(suggestions: readonly Suggestion[], annotations: readonly Annotation[]): Progress {
  const counts = new Map<string, number>();
  let decided = 0;
  for (const { layer, label, state } of annotations) {
    if (SUGGESTED.has(layer) && state !== 'added' && state !== 'suggested') decided++;
    if (layer === 'entity' && isLabel({ state })) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const labels = [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  const guesses = suggestions.filter(isGuess).length;
  return { decided, open: suggestions.length - guesses, guesses, labels };
}
