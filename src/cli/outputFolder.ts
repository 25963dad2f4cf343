import { appendFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Output } from '../newsmark';
import { CliError } from './io';
import type { Say } from './messages';

/**
 * Files on their way into a folder. They grow in a hidden folder inside it and are moved to their names when all of
 * them are whole: who is interrupted leaves what was there before.
 */
export class OutputFolder {
  readonly #folder: string;
  readonly #say: Say;
  readonly #paths = new Set<string>();
  readonly #made = new Set<string>();
  #draft: string | undefined;

  constructor(folder: string, say: Say) {
    this.#folder = folder;
    this.#say = say;
  }

  /** Number of files begun. */
  get size(): number {
    return this.#paths.size;
  }

  /** Begins files, or goes on with them. @throws CliError */
  async write(outputs: readonly Output[]): Promise<void> {
    await this.#attempt(async () => {
      this.#draft ??= await this.#makeDraft();
      for (const { path, content } of outputs) {
        const file = join(this.#draft, path);
        if (!this.#made.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
        this.#made.add(dirname(file));
        await appendFile(file, content);
        this.#paths.add(path);
      }
    });
  }

  /** Gives the files their names; older ones of the same names go. @throws CliError */
  async finish(): Promise<void> {
    await this.#attempt(async () => {
      if (!this.#draft) return;
      for (const path of this.#paths) {
        await mkdir(dirname(join(this.#folder, path)), { recursive: true });
        await rename(join(this.#draft, path), join(this.#folder, path));
      }
      await rm(this.#draft, { recursive: true });
      this.#draft = undefined;
    });
  }

  /** Leaves the folder as it was, after an error or where the person cancelled. Nothing happens after `finish`. */
  async abandon(): Promise<void> {
    if (!this.#draft) return;
    await rm(this.#draft, { recursive: true, force: true });
    this.#draft = undefined;
    const left = await readdir(this.#folder).catch(() => []);
    if (left.length === 0) await rm(this.#folder, { recursive: true, force: true });
  }

  async #makeDraft(): Promise<string> {
    await mkdir(this.#folder, { recursive: true });
    return mkdtemp(join(this.#folder, '.newsmark-export-'));
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new CliError(this.#say('cannotWrite', this.#folder, code ?? String(error)));
    }
  }
}
