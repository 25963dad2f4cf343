import * as vscode from 'vscode';

const MAX_FILES = 20_000;
const MAX_FOLDERS = 20_000;
const NOT_OURS = '**/{node_modules,.git}/**';

/**
 * Files of the workspace whose path ends so, by path. Where the host has no search (virtual workspaces, hosts without
 * its binary) the folders are read one by one.
 */
export async function findFiles(ending: string, token?: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(`**/*${ending}`, NOT_OURS, MAX_FILES, token);
  const files = found.length > 0 ? found : await walk(ending, token);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function walk(ending: string, token: vscode.CancellationToken | undefined): Promise<vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  for (let read = 0; folders.length > 0 && read < MAX_FOLDERS && files.length < MAX_FILES; read++) {
    if (token?.isCancellationRequested) break;
    const folder = folders.pop()!;
    for (const [name, type] of await entriesOf(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      // Links are not followed: they may lead round in a circle.
      if (type === vscode.FileType.Directory) {
        if (name !== 'node_modules' && name !== '.git') folders.push(uri);
      } else if (name.endsWith(ending)) files.push(uri);
    }
  }
  return files;
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // A folder that cannot be read has no pages that could be.
    return [];
  }
}
