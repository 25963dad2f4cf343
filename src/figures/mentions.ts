import type { Check, Figure } from './model';

/** The other figures of a page that measure the same, in page order. */
export function mentionsOf(figures: readonly Figure[], figure: Figure): readonly Figure[] {
  if (figure.metric === null) return [];
  return figures.filter((other) => other.start !== figure.start && other.metric === figure.metric);
}

/** The checks that a figure takes part in. */
export function checksOf(
  analysis: { readonly figures: readonly Figure[]; readonly checks: readonly Check[] },
  figure: Figure,
): readonly Check[] {
  return analysis.checks.filter((check) =>
    check.figures.some((index) => {
      const member = analysis.figures[index];
      return member?.start === figure.start && member.end === figure.end;
    }),
  );
}
