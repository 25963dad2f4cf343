import * as vscode from 'vscode';
import { progressOf } from '../../../newsmark';
import { Coalesced } from '../../coalesced';
import { Disposable } from '../../disposable';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { isSidecar } from '../../sidecar/sidecarFile';
import { badgeOf } from './badge';
import { type Glance, isCounted, SidecarIndex } from './sidecarIndex';

const REFRESH_DELAY_MS = 500;
const DONE = 'newsmark.donePages';
const MAX_DONE = 5_000;

/** Badges in the explorer: how many annotations a page has, and whether all that was suggested is decided. */
export function registerBadges(context: vscode.ExtensionContext, pages: Pages): vscode.Disposable {
  const badges = new Badges(pages, context.workspaceState);
  return vscode.Disposable.from(badges, vscode.window.registerFileDecorationProvider(badges));
}

class Badges extends Disposable implements vscode.FileDecorationProvider {
  readonly #pages: Pages;
  readonly #state: vscode.Memento;
  readonly #index = this.register(new SidecarIndex());
  readonly #onDidChange = this.register(new vscode.EventEmitter<vscode.Uri[]>());
  readonly onDidChangeFileDecorations = this.#onDidChange.event;
  readonly #changed = new Set<Page>();
  readonly #refresh = this.register(new Coalesced(REFRESH_DELAY_MS, () => void this.#noteProgress()));

  constructor(pages: Pages, state: vscode.Memento) {
    super();
    this.#pages = pages;
    this.#state = state;
    const soon = (page: Page): void => {
      this.#changed.add(page);
      this.#refresh.request();
    };
    this.register(
      this.#index.onDidChange((uri) => {
        const page = pages.byUri(uri.toString());
        if (page) soon(page);
        this.#onDidChange.fire([uri]);
      }),
    );
    this.register(pages.onDidSettle(soon));
    this.register(pages.onDidClose((page) => this.#changed.delete(page)));
    for (const page of pages.all()) soon(page);
  }

  async provideFileDecoration(uri: vscode.Uri): Promise<vscode.FileDecoration | undefined> {
    if (isSidecar(uri) || !vscode.workspace.getWorkspaceFolder(uri)) return undefined;
    const glance = await this.#glance(uri);
    if (!glance) return undefined;
    const { text, tooltip } = badgeOf(glance, glance.kind === 'readable' && this.#done.has(glance.sha256));
    return text === '' ? undefined : new vscode.FileDecoration(text, tooltip);
  }

  /** What the sidecar of a page says; of an open page nobody needs to read the file for it. */
  async #glance(uri: vscode.Uri): Promise<Glance | undefined> {
    const annotations = this.#pages.byUri(uri.toString())?.annotations;
    const sha256 = annotations?.writtenFor;
    if (!annotations || sha256 === undefined) return this.#index.glance(uri);
    const all = [...annotations.items, ...annotations.orphans.map((orphan) => orphan.annotation)];
    return { kind: 'readable', annotations: all.filter(isCounted).length, sha256 };
  }

  /** Hashes of texts, as the sidecars state them, whose suggestions were all decided. */
  get #done(): ReadonlySet<string> {
    return new Set(this.#state.get<readonly string[]>(DONE, []));
  }

  /** Remembers of pages that are open whether they are done: nobody analyses a page for its badge. */
  async #noteProgress(): Promise<void> {
    const pages = [...this.#changed];
    this.#changed.clear();
    const done = new Set(this.#done);
    const touched: vscode.Uri[] = [];
    for (const page of pages) {
      const glance = await this.#glance(page.uri);
      if (glance?.kind !== 'readable' || page.isDisposed) continue;
      const { decided, open } = progressOf(page.suggestions, page.annotations.items);
      const isDone = open === 0 && decided > 0;
      if (isDone === done.has(glance.sha256)) continue;
      if (isDone) done.add(glance.sha256);
      else done.delete(glance.sha256);
      touched.push(page.uri);
    }
    if (touched.length === 0 || this.isDisposed) return;
    await this.#state.update(DONE, [...done].slice(-MAX_DONE));
    this.#onDidChange.fire(touched);
  }
}
