import * as vscode from 'vscode';
import { FORMATS } from '../../../newsmark';
import type { ExportRequest } from '../../contributions';
import type { Pages } from '../../pages/pages';

const LAST_TARGET = 'newsmark.exportTarget';

/** Asks for scope, format and target folder; undefined where the person cancels. */
export async function askRequest(pages: Pages, state: vscode.Memento): Promise<ExportRequest | undefined> {
  const scope = await askScope(pages);
  if (!scope) return undefined;
  const format = await askFormat();
  if (!format) return undefined;
  const last = state.get<string>(LAST_TARGET);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const start = last ? vscode.Uri.parse(last) : folder;
  const [target] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Export Here'),
      title: vscode.l10n.t('Folder for the exported files'),
      ...(start && { defaultUri: start }),
    })) ?? [];
  if (!target) return undefined;
  await state.update(LAST_TARGET, target.toString());
  return { scope, format, target: target.toString() };
}

async function askScope(pages: Pages): Promise<ExportRequest['scope'] | undefined> {
  const item = (scope: ExportRequest['scope'], label: string): vscode.QuickPickItem & { scope: typeof scope } => ({
    scope,
    label,
  });
  const items = [
    ...(pages.active
      ? [
          item('page', vscode.l10n.t('This page')),
          item('folder', vscode.l10n.t('All pages in the folder of this page')),
        ]
      : []),
    ...(vscode.workspace.workspaceFolders ? [item('workspace', vscode.l10n.t('All pages of the workspace'))] : []),
  ];
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('What to export') });
  return chosen?.scope;
}

async function askFormat(): Promise<string | undefined> {
  const names: Record<string, string> = {
    conll: vscode.l10n.t('CoNLL: one character a line with BIO tags, for sequence labelling'),
    jsonl: vscode.l10n.t('JSON Lines: one page a line with text, spans and values, without loss'),
  };
  const items = FORMATS.map((format) => ({ label: format, ...(names[format] && { description: names[format] }) }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Format') });
  return chosen?.label;
}
