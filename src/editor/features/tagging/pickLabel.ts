import * as vscode from 'vscode';
import type { Scheme } from '../../../newsmark';
import { labelName } from './codeActions';

interface LabelItem extends vscode.QuickPickItem {
  readonly id: string;
}

/** Asks for a label by its id, name or definition; the one used last comes first. */
export async function pickLabel(scheme: Scheme, last: string | undefined): Promise<string | undefined> {
  const items: LabelItem[] = scheme.labels.map((label) => ({
    id: label.id,
    label: label.id,
    description: labelName(label),
    ...(label.definition && { detail: label.definition }),
  }));
  items.sort((a, b) => Number(b.id === last) - Number(a.id === last));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Label for the selection'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.id;
}
