import * as vscode from 'vscode';
import { textEdit } from '../../newsmark';
import { HumanError } from '../errors';

const SUFFIX = '.newsmark.json';

/** Where the annotations of a page are kept: `<page file>.newsmark.json` beside it. */
export function sidecarUri(page: vscode.Uri): vscode.Uri {
  return page.with({ path: page.path + SUFFIX });
}

export function isSidecar(uri: vscode.Uri): boolean {
  return uri.path.endsWith(SUFFIX);
}

/** The page that a sidecar belongs to. */
export function pageOfSidecar(sidecar: vscode.Uri): vscode.Uri {
  return sidecar.with({ path: sidecar.path.slice(0, -SUFFIX.length) });
}

/** Creates the file where there is none; it must exist before the first paired edit so that undo has a step to take. */
export async function createIfMissing(uri: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.stat(uri);
    return;
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw notWritable(uri);
  }
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch {
    throw notWritable(uri);
  }
}

/**
 * Replaces the text of a sidecar, paired with an edit of the page that changes nothing: one Ctrl+Z in the page takes
 * both back, in order with typing. Saves the sidecar.
 */
export async function writePaired(
  page: vscode.TextDocument,
  sidecar: vscode.TextDocument,
  text: string,
): Promise<void> {
  const before = sidecar.getText();
  const after = sidecar.eol === vscode.EndOfLine.CRLF ? text.replace(/\n/g, '\r\n') : text;
  if (after === before) return;
  const change = textEdit(before, after);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(page.uri, new vscode.Position(0, 0), '');
  edit.replace(
    sidecar.uri,
    new vscode.Range(sidecar.positionAt(change.start), sidecar.positionAt(change.end)),
    change.text,
  );
  if (!(await vscode.workspace.applyEdit(edit))) throw notWritable(sidecar.uri);
  if (!(await sidecar.save())) throw notWritable(sidecar.uri);
}

/** Milliseconds in which VS Code has seen a file that was written past it; until then it takes its own saves for a conflict. */
const SEEN_BY_VS_CODE = 1000;

/**
 * Writes a saved document past VS Code where the file says something else. A redo that comes while the undo before it
 * is being saved leads back to the version that VS Code counts as saved: it then has no more to save, but what the save
 * under way writes is the other one.
 */
export async function writeIfDifferent(sidecar: vscode.TextDocument): Promise<void> {
  const onDisk = new TextDecoder().decode(await vscode.workspace.fs.readFile(sidecar.uri));
  const text = sidecar.getText();
  if (onDisk === text || sidecar.isDirty || sidecar.isClosed) return;
  await vscode.workspace.fs.writeFile(sidecar.uri, new TextEncoder().encode(text));
  await new Promise((resolve) => setTimeout(resolve, SEEN_BY_VS_CODE));
}

/** Replaces the text of a sidecar whose page is not open, as one step of undo, and saves it. @throws HumanError */
export async function writeAlone(uri: vscode.Uri, text: string): Promise<void> {
  const sidecar = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), sidecar.positionAt(sidecar.getText().length)), text);
  if (!(await vscode.workspace.applyEdit(edit))) throw notWritable(uri);
  if (!(await sidecar.save())) throw notWritable(uri);
}

function notWritable(uri: vscode.Uri): HumanError {
  return new HumanError(
    'not-writable',
    vscode.l10n.t(
      'The annotations cannot be written to {0}. Check that the folder is writable and the disk is not full.',
      vscode.workspace.asRelativePath(uri),
    ),
  );
}
