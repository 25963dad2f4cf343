import * as vscode from 'vscode';
import type { Check, Figure } from '../../../newsmark';
import { toRange } from '../../convert';
import type { Page } from '../../pages/page';

export interface FailedCheck {
  readonly check: Check;
  /** The figure that the others contradict: the last one of the relation. */
  readonly claimed: Figure;
  readonly problem: vscode.Diagnostic;
}

/** The relations of a page that do not hold and that nobody marked as checked. */
export function failedChecks(page: Page): readonly FailedCheck[] {
  const confirmed = new Set(
    page.annotations.items.filter((a) => a.layer === 'check').map((a) => `${a.start} ${String(a.data?.['statement'])}`),
  );
  return page.analysis.checks.flatMap((check) => {
    const figures = check.figures.flatMap((index) => page.analysis.figures[index] ?? []);
    const claimed = figures.at(-1);
    if (check.holds || !claimed || confirmed.has(`${claimed.start} ${check.statement}`)) return [];
    return [{ check, claimed, problem: problemOf(page, check, claimed, figures.slice(0, -1)) }];
  });
}

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
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
