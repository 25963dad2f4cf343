import * as vscode from 'vscode';
import { defaultScheme, parseScheme } from '../newsmark';
import type { Scheme, SchemeLabel } from '../newsmark';
import { Setting } from './contributions';
import { Disposable } from './disposable';
import type { Log } from './log';
import { readIfPresent } from './readIfPresent';
import { setting } from './settings';

/** The labels in force: those of the workspace's scheme file, or the built-in ones where there is no (valid) file. */
export class Schemes extends Disposable {
  readonly #log: Log;
  readonly #byFolder = new Map<string, Scheme>();
  readonly #onDidChange = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#onDidChange.event;
  readonly #onDidReplace = this.register(new vscode.EventEmitter<vscode.WorkspaceFolder>());
  /** The scheme of a folder was changed while pages may be open; its first reading is no change. */
  readonly onDidReplace = this.#onDidReplace.event;
  readonly #read = new Set<string>();
  #watchers: vscode.Disposable[] = [];

  constructor(log: Log) {
    super();
    this.#log = log;
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#watch()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(Setting.schemeFile)) this.#watch();
      }),
    );
    this.#watch();
  }

  /** The scheme for a page. */
  of(uri: vscode.Uri): Scheme {
    const folder = vscode.workspace.getWorkspaceFolder(uri) ?? vscode.workspace.workspaceFolders?.[0];
    return (folder && this.#byFolder.get(folder.uri.toString())) ?? defaultScheme;
  }

  label(uri: vscode.Uri, id: string): SchemeLabel | undefined {
    return this.of(uri).labels.find((label) => label.id === id);
  }

  /** Every label of every scheme in force; the first one wins where two schemes name the same id. */
  all(): readonly SchemeLabel[] {
    const labels = new Map<string, SchemeLabel>();
    for (const scheme of [...this.#byFolder.values(), defaultScheme]) {
      for (const label of scheme.labels) if (!labels.has(label.id)) labels.set(label.id, label);
    }
    return [...labels.values()];
  }

  /** Where the scheme file of a workspace folder is, or would be. */
  fileOf(folder: vscode.WorkspaceFolder): vscode.Uri {
    return vscode.Uri.joinPath(folder.uri, setting(Setting.schemeFile, folder));
  }

  #watch(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = [];
    const folders = vscode.workspace.workspaceFolders ?? [];
    const open = new Set(folders.map((folder) => folder.uri.toString()));
    for (const key of this.#byFolder.keys()) if (!open.has(key)) this.#byFolder.delete(key);
    for (const folder of folders) {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, setting(Setting.schemeFile, folder)),
      );
      const reload = (): void => void this.#load(folder);
      watcher.onDidChange(reload);
      watcher.onDidCreate(reload);
      watcher.onDidDelete(reload);
      this.#watchers.push(watcher);
      reload();
    }
    this.#onDidChange.fire();
  }

  async #load(folder: vscode.WorkspaceFolder): Promise<void> {
    const file = this.fileOf(folder);
    const key = folder.uri.toString();
    const bytes = await readIfPresent(file);
    if (!bytes) {
      const had = this.#byFolder.delete(key);
      this.#loaded(folder, had);
      return;
    }
    const parsed = parseScheme(new TextDecoder().decode(bytes));
    if (parsed.ok) {
      this.#byFolder.set(key, parsed.scheme);
      this.#loaded(folder, true);
      return;
    }
    this.#log.warn(`scheme: ${JSON.stringify(parsed.error)}`);
    const open = vscode.l10n.t('Open Scheme');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The label scheme {0} is not valid (line {1}). The labels stay as they were.',
        setting(Setting.schemeFile, folder),
        'line' in parsed.error ? parsed.error.line : 1,
      ),
      open,
    );
    if (choice === open) await vscode.window.showTextDocument(file);
  }

  #loaded(folder: vscode.WorkspaceFolder, changed: boolean): void {
    const isFirst = !this.#read.has(folder.uri.toString());
    this.#read.add(folder.uri.toString());
    if (!changed) return;
    this.#onDidChange.fire();
    if (!isFirst) this.#onDidReplace.fire(folder);
  }

  override dispose(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    super.dispose();
  }
}
