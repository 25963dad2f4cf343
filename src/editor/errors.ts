import * as vscode from 'vscode';
import type { Log } from './log';

/** Something the annotator can act on: one localized sentence that says what to do next. Not a bug. */
export class HumanError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Runs a user's action: human errors are shown as they are, bugs are logged with their stack, cancelling is silent. */
export async function guarded<T>(log: Log, name: string, run: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof vscode.CancellationError) return undefined;
    if (error instanceof HumanError) {
      log.info(`${name}: ${error.code}`);
      void vscode.window.showWarningMessage(error.message);
      return undefined;
    }
    log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const show = vscode.l10n.t('Show Log');
    void vscode.window
      .showErrorMessage(vscode.l10n.t('Newsmark could not finish this action. Nothing was lost.'), show)
      .then((choice) => {
        if (choice === show) log.show();
      });
    return undefined;
  }
}
