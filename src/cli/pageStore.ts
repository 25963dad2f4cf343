import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { analyze, anchor, applyEdits, newSidecar, parseSidecar, serializeSidecar } from '../newsmark';
import type { ImportPages, ImportTarget, PageText, Sidecar, SidecarEdit } from '../newsmark';
import { CliError, type Io } from './io';
import type { Say } from './messages';
import { readBytes, readPageFile } from './readPageFile';
import { refusal } from './refusal';

const SUFFIX = '.newsmark.json';
const PAGE = /\.(txt|md)$/i;
const SKIPPED_FOLDERS = new Set(['node_modules', '.git']);

interface OpenPage {
  readonly source: string;
  readonly page: PageText;
  sidecar: Sidecar;
  /** The page with the sidecar as it is now, once somebody has asked for it. */
  target: ImportTarget | undefined;
  changed: boolean;
}

/**
 * The pages of a folder and what a command does to their annotations. Changed sidecars are drafts beside the old ones
 * until `finish` gives all of them their names; holds one page at a time.
 */
export class PageStore implements ImportPages {
  readonly #folder: string;
  readonly #io: Io;
  readonly #say: Say;
  readonly #drafts = new Set<string>();
  #open: OpenPage | undefined;

  private constructor(
    folder: string,
    readonly sources: readonly string[],
    io: Io,
    say: Say,
  ) {
    this.#folder = folder;
    this.#io = io;
    this.#say = say;
  }

  /** @throws CliError */
  static async of(folder: string, io: Io, say: Say): Promise<PageStore> {
    const info = await stat(folder).catch(() => undefined);
    if (!info?.isDirectory()) throw new CliError(say('notFound', folder));
    const files = await below(folder);
    const sources = files.filter((file) => PAGE.test(file)).map((file) => relative(folder, file).split(sep).join('/'));
    return new PageStore(folder, sources.sort(), io, say);
  }

  async text(source: string): Promise<string | undefined> {
    const read = await readPageFile(join(this.#folder, source), this.#io, this.#say).catch(() => undefined);
    return read?.page.text;
  }

  async target(source: string): Promise<ImportTarget | undefined> {
    const open = await this.#load(source);
    return (open.target ??= targetOf(open));
  }

  /** Does edits to the page that was asked for last. */
  edit(edits: readonly SidecarEdit[]): void {
    if (!this.#open || edits.length === 0) return;
    this.#open.sidecar = applyEdits(this.#open.sidecar, edits);
    this.#open.target = undefined;
    this.#open.changed = true;
  }

  /** Gives the changed sidecars their names; the number of them. */
  async finish(): Promise<number> {
    await this.#flush();
    for (const file of this.#drafts) await rename(draftOf(file), file);
    const { size } = this.#drafts;
    this.#drafts.clear();
    return size;
  }

  /** Leaves everything as it was. Nothing happens after `finish`. */
  async abandon(): Promise<void> {
    for (const file of this.#drafts) await rm(draftOf(file), { force: true });
  }

  async #load(source: string): Promise<OpenPage> {
    if (this.#open?.source === source) return this.#open;
    await this.#flush();
    const file = join(this.#folder, source);
    const sidecarFile = file + SUFFIX;
    const draft = this.#drafts.has(sidecarFile);
    const known = draft || (await stat(sidecarFile).catch(() => undefined));
    const { page, encoding } = await readPageFile(file, this.#io, this.#say);
    const sidecar = known
      ? await this.#read(draft ? draftOf(sidecarFile) : sidecarFile, sidecarFile)
      : newSidecar(page, source.slice(source.lastIndexOf('/') + 1), encoding);
    return (this.#open = { source, page, sidecar, target: undefined, changed: false });
  }

  async #read(file: string, named: string): Promise<Sidecar> {
    const parsed = parseSidecar(new TextDecoder().decode(await readBytes(file, this.#say)));
    if (parsed.ok) return parsed.sidecar;
    throw new CliError(refusal(named, parsed.error, this.#say));
  }

  async #flush(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    if (!open?.changed) return;
    const file = join(this.#folder, open.source) + SUFFIX;
    try {
      await writeFile(draftOf(file), serializeSidecar(open.sidecar));
    } catch (error) {
      throw new CliError(this.#say('cannotWrite', file, (error as NodeJS.ErrnoException).code ?? String(error)));
    }
    this.#drafts.add(file);
  }
}

function targetOf({ page, sidecar }: OpenPage): ImportTarget {
  const { annotations } = anchor(sidecar, page);
  return { page, analysis: analyze(page, annotations), annotations };
}

function draftOf(file: string): string {
  return `${file}.import`;
}

async function below(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return Promise.resolve([path]);
      return SKIPPED_FOLDERS.has(entry.name) ? Promise.resolve([]) : below(path);
    }),
  );
  return nested.flat();
}
