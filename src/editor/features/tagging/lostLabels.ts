import * as vscode from 'vscode';
import { commandOf } from '../../commands';
import { Command } from '../../contributions';
import { Disposable } from '../../disposable';
import type { Log } from '../../log';
import { shownAnnotations } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import type { Schemes } from '../../schemes';

/** Says by name which labels a changed scheme lacks though open pages use them. Their annotations stay as they are. */
export class LostLabels extends Disposable {
  /** Told already: a label is lost once, however often the file is saved. */
  #told: ReadonlySet<string> = new Set();

  constructor(pages: Pages, schemes: Schemes, log: Log) {
    super();
    this.register(
      schemes.onDidReplace(() => {
        const lost = lostLabels(pages, schemes);
        const fresh = [...lost].filter(([label]) => !this.#told.has(label));
        this.#told = new Set(lost.keys());
        if (fresh.length === 0) return;
        log.info(`scheme: ${fresh.length} labels in use are gone`);
        void tell(fresh);
      }),
    );
  }
}

/** Labels in use on open pages that their scheme lacks, with the number of annotations. */
export function lostLabels(pages: Pages, schemes: Schemes): ReadonlyMap<string, number> {
  const lost = new Map<string, number>();
  for (const page of pages.all()) {
    for (const { layer, label } of shownAnnotations(page)) {
      if (layer !== 'entity' || schemes.label(page.uri, label)) continue;
      lost.set(label, (lost.get(label) ?? 0) + 1);
    }
  }
  return lost;
}

async function tell(lost: readonly (readonly [label: string, count: number])[]): Promise<void> {
  const names = lost.map(([label, count]) => `${label} (${count})`).join(', ');
  const next = commandOf(Command.nextUnreviewed, vscode.l10n.t('Go to the Next One'));
  const open = commandOf(Command.openScheme, vscode.l10n.t('Open Scheme'));
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The scheme no longer has labels that are in use: {0}. Their annotations stay as they are, in grey.',
      names,
    ),
    next.title,
    open.title,
  );
  const chosen = [next, open].find(({ title }) => title === choice);
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}
