import type { Check } from '../model';
import { growthChecks } from './growth';
import { productChecks } from './products';
import { ratioChecks } from './ratios';
import { repeatChecks } from './repeats';
import type { Finding, Stated } from './stated';
import { sumChecks } from './sums';

const FINDERS = [ratioChecks, growthChecks, sumChecks, productChecks, repeatChecks];

/**
 * The relations that the wording states between the figures of one article, each once: the same figures related in two
 * ways are one relation. Precision comes before recall.
 */
export function findingsOf(figures: readonly Stated[]): Finding[] {
  const findings: Finding[] = [];
  if (figures.length < 2) return findings;
  for (const finder of FINDERS) {
    for (const finding of finder(figures)) findings.push(finding);
  }
  if (findings.length < 2) return findings;
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const places = finding.figures.map(({ figure }) => figure.start);
    const key = places.sort((a, b) => a - b).join(' ');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A finding as the analysis states it; `indexOf` gives a figure's index among the figures of the page. */
export function checkOf(finding: Finding, indexOf: (stated: Stated) => number): Check {
  const { type, computed, claimed, holds, statement } = finding;
  return {
    type,
    figures: finding.figures.map(indexOf),
    computed: Number(computed.toPrecision(12)),
    claimed,
    holds,
    statement,
  };
}
