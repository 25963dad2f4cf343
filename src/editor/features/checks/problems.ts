import * as vscode from 'vscode';
import type { Annotation, Check, Figure } from '../../../newsmark';
import { toRange } from '../../convert';
import type { Page } from '../../pages/page';
import { perAnalysis } from '../../pages/perAnalysis';

/** Made once: it takes longer than what it does. */
const NUMBERS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

export interface FailedCheck {
  readonly check: Check;
  /** The figure that the others contradict: the last one of the relation. */
  readonly claimed: Figure;
  readonly problem: vscode.Diagnostic;
}

/** The relations of a page that do not hold and that nobody marked as checked; the same array as long as it is. */
export function failedChecks(page: Page): readonly FailedCheck[] {
  const { items } = page.annotations;
  const all = allFailed(page);
  const last = known.get(page);
  if (last?.all === all && last.items === items) return last.open;
  const confirmed = new Set(
    items.filter((a) => a.layer === 'check').map((a) => `${a.start} ${String(a.data?.['statement'])}`),
  );
  const open = all.filter(({ check, claimed }) => !confirmed.has(`${claimed.start} ${check.statement}`));
  const same = last?.open.length === open.length && open.every((failed, i) => failed === last.open[i]);
  known.set(page, { all, items, open: same ? last.open : open });
  return same ? last.open : open;
}

const known = new WeakMap<
  Page,
  { readonly all: readonly FailedCheck[]; readonly items: readonly Annotation[]; readonly open: readonly FailedCheck[] }
>();

const allFailed = perAnalysis((page): readonly FailedCheck[] =>
  page.analysis.checks.flatMap((check) => {
    const figures = check.figures.flatMap((index) => page.analysis.figures[index] ?? []);
    const claimed = figures.at(-1);
    if (check.holds || !claimed) return [];
    return [{ check, claimed, problem: problemOf(page, check, claimed, figures.slice(0, -1)) }];
  }),
);

function problemOf(page: Page, check: Check, claimed: Figure, others: readonly Figure[]): vscode.Diagnostic {
  const problem = new vscode.Diagnostic(
    toRange(page.text, claimed),
    vscode.l10n.t(
      'These figures do not agree: {0} (computed {1}, claimed {2})',
      check.statement,
      rounded(check.computed),
      rounded(check.claimed),
    ),
    vscode.DiagnosticSeverity.Warning,
  );
  problem.source = 'Newsmark';
  problem.code = check.type;
  problem.relatedInformation = others.map(
    (figure) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(page.uri, toRange(page.text, figure)),
        page.text.text.slice(figure.start, figure.end).replace(/\s+/g, ''),
      ),
  );
  return problem;
}

function rounded(value: number): string {
  return NUMBERS.format(value);
}
