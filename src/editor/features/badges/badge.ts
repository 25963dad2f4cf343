import * as vscode from 'vscode';
import type { Glance } from './sidecarIndex';

/** VS Code takes two characters at most. */
const MAX_SHOWN = 99;

/** The badge of a page and what it means; empty where there is nothing to show. */
export function badgeOf(glance: Glance, done: boolean): { readonly text: string; readonly tooltip: string } {
  if (glance.kind === 'broken') return { text: '!', tooltip: vscode.l10n.t('The annotation file cannot be read') };
  const { annotations } = glance;
  if (done) return { text: '✓', tooltip: vscode.l10n.t('{0} annotations, every suggestion decided', annotations) };
  if (annotations === 0) return { text: '', tooltip: '' };
  return {
    text: annotations > MAX_SHOWN ? '●' : String(annotations),
    tooltip: vscode.l10n.t('{0} annotations', annotations),
  };
}
