import type * as vscode from 'vscode';

type Choice = 'on' | 'off';
interface Entry {
  readonly choice: Choice;
  /** Language id of the file before Newsmark was turned on. */
  readonly before?: string | undefined;
}

const KEY = 'newsmark.choices';

/** What the annotator decided for single files, kept with the workspace. */
export class Choices {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  of(uri: vscode.Uri): Choice | undefined {
    return this.#entries()[uri.toString()]?.choice;
  }

  languageBefore(uri: vscode.Uri): string | undefined {
    return this.#entries()[uri.toString()]?.before;
  }

  async set(uri: vscode.Uri, choice: Choice, before = this.languageBefore(uri)): Promise<void> {
    await this.#state.update(KEY, { ...this.#entries(), [uri.toString()]: { choice, before } });
  }

  #entries(): Readonly<Record<string, Entry>> {
    return this.#state.get<Record<string, Entry>>(KEY, {});
  }
}
