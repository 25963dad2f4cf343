import * as vscode from 'vscode';
import type { SidecarConflict } from '../../../newsmark';

/** How the two sides are called: as git calls them, with what that means for the person. */
export function sideNames({ ours, theirs }: SidecarConflict): { readonly ours: string; readonly theirs: string } {
  return {
    ours: ours.name === '' ? vscode.l10n.t('ours') : vscode.l10n.t('ours ({0})', ours.name),
    theirs: theirs.name === '' ? vscode.l10n.t('theirs') : vscode.l10n.t('theirs ({0})', theirs.name),
  };
}
