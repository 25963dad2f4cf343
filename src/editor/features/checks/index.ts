import * as vscode from 'vscode';
import { makeAnnotation } from '../../../newsmark';
import { Coalesced } from '../../coalesced';
import { commandOf } from '../../commands';
import { Command, LANGUAGE_ID, type SpanArgument } from '../../contributions';
import { Disposable } from '../../disposable';
import { HumanError } from '../../errors';
import type { Log } from '../../log';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { registerSettledCommand } from '../../pages/settledCommand';
import { signature } from '../../signature';
import { type FailedCheck, failedChecks } from './problems';

const REFRESH_DELAY_MS = 300;

/** Figures that do not agree, as problems with the other places as related information, until somebody confirms them. */
export function registerChecks(pages: Pages, log: Log): vscode.Disposable {
  const checks = new Checks(pages);
  return vscode.Disposable.from(
    checks,
    registerSettledCommand(pages, log, Command.confirmCheck, (statement, target) => confirm(pages, statement, target)),
    vscode.languages.registerCodeActionsProvider(LANGUAGE_ID, checks, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}

class Checks extends Disposable implements vscode.CodeActionProvider {
  readonly #pages: Pages;
  readonly #problems = this.register(vscode.languages.createDiagnosticCollection('newsmark'));
  readonly #told = new WeakMap<Page, readonly FailedCheck[]>();

  constructor(pages: Pages) {
    super();
    this.#pages = pages;
    const refresh = this.register(
      new Coalesced(REFRESH_DELAY_MS, () => {
        for (const page of pages.all()) this.#tell(page);
      }),
    );
    this.register(pages.onDidOpen(() => refresh.request()));
    this.register(pages.onDidSettle(() => refresh.request()));
    this.register(pages.onDidClose((page) => this.#problems.delete(page.uri)));
    refresh.request();
  }

  #tell(page: Page): void {
    const failed = failedChecks(page);
    if (this.#told.get(page) === failed) return;
    this.#told.set(page, failed);
    this.#problems.set(
      page.uri,
      failed.map(({ problem }) => problem),
    );
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const page = this.#pages.get(document);
    if (!page) return [];
    return failedChecks(page)
      .filter(({ problem }) => problem.range.intersection(range))
      .map(({ problem, claimed, check }) => {
        const title = vscode.l10n.t('Mark as checked');
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        const target = { uri: page.uri.toString(), start: claimed.start, end: claimed.end };
        action.command = commandOf(Command.confirmCheck, title, check.statement, target);
        action.diagnostics = [problem];
        return action;
      });
  }
}

/** Stores that somebody looked at figures that do not agree and leaves them so; one step of undo. */
async function confirm(pages: Pages, statement: string | undefined, target: SpanArgument | undefined): Promise<void> {
  const page = target ? pages.byUri(target.uri) : pages.active?.page;
  const failed =
    page &&
    failedChecks(page).find(
      ({ check, claimed }) =>
        (statement === undefined || check.statement === statement) && (!target || claimed.start === target.start),
    );
  if (!page || !failed) {
    throw new HumanError('no-problem', vscode.l10n.t('There are no figures here that do not agree.'));
  }
  const { claimed, check } = failed;
  await page.annotations.edit((_, text) => [
    {
      type: 'add',
      annotation: makeAnnotation(text, {
        ...signature(page.document),
        start: claimed.start,
        end: claimed.end,
        layer: 'check',
        label: check.type,
        state: 'accepted',
        data: { statement: check.statement, computed: check.computed, claimed: check.claimed },
      }),
    },
  ]);
}
