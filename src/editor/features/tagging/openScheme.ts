import * as vscode from 'vscode';
import { defaultScheme } from '../../../newsmark';
import { HumanError } from '../../errors';
import { readIfPresent } from '../../readIfPresent';
import type { Schemes } from '../../schemes';

/** Opens the scheme file of the workspace; a workspace without one gets the built-in scheme to start from. */
export async function openScheme(schemes: Schemes): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    throw new HumanError('no-folder', vscode.l10n.t('Open a folder first: the label scheme is a file in it.'));
  }
  const file = schemes.fileOf(folder);
  if (!(await readIfPresent(file))) {
    const text = `${JSON.stringify(defaultScheme, null, 2)}\n`;
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }
  await vscode.window.showTextDocument(file);
}
