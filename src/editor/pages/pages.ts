import * as vscode from 'vscode';
import type { PageReader } from '../../newsmark';
import { LANGUAGE_ID } from '../contributions';
import { Disposable } from '../disposable';
import type { Log } from '../log';
import type { KeptStates } from '../sidecar/keptStates';
import { PageAnnotations } from '../sidecar/pageAnnotations';
import { Page } from './page';

/** The open pages: one {@link Page} for every open document of our language. */
export class Pages extends Disposable {
  readonly #states: KeptStates;
  readonly #log: Log;
  readonly #reader: PageReader;
  readonly #pages = new Map<string, Page>();
  readonly #onDidOpen = this.register(new vscode.EventEmitter<Page>());
  readonly #onDidChange = this.register(new vscode.EventEmitter<Page>());
  readonly #onDidSettle = this.register(new vscode.EventEmitter<Page>());
  readonly #onDidClose = this.register(new vscode.EventEmitter<Page>());
  readonly onDidOpen = this.#onDidOpen.event;
  /** The text or the annotations of a page changed. */
  readonly onDidChange = this.#onDidChange.event;
  /** There is something new to show of a page: see {@link Page.onDidSettle}. */
  readonly onDidSettle = this.#onDidSettle.event;
  readonly onDidClose = this.#onDidClose.event;

  constructor(states: KeptStates, reader: PageReader, log: Log) {
    super();
    this.#states = states;
    this.#reader = this.register(reader);
    this.#log = log;
    this.register(vscode.workspace.onDidOpenTextDocument((document) => this.#open(document)));
    this.register(vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)));
    this.register(
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.get(event.document)?.textChanged(event);
      }),
    );
    this.register(
      vscode.workspace.onDidSaveTextDocument((document) => {
        const page = this.get(document);
        if (page) void page.annotations.pageSaved();
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.#open(document);
  }

  get(document: vscode.TextDocument | undefined): Page | undefined {
    return document && this.#pages.get(document.uri.toString());
  }

  /** The page of the active editor. */
  get active(): { readonly page: Page; readonly editor: vscode.TextEditor } | undefined {
    const editor = vscode.window.activeTextEditor;
    const page = this.get(editor?.document);
    return editor && page ? { page, editor } : undefined;
  }

  /** Until every page has been read as it is now. */
  async settled(): Promise<void> {
    for (const page of this.#pages.values()) if (!page.isSettled) await page.settled();
  }

  byUri(uri: string): Page | undefined {
    return this.#pages.get(uri);
  }

  all(): readonly Page[] {
    return [...this.#pages.values()];
  }

  #open(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (document.languageId !== LANGUAGE_ID || this.#pages.has(key)) return;
    const page = new Page(document, new PageAnnotations(document, this.#states, this.#log), this.#reader);
    this.#pages.set(key, page);
    page.onDidChange(() => this.#onDidChange.fire(page));
    page.onDidSettle(() => this.#onDidSettle.fire(page));
    this.#onDidOpen.fire(page);
    void page.annotations.load();
  }

  #close(document: vscode.TextDocument): void {
    const page = this.get(document);
    if (!page) return;
    this.#pages.delete(document.uri.toString());
    this.#onDidClose.fire(page);
    page.dispose();
  }

  override dispose(): void {
    for (const page of this.#pages.values()) page.dispose();
    this.#pages.clear();
    super.dispose();
  }
}
