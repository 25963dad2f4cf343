import type * as vscode from 'vscode';

/** Runs an action once, a short time after the first of a burst of requests. */
export class Coalesced implements vscode.Disposable {
  readonly #delayMs: number;
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(delayMs: number, run: () => void) {
    this.#delayMs = delayMs;
    this.#run = run;
  }

  request(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#run();
    }, this.#delayMs);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
