import * as vscode from 'vscode';
import type { Output } from '../../../newsmark';

/**
 * Files on their way into a folder. Those of one document are written at once, those of many are kept until the end;
 * all stand in a hidden folder and are moved to their names when everything is whole: who cancels leaves what was there.
 */
export class OutputFolder {
  readonly #target: vscode.Uri;
  readonly #draft: vscode.Uri;
  readonly #parts = new Map<string, Uint8Array[]>();
  readonly #paths = new Set<string>();

  constructor(target: vscode.Uri) {
    this.#target = target;
    this.#draft = vscode.Uri.joinPath(target, `.newsmark-export-${Date.now().toString(36)}`);
  }

  get files(): number {
    return this.#paths.size;
  }

  /** Begins files, or goes on with them. `whole`: nothing more will come for these. */
  async write(outputs: readonly Output[], whole: boolean): Promise<void> {
    const encoder = new TextEncoder();
    for (const { path, content } of outputs) {
      const bytes = typeof content === 'string' ? encoder.encode(content) : content;
      const parts = this.#parts.get(path);
      if (parts) parts.push(bytes);
      else this.#parts.set(path, [bytes]);
    }
    if (whole) await this.#flush();
  }

  /** Gives the files their names; older ones of the same names go. */
  async finish(): Promise<void> {
    await this.#flush();
    for (const path of this.#paths) {
      await vscode.workspace.fs.rename(this.#at(this.#draft, path), this.#at(this.#target, path), { overwrite: true });
    }
  }

  /** Takes the drafts away, whatever happened. */
  async clear(): Promise<void> {
    if (this.#paths.size === 0) return;
    await vscode.workspace.fs.delete(this.#draft, { recursive: true, useTrash: false });
  }

  async #flush(): Promise<void> {
    for (const [path, parts] of this.#parts) {
      const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      await vscode.workspace.fs.writeFile(this.#at(this.#draft, path), bytes);
      this.#paths.add(path);
    }
    this.#parts.clear();
  }

  #at(folder: vscode.Uri, path: string): vscode.Uri {
    return vscode.Uri.joinPath(folder, ...path.split('/'));
  }
}
