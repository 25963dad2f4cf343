import * as vscode from 'vscode';
import { parseSidecar } from '../../../newsmark';
import { registerCommand } from '../../commands';
import { Command } from '../../contributions';
import { HumanError } from '../../errors';
import type { Log } from '../../log';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import type { KeptStates } from '../../sidecar/keptStates';

/** States that are offered: who wants an older one has version control. */
const OFFERED = 20;

/** Brings an earlier state of the annotations back: after a crash, or where VS Code refuses to undo. */
export function registerRestore(pages: Pages, states: KeptStates, log: Log): vscode.Disposable {
  return registerCommand(log, Command.restore, async (at) => {
    const page = pages.active?.page;
    if (!page) throw new HumanError('no-page', vscode.l10n.t('Open a page and turn Newsmark on for it first.'));
    const offered = await offeredStates(page, states);
    if (offered.length === 0) {
      throw new HumanError('no-state', vscode.l10n.t('No earlier state of these annotations is kept on this machine.'));
    }
    const chosen = at === undefined ? await ask(offered) : offered[at];
    if (!chosen) return;
    await page.annotations.restore(chosen.text);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The annotations of {0} are back: {1}. Ctrl+Z takes this back.', chosen.label, chosen.description),
    );
  });
}

interface Offered extends vscode.QuickPickItem {
  readonly description: string;
  readonly text: string;
}

/** The kept states that differ from what the file holds, newest first; each text once. */
async function offeredStates(page: Page, states: KeptStates): Promise<readonly Offered[]> {
  const { uri, text: current } = page.annotations.sidecarFile;
  const seen = new Set([current]);
  const offered: Offered[] = [];
  for (const state of await states.list(uri)) {
    if (offered.length === OFFERED) break;
    const text = await states.read(state);
    const parsed = parseSidecar(text);
    if (seen.has(text) || !parsed.ok) continue;
    seen.add(text);
    offered.push({
      label: new Date(state.time).toLocaleString(vscode.env.language),
      description: vscode.l10n.t('{0} annotations', parsed.sidecar.annotations.length),
      text,
    });
  }
  return offered;
}

function ask(offered: readonly Offered[]): Thenable<Offered | undefined> {
  return vscode.window.showQuickPick(offered, {
    title: vscode.l10n.t('Restore Annotations'),
    placeHolder: vscode.l10n.t('The state to go back to'),
  });
}
