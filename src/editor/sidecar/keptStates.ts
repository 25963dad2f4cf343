import * as vscode from 'vscode';
import type { Log } from '../log';

/** A text that a sidecar had, or was about to have. */
export interface KeptState {
  readonly uri: vscode.Uri;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** States that are kept of a sidecar, and how many bytes they may have together: the newest stays in any case. */
const MOST_STATES = 40;
const MOST_BYTES = 50_000_000;
/** Gestures after which old states are looked for. */
const FORGET_EVERY = 8;

/**
 * What the annotations of every page were after the last gestures, in the workspace's own storage: written before the
 * sidecar is, so that neither a crash in the middle of a save nor an undo that VS Code refuses loses more than the
 * gesture under way.
 */
export class KeptStates {
  readonly #folder: vscode.Uri | undefined;
  readonly #log: Log;
  #last = 0;
  #kept = 0;

  /** `folder`: where states are kept; undefined where the workspace has no storage (nothing is kept then). */
  constructor(folder: vscode.Uri | undefined, log: Log) {
    this.#folder = folder && vscode.Uri.joinPath(folder, 'states');
    this.#log = log;
  }

  /** Keeps a text of a sidecar. Never throws: a gesture does not fail because its safety net does. */
  async keep(sidecar: vscode.Uri, text: string): Promise<void> {
    const folder = this.#folderOf(sidecar);
    if (!folder) return;
    // Names sort by time; two states of one millisecond get two names.
    this.#last = Math.max(Date.now(), this.#last + 1);
    const name = String(this.#last);
    try {
      const part = vscode.Uri.joinPath(folder, `${name}.part`);
      await vscode.workspace.fs.writeFile(part, new TextEncoder().encode(text));
      await vscode.workspace.fs.rename(part, vscode.Uri.joinPath(folder, `${name}.json`));
      if (++this.#kept % FORGET_EVERY === 0) void this.#forget(sidecar);
    } catch (error) {
      this.#log.warn(`kept state: ${String(error)}`);
    }
  }

  /** The kept states of a sidecar, newest first. */
  async list(sidecar: vscode.Uri): Promise<readonly KeptState[]> {
    const folder = this.#folderOf(sidecar);
    if (!folder) return [];
    try {
      return (await vscode.workspace.fs.readDirectory(folder))
        .flatMap(([name]) => (/^\d+\.json$/.test(name) ? [Number.parseInt(name, 10)] : []))
        .sort((a, b) => b - a)
        .map((time) => ({ uri: vscode.Uri.joinPath(folder, `${time}.json`), time }));
    } catch {
      return [];
    }
  }

  async read(state: KeptState): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(state.uri));
  }

  async #forget(sidecar: vscode.Uri): Promise<void> {
    try {
      let bytes = 0;
      for (const [index, state] of (await this.list(sidecar)).entries()) {
        bytes += (await vscode.workspace.fs.stat(state.uri)).size;
        if (index === 0 || (index < MOST_STATES && bytes <= MOST_BYTES)) continue;
        await vscode.workspace.fs.delete(state.uri);
      }
    } catch (error) {
      this.#log.warn(`kept states: ${String(error)}`);
    }
  }

  #folderOf(sidecar: vscode.Uri): vscode.Uri | undefined {
    return this.#folder && vscode.Uri.joinPath(this.#folder, folderName(sidecar.toString()));
  }
}

/** A name for a folder that is short, legal everywhere, and the same for the same file. */
function folderName(uri: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < uri.length; i++) {
    const code = uri.charCodeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  const tail = uri
    .slice(uri.lastIndexOf('/') + 1)
    .replace(/%[0-9A-F]{2}|[^\w.-]/g, '')
    .slice(0, 40);
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}-${tail}`;
}
