import * as vscode from 'vscode';
import { parseExportWish } from '../../../newsmark';
import type { ExportWish } from '../../../newsmark';
import { HumanError } from '../../errors';
import { readIfPresent } from '../../readIfPresent';

const FILE = 'newsmark.export.json';

/** What the export file of the workspace asks for; undefined where there is none. @throws HumanError */
export async function readTeamWish(near: vscode.Uri | undefined): Promise<ExportWish | undefined> {
  const folder = (near && vscode.workspace.getWorkspaceFolder(near)) ?? vscode.workspace.workspaceFolders?.[0];
  const bytes = folder && (await readIfPresent(vscode.Uri.joinPath(folder.uri, FILE)));
  if (!bytes) return undefined;
  const parsed = parseExportWish(new TextDecoder().decode(bytes));
  if (parsed.ok) return parsed.wish;
  const line = 'line' in parsed.error ? parsed.error.line : 1;
  const detail = parsed.error.code === 'schema' ? `${parsed.error.path}: ${parsed.error.detail}` : parsed.error.code;
  throw new HumanError(
    'export-file',
    vscode.l10n.t('The export file {0} is not valid (line {1}, {2}). Put it right, or delete it.', FILE, line, detail),
  );
}
