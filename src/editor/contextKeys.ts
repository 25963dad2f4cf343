import * as vscode from 'vscode';
import type { ContextKey } from './contributions';

/** Sets `when` keys, and only when their value changes. */
export class ContextKeys {
  readonly #values = new Map<ContextKey, boolean>();

  set(key: ContextKey, value: boolean): void {
    if ((this.#values.get(key) ?? false) === value) return;
    this.#values.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
