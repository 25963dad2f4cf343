import * as vscode from 'vscode';

/** The bytes of a file, or undefined where there is none. Other failures are thrown. */
export async function readIfPresent(file: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(file);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
