import * as vscode from 'vscode';
import {
  analyze,
  anchor,
  applyEdits,
  newSidecar,
  parseSidecar,
  readPageText,
  serializeSidecar,
} from '../../../newsmark';
import type { ImportPages, ImportTarget, PageText, Sidecar, SidecarEdit } from '../../../newsmark';
import { HumanError } from '../../errors';
import { findFiles } from '../../findFiles';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { readIfPresent } from '../../readIfPresent';
import { describeRefusal } from '../../sidecar/refusal';
import { sidecarUri } from '../../sidecar/sidecarFile';

/** Longer files are no newspaper pages. Bytes. */
const MAX_BYTES = 16_000_000;

interface ClosedPage {
  readonly uri: vscode.Uri;
  readonly page: PageText;
  sidecar: Sidecar;
}

/**
 * The pages of the workspace and what an import does to them: nothing until `finish`. Open pages get one gesture each,
 * which Ctrl+Z takes back; the sidecars of the others are written as drafts and moved to their names together.
 */
export class WorkspacePages implements ImportPages {
  readonly sources: readonly string[];
  readonly #pages: Pages;
  readonly #uris: ReadonlyMap<string, vscode.Uri>;
  /** What is to be done to open pages. */
  readonly #gestures = new Map<Page, SidecarEdit[]>();
  /** Sidecars of closed pages as they will be, as text: objects of thousands of them would not fit. */
  readonly #written = new Map<string, string>();
  #last: ClosedPage | undefined;

  private constructor(pages: Pages, uris: ReadonlyMap<string, vscode.Uri>) {
    this.#pages = pages;
    this.#uris = uris;
    this.sources = [...uris.keys()];
  }

  static async of(pages: Pages, token: vscode.CancellationToken): Promise<WorkspacePages> {
    const found = [...(await findFiles('.txt', token)), ...(await findFiles('.md', token))];
    return new WorkspacePages(pages, new Map(found.map((uri) => [vscode.workspace.asRelativePath(uri, false), uri])));
  }

  async text(source: string): Promise<string | undefined> {
    const open = this.#open(source);
    if (open) return open.text.text;
    const closed = await this.#read(source).catch(() => undefined);
    return closed?.page.text;
  }

  async target(source: string): Promise<ImportTarget | undefined> {
    const open = this.#open(source);
    if (open) {
      await open.settled();
      open.annotations.assertWritable();
      const { items } = open.annotations;
      const added = this.#gestures.get(open)?.flatMap((edit) => (edit.type === 'add' ? [edit.annotation] : [])) ?? [];
      return { page: open.text, analysis: open.analysis, annotations: [...items, ...added] };
    }
    this.#last = await this.#read(source);
    if (!this.#last) return undefined;
    const { page, sidecar } = this.#last;
    const { annotations } = anchor(sidecar, page);
    return { page, analysis: analyze(page, annotations), annotations };
  }

  /** Notes what is to be done to the page that was asked for last. */
  edit(source: string, edits: readonly SidecarEdit[]): void {
    if (edits.length === 0) return;
    const open = this.#open(source);
    if (open) {
      this.#gestures.set(open, [...(this.#gestures.get(open) ?? []), ...edits]);
    } else if (this.#last) {
      this.#last.sidecar = applyEdits(this.#last.sidecar, edits);
      this.#written.set(this.#last.uri.toString(), serializeSidecar(this.#last.sidecar));
    }
  }

  /** Does everything that was noted; gives the number of pages. Who cancels before has changed nothing. */
  async finish(): Promise<number> {
    const drafts: (readonly [draft: vscode.Uri, sidecar: vscode.Uri])[] = [];
    try {
      for (const [uri, text] of this.#written) {
        const sidecar = sidecarUri(vscode.Uri.parse(uri, true));
        const draft = sidecar.with({ path: `${sidecar.path}.import` });
        drafts.push([draft, sidecar]);
        await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
      }
      while (drafts.length > 0) {
        const [draft, sidecar] = drafts[0]!;
        await vscode.workspace.fs.rename(draft, sidecar, { overwrite: true });
        drafts.shift();
      }
    } finally {
      for (const [draft] of drafts) await Promise.resolve(vscode.workspace.fs.delete(draft)).catch(() => undefined);
    }
    for (const [page, edits] of this.#gestures) await page.annotations.edit(() => edits);
    return this.#written.size + this.#gestures.size;
  }

  #open(source: string): Page | undefined {
    const uri = this.#uris.get(source);
    return uri && this.#pages.byUri(uri.toString());
  }

  async #read(source: string): Promise<ClosedPage | undefined> {
    const uri = this.#uris.get(source);
    if (!uri || (await vscode.workspace.fs.stat(uri)).size > MAX_BYTES) return undefined;
    const bytes = await readIfPresent(uri);
    if (!bytes) return undefined;
    const text = this.#written.get(uri.toString()) ?? (await sidecarText(uri));
    const parsed = text === undefined ? undefined : parseSidecar(text);
    if (parsed && !parsed.ok) throw new HumanError('sidecar', describeRefusal(sidecarUri(uri), parsed.error));
    if (parsed) {
      const { encoding } = parsed.sidecar.page;
      return { uri, page: readPageText(await vscode.workspace.decode(bytes, { encoding })), sidecar: parsed.sidecar };
    }
    // Only a document knows the encoding that VS Code found out.
    const document = await vscode.workspace.openTextDocument(uri);
    const page = readPageText(document.getText());
    return { uri, page, sidecar: newSidecar(page, uri.path.slice(uri.path.lastIndexOf('/') + 1), document.encoding) };
  }
}

async function sidecarText(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await readIfPresent(sidecarUri(uri));
  return bytes && new TextDecoder().decode(bytes);
}
