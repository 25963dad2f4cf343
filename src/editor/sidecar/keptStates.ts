import * as vscode from 'vscode';
import { textEdit } from '../../newsmark';
import type { Log } from '../log';

/** A text that a sidecar had, or was about to have. */
export interface KeptState {
  readonly uri: vscode.Uri;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Where the state is kept as an edit of another one: that one, which is whole. */
  readonly whole: vscode.Uri | undefined;
}

/** The last state that was written whole: what differs little from it is written as an edit. */
interface Whole {
  readonly folder: string;
  readonly time: number;
  readonly text: string;
}

/** How a state's text differs from a whole one: UTF-16 offsets into that, end exclusive. */
type Edit = ReturnType<typeof textEdit>;

/** States that are kept of a sidecar, and how many bytes they may have together: the newest stays in any case. */
const MOST_STATES = 40;
const MOST_BYTES = 50_000_000;
/** Gestures after which old states are looked for. */
const FORGET_EVERY = 8;
/** An edit is worth its second file to read while it is so much shorter than the text. */
const TIMES_SHORTER = 8;
/** `<time>.json` is a whole state, `<time>.of<time>.json` an edit of that one. */
const NAME = /^(\d+)(?:\.of(\d+))?\.json$/;

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
  #whole: Whole | undefined;

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
    const time = this.#last;
    const edit = this.#editOf(folder, text);
    const name = edit ? `${time}.of${edit.of}` : String(time);
    try {
      const part = vscode.Uri.joinPath(folder, `${name}.part`);
      await vscode.workspace.fs.writeFile(part, new TextEncoder().encode(edit ? JSON.stringify(edit.edit) : text));
      await vscode.workspace.fs.rename(part, vscode.Uri.joinPath(folder, `${name}.json`));
      if (!edit) this.#whole = { folder: folder.toString(), time, text };
      if (++this.#kept % FORGET_EVERY === 0) void this.#forget(sidecar);
    } catch (error) {
      this.#log.warn(`kept state: ${String(error)}`);
    }
  }

  /** A text as an edit of the last whole state, where that is much shorter. */
  #editOf(folder: vscode.Uri, text: string): { readonly of: number; readonly edit: Edit } | undefined {
    if (this.#whole?.folder !== folder.toString()) return undefined;
    const edit = textEdit(this.#whole.text, text);
    return edit.text.length * TIMES_SHORTER < text.length ? { of: this.#whole.time, edit } : undefined;
  }

  /** The kept states of a sidecar, newest first. */
  async list(sidecar: vscode.Uri): Promise<readonly KeptState[]> {
    const folder = this.#folderOf(sidecar);
    if (!folder) return [];
    try {
      return (await vscode.workspace.fs.readDirectory(folder))
        .flatMap(([name]) => {
          const [, time, of] = NAME.exec(name) ?? [];
          if (time === undefined) return [];
          const whole = of === undefined ? undefined : vscode.Uri.joinPath(folder, `${of}.json`);
          return [{ uri: vscode.Uri.joinPath(folder, name), time: Number(time), whole }];
        })
        .sort((a, b) => b.time - a.time);
    } catch {
      return [];
    }
  }

  async read({ uri, whole }: KeptState): Promise<string> {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    if (!whole) return text;
    const edit = JSON.parse(text) as Edit;
    const before = new TextDecoder().decode(await vscode.workspace.fs.readFile(whole));
    return before.slice(0, edit.start) + edit.text + before.slice(edit.end);
  }

  async #forget(sidecar: vscode.Uri): Promise<void> {
    try {
      let bytes = 0;
      const needed = new Set<string>();
      for (const [index, { uri, time, whole }] of (await this.list(sidecar)).entries()) {
        bytes += (await vscode.workspace.fs.stat(uri)).size;
        if (index === 0 || (index < MOST_STATES && bytes <= MOST_BYTES)) {
          if (whole) needed.add(whole.toString());
        } else if (!needed.has(uri.toString()) && time !== this.#whole?.time) {
          await vscode.workspace.fs.delete(uri);
        }
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
