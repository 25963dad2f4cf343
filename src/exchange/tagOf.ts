import type { Mark } from './document';

/**
 * What formats with one kind of label call a mark: the scheme's label for entities; FIGURE and BYLINE, whose kinds are
 * values; the role in capitals for structure (HEADLINE, BODY); the layer and label of other programs.
 */
export function tagOf({ layer, label }: Pick<Mark, 'layer' | 'label'>): string {
  switch (layer) {
    case 'entity':
      return label;
    case 'figure':
    case 'byline':
      return layer.toUpperCase();
    case 'structure':
      return label.toUpperCase();
    default:
      return `${layer}.${label}`;
  }
}
