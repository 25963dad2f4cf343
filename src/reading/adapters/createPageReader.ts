import { Worker } from 'node:worker_threads';
import { type Analysis, NO_ANALYSIS } from '../../analysis';
import { applyDelta } from '../delta';
import { createOwnThreadReader, type PageQuestion, type PageReader } from '../pageReader';
import { type ReadAnswer, type ReadRequest, unpack } from './protocol';

interface Options {
  /** Absolute path of the worker's bundle. */
  readonly workerFile: string;
  /** Receives a line where the thread fails. Never holds text of a page. */
  readonly log: (line: string) => void;
}

interface Waiting {
  readonly question: PageQuestion;
  readonly resolve: (analysis: Analysis | undefined) => void;
}

/** A thread that ends so often is not started again. */
const MAX_STARTS = 3;

/**
 * Reads pages in a thread of its own, started with the first page. Where it ends, what was asked is asked of a new one;
 * where that happens again and again, pages are read on the thread that asks.
 */
export function createPageReader(options: Options): PageReader {
  return new ThreadReader(options);
}

class ThreadReader implements PageReader {
  readonly #options: Options;
  readonly #ownThread = createOwnThreadReader();
  readonly #waiting = new Map<number, Waiting>();
  /** The last answer about every page, which the worker has, too. */
  readonly #known = new Map<string, { readonly id: number; readonly analysis: Analysis }>();
  #worker: Worker | undefined;
  #starts = 0;
  #isDisposed = false;
  #lastId = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  read(question: PageQuestion): Promise<Analysis | undefined> {
    if (this.#isDisposed) return Promise.resolve(undefined);
    this.#worker ??= this.#start();
    if (!this.#worker) return this.#ownThread.read(question);
    const id = ++this.#lastId;
    const { page, text, decided } = question;
    return new Promise((resolve) => {
      this.#waiting.set(id, { question, resolve });
      this.#post({ type: 'read', id, page, text, decided, base: this.#known.get(page)?.id });
    });
  }

  close(page: string): void {
    this.#known.delete(page);
    this.#post({ type: 'close', page });
  }

  dispose(): void {
    this.#isDisposed = true;
    void this.#worker?.terminate();
    this.#worker = undefined;
    for (const { resolve } of this.#waiting.values()) resolve(undefined);
    this.#waiting.clear();
  }

  #post(request: ReadRequest): void {
    this.#worker?.postMessage(request);
  }

  /** Undefined where there are no threads, or where they end again and again. */
  #start(): Worker | undefined {
    if (this.#starts >= MAX_STARTS) return undefined;
    this.#starts++;
    try {
      const worker = new Worker(this.#options.workerFile);
      let reason = '';
      worker.unref();
      worker.on('message', (answer: ReadAnswer) => this.#receive(answer));
      worker.on('error', (error) => (reason = error.name));
      worker.on('exit', (code) => this.#ended(worker, `${reason} ${code}`.trim()));
      return worker;
    } catch (error) {
      this.#starts = MAX_STARTS;
      this.#options.log(`pages are read on the extension host's own thread: ${nameOf(error)}`);
      return undefined;
    }
  }

  #receive(answer: ReadAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (!waiting) return;
    const { question, resolve } = waiting;
    if (answer.type === 'failed') {
      this.#options.log(`a page could not be read: ${answer.reason}`);
      resolve(NO_ANALYSIS);
    } else if (question.isWanted()) {
      const known = this.#known.get(question.page);
      if (answer.base !== undefined && answer.base !== known?.id) {
        // The page was closed and opened in the meantime.
        void this.read(question).then(resolve);
        return;
      }
      const before = answer.base === undefined ? NO_ANALYSIS : known!.analysis;
      const analysis = applyDelta(before, unpack(answer.delta));
      this.#known.set(question.page, { id: answer.id, analysis });
      resolve(analysis);
    } else resolve(undefined);
  }

  /** The thread ended: what was asked of it is asked again. */
  #ended(worker: Worker, reason: string): void {
    if (this.#isDisposed || worker !== this.#worker) return;
    this.#options.log(`the thread that reads pages ended (${reason}); start ${this.#starts} of ${MAX_STARTS}`);
    this.#worker = undefined;
    this.#known.clear();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { question, resolve } of waiting) void this.read(question).then(resolve);
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
