import type { Check } from '../model';
import { growthChecks } from './growth';
import { productChecks } from './products';
import { ratioChecks } from './ratios';
import { repeatChecks } from './repeats';
import type { Finding, Stated } from './stated';
import { sumChecks } from './sums';

const FINDERS = [ratioChecks, growthChecks, sumChecks, productChecks, repeatChecks];

/**
 * The relations that the wording states between the figures of one article. `indexOf` gives a figure's index in the
 * analysis. A relation is found once; precision comes before recall.
 */
export function checksOf(figures: readonly Stated[], indexOf: (stated: Stated) => number): Check[] {
  const found = new Map<string, Check>();
  for (const finder of FINDERS) {
    for (const finding of finder(figures)) {
      const check = {
        ...finding,
        computed: Number(finding.computed.toPrecision(12)),
        figures: finding.figures.map(indexOf),
      };
      const key = keyOf(finding, check.figures);
      if (!found.has(key)) found.set(key, check);
    }
  }
  return [...found.values()];
}

/** One relation between the same figures is one check, whichever way it is put. */
function keyOf(_finding: Finding, indices: readonly number[]): string {
  return [...indices].sort((a, b) => a - b).join(' ');
}
