import * as vscode from 'vscode';
import { ImportError, type ImportFiles, zipFiles } from '../../../newsmark';

/** Larger files are imported on the command line, which reads them line by line. Bytes. */
const MAX_BYTES = 256_000_000;
const MEGABYTE = 1_000_000;

/** Files to import: single ones, folders with everything below them, zips. @throws ImportError */
export async function openImportFiles(uris: readonly vscode.Uri[]): Promise<ImportFiles> {
  const contents = new Map<string, () => Promise<Uint8Array>>();
  for (const uri of uris) {
    const { type } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) {
      for (const [path, file] of await below(uri, '')) contents.set(path, () => read(file, path));
      continue;
    }
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    if (!name.toLowerCase().endsWith('.zip')) contents.set(name, () => read(uri, name));
    else
      for (const [path, bytes] of zipFiles(name, await read(uri, name)))
        contents.set(path, () => Promise.resolve(bytes));
  }
  const text = async (path: string): Promise<string> => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(await contents.get(path)!());
    } catch (error) {
      if (error instanceof ImportError) throw error;
      throw new ImportError(vscode.l10n.t('not UTF-8. Save the file as UTF-8 and import it again.'), { file: path });
    }
  };
  return {
    paths: [...contents.keys()].sort(),
    text,
    async *lines(path) {
      const lines = (await text(path)).split(/\r?\n/);
      if (lines.at(-1) === '') lines.pop();
      yield* lines;
    },
    async *chunks(path) {
      yield await text(path);
    },
  };
}

async function read(uri: vscode.Uri, file: string): Promise<Uint8Array> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size <= MAX_BYTES) return vscode.workspace.fs.readFile(uri);
  const message = vscode.l10n.t(
    '{0} MB are more than the {1} MB that the editor imports. Use the command line: newsmark import.',
    Math.round(size / MEGABYTE),
    MAX_BYTES / MEGABYTE,
  );
  throw new ImportError(message, { file });
}

async function below(folder: vscode.Uri, path: string): Promise<readonly (readonly [string, vscode.Uri])[]> {
  const files: (readonly [string, vscode.Uri])[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    // Links are not followed: they may lead round in a circle.
    if (type === vscode.FileType.Directory) files.push(...(await below(uri, `${path}${name}/`)));
    else if (type === vscode.FileType.File) files.push([path + name, uri]);
  }
  return files;
}
