import type * as vscode from 'vscode';

/** Owns what it registers and lets go of it in reverse order; what comes after its end is disposed at once. */
export abstract class Disposable implements vscode.Disposable {
  readonly #owned: vscode.Disposable[] = [];
  #disposed = false;

  protected register<T extends vscode.Disposable>(item: T): T {
    if (this.#disposed) item.dispose();
    else this.#owned.push(item);
    return item;
  }

  get isDisposed(): boolean {
    return this.#disposed;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (let item = this.#owned.pop(); item; item = this.#owned.pop()) item.dispose();
  }
}
