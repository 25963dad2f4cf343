import type { Annotation } from './model';

/** Whether an annotation is a label: somebody gave it, and nobody refused it. Imported suggestions are none yet. */
export function isLabel({ state }: Pick<Annotation, 'state'>): boolean {
  return state !== 'rejected' && state !== 'suggested';
}

/** Whether a person decided on it. */
export function isDecided({ state }: Pick<Annotation, 'state'>): boolean {
  return state !== 'suggested';
}
