import type { Scheme, SchemeAttribute } from '../../annotations/scheme';

/** Names of the tags that every labelling configuration of ours has. */
export const LABEL_CONTROL = 'label';
export const TEXT_OBJECT = 'text';
/** Set of predictions with what nobody decided on. */
export const SUGGESTIONS = 'newsmark';
/** Set of predictions with what a person refused: nobody trains on it as if it were right. */
export const REJECTED = 'newsmark-rejected';

/** The attributes that have a control of their own: their names are free, and choices can be listed. */
export function controlsOf(scheme: Scheme): ReadonlyMap<string, SchemeAttribute> {
  const controls = (scheme.attributes ?? []).filter(({ id }) => id !== LABEL_CONTROL && id !== TEXT_OBJECT);
  return new Map(controls.map((attribute) => [attribute.id, attribute]));
}

/** The choices of an attribute that is yes or no. */
export const YES = 'true';
export const NO = 'false';
