import * as vscode from 'vscode';
import { Disposable } from '../../disposable';
import { findFiles } from '../../findFiles';
import { readIfPresent } from '../../readIfPresent';
import { pageOfSidecar, sidecarUri } from '../../sidecar/sidecarFile';

/** How the names of sidecars end. */
const SIDECARS = '.newsmark.json';

/** What the sidecar of a page says at a glance, without its offsets being looked at. */
export type Glance =
  { readonly kind: 'readable'; readonly annotations: number; readonly sha256: string } | { readonly kind: 'broken' };

/** Which pages of the workspace have a sidecar: found once, kept by watching, each read when somebody asks for it. */
export class SidecarIndex extends Disposable {
  readonly #onDidChange = this.register(new vscode.EventEmitter<vscode.Uri>());
  /** The sidecar of a page came, went or changed. */
  readonly onDidChange = this.#onDidChange.event;
  readonly #glances = new Map<string, Glance | undefined>();
  #pages: Promise<Set<string>> | undefined;

  constructor() {
    super();
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(`**/*${SIDECARS}`));
    this.register(watcher.onDidCreate((uri) => void this.#changed(uri, true)));
    this.register(watcher.onDidChange((uri) => void this.#changed(uri, true)));
    this.register(watcher.onDidDelete((uri) => void this.#changed(uri, false)));
  }

  /** Undefined where the page has no sidecar. */
  async glance(page: vscode.Uri): Promise<Glance | undefined> {
    this.#pages ??= findPages();
    const key = page.toString();
    if (!(await this.#pages).has(key)) return undefined;
    if (!this.#glances.has(key)) this.#glances.set(key, await read(page));
    return this.#glances.get(key);
  }

  async #changed(sidecar: vscode.Uri, exists: boolean): Promise<void> {
    const page = pageOfSidecar(sidecar);
    this.#glances.delete(page.toString());
    const pages = await this.#pages;
    if (exists) pages?.add(page.toString());
    else pages?.delete(page.toString());
    if (!this.isDisposed) this.#onDidChange.fire(page);
  }
}

/** Whether an annotation is a label on words of the page; what an import suggests is none yet. */
export function isCounted({ state, layer }: { readonly state?: unknown; readonly layer?: unknown }): boolean {
  return state !== 'rejected' && state !== 'suggested' && layer !== 'structure';
}

async function findPages(): Promise<Set<string>> {
  const sidecars = await findFiles(SIDECARS);
  return new Set(sidecars.map((uri) => pageOfSidecar(uri).toString()));
}

async function read(page: vscode.Uri): Promise<Glance | undefined> {
  const bytes = await readIfPresent(sidecarUri(page));
  if (!bytes) return undefined;
  try {
    const sidecar = JSON.parse(new TextDecoder().decode(bytes)) as {
      readonly page?: { readonly sha256?: unknown };
      readonly annotations?: readonly { readonly id?: unknown; readonly state?: unknown; readonly layer?: unknown }[];
    };
    // The object that ends the list has no id.
    const shown = (sidecar.annotations ?? []).filter((a) => a.id !== undefined && isCounted(a));
    return { kind: 'readable', annotations: shown.length, sha256: String(sidecar.page?.sha256) };
  } catch {
    return { kind: 'broken' };
  }
}
