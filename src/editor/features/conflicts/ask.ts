import * as vscode from 'vscode';
import type { Annotation, Contested, SidecarConflict } from '../../../newsmark';
import type { ConflictChoice } from '../../contributions';
import { stateName } from '../../names';
import { countOf } from './lenses';
import { sideNames } from './names';

/** Fields that both of a contested pair show anyway, or that say nothing to a person. */
const SHOWN_ELSEWHERE = new Set(['id', 'label', 'quote', 'state', 'author', 'time', 'prefix', 'suffix', 'context']);
const LONGEST = 40;

/** Asks what to take of a conflict; undefined where the person gives up. */
export async function askChoice(conflict: SidecarConflict): Promise<ConflictChoice | undefined> {
  const names = sideNames(conflict);
  const items: (vscode.QuickPickItem & { readonly choice: ConflictChoice })[] = [
    { choice: 'both', label: `$(git-merge) ${vscode.l10n.t('The annotations of both')}` },
    { choice: 'ours', label: `$(arrow-left) ${names.ours}`, description: countOf(conflict.ours) },
    { choice: 'theirs', label: `$(arrow-right) ${names.theirs}`, description: countOf(conflict.theirs) },
    { choice: 'compare', label: `$(compare-changes) ${vscode.l10n.t('Compare them first')}` },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Resolve the Conflict in the Annotations'),
    placeHolder: vscode.l10n.t('What to take; one step of undo takes it back'),
  });
  return chosen?.choice;
}

export interface Answer {
  readonly side: 'ours' | 'theirs';
  /** Whether the rest is decided the same way. */
  readonly forAll: boolean;
}

/** Asks which of two versions of an annotation stands; undefined where the person gives up. */
export async function askContested(
  { ours, theirs }: Contested,
  names: { readonly ours: string; readonly theirs: string },
  { done, all }: { readonly done: number; readonly all: number },
): Promise<Answer | undefined> {
  const differing = Object.keys({ ...ours, ...theirs }).filter(
    (field) => !SHOWN_ELSEWHERE.has(field) && JSON.stringify(ours[field]) !== JSON.stringify(theirs[field]),
  );
  const item = (side: 'ours' | 'theirs', annotation: Annotation): vscode.QuickPickItem & Answer => ({
    label: `${annotation.label} “${short(annotation.quote)}”`,
    description: [side === 'ours' ? names.ours : names.theirs, stateName(annotation.state), annotation.author]
      .filter(Boolean)
      .join(' · '),
    detail: differing.map((field) => `${field}: ${short(JSON.stringify(annotation[field] ?? null))}`).join('   '),
    side,
    forAll: false,
  });
  const items = [item('ours', ours), item('theirs', theirs)];
  if (all - done > 1) {
    items.push(
      { label: vscode.l10n.t('{0} for all that are left', names.ours), side: 'ours', forAll: true },
      { label: vscode.l10n.t('{0} for all that are left', names.theirs), side: 'theirs', forAll: true },
    );
  }
  return vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('{0} of {1}: both sides changed this annotation', done + 1, all),
    placeHolder: vscode.l10n.t('The one that stands'),
  });
}

function short(text: string): string {
  const solid = text.replace(/\s+/gu, '');
  return solid.length > LONGEST ? `${solid.slice(0, LONGEST)}…` : solid;
}
