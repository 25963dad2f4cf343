import * as vscode from 'vscode';
import type { Check } from '../../../newsmark';
import { Coalesced } from '../../coalesced';
import { toRange } from '../../convert';
import { Disposable } from '../../disposable';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';

const REFRESH_DELAY_MS = 300;

/** Figures that do not agree, as problems with the other places as related information. */
export function registerChecks(pages: Pages): vscode.Disposable {
  return new Checks(pages);
}

class Checks extends Disposable {
  readonly #problems = this.register(vscode.languages.createDiagnosticCollection('newsmark'));

  constructor(pages: Pages) {
    super();
    const refresh = this.register(
      new Coalesced(REFRESH_DELAY_MS, () => {
        for (const page of pages.all()) this.#problems.set(page.uri, problemsOf(page));
      }),
    );
    this.register(pages.onDidOpen(() => refresh.request()));
    this.register(pages.onDidChange(() => refresh.request()));
    this.register(pages.onDidClose((page) => this.#problems.delete(page.uri)));
    refresh.request();
  }
}

function problemsOf(page: Page): vscode.Diagnostic[] {
  return page.analysis.checks.filter((check) => !check.holds).flatMap((check) => problemOf(page, check) ?? []);
}

function problemOf(page: Page, check: Check): vscode.Diagnostic | undefined {
  const figures = check.figures.flatMap((index) => page.analysis.figures[index] ?? []);
  const claimed = figures.at(-1);
  if (!claimed) return undefined;
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
  problem.relatedInformation = figures
    .slice(0, -1)
    .map(
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
