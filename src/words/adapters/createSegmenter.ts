import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createIntlSegmenter } from '../intlSegmenter';
import type { Segmenter, Word } from '../segmenter';
import type { WorkerMessage } from './protocol';

interface Options {
  /** Absolute path of the worker's bundle; its libraries are beside it. */
  readonly workerFile: string;
  /** Receives one line where the best segmenter is not the one that runs. */
  readonly log: (line: string) => void;
}

/**
 * A segmenter in a worker thread, started at the first use: nodejieba, or jieba-wasm where the binary is missing, or
 * the engine's own where both are. The caller notices nothing but one line in the log.
 */
export function createSegmenter(options: Options): Segmenter {
  return new WorkerSegmenter(options);
}

class WorkerSegmenter implements Segmenter {
  readonly #options: Options;
  readonly #fallback = createIntlSegmenter();
  readonly #waiting = new Map<number, { readonly text: string; readonly resolve: (words: readonly Word[]) => void }>();
  #name: Segmenter['name'] = 'nodejieba';
  #worker: Worker | undefined;
  #failed = false;
  #lastId = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  get name(): Segmenter['name'] {
    return this.#name;
  }

  segment(text: string): Promise<readonly Word[]> {
    if (this.#failed) return this.#fallback.segment(text);
    this.#worker ??= this.#start();
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, { text, resolve });
      this.#worker?.postMessage({ id, text });
    });
  }

  dispose(): void {
    this.#failed = true;
    void this.#worker?.terminate();
    this.#giveUp();
  }

  #start(): Worker {
    const { workerFile } = this.#options;
    const worker = new Worker(workerFile, { workerData: { folder: dirname(workerFile) } });
    worker.unref();
    worker.on('message', (message: WorkerMessage) => this.#receive(message));
    worker.on('error', (error) => this.#fail(error.message));
    worker.on('exit', (code) => {
      if (!this.#failed) this.#fail(`worker ended with ${code}`);
    });
    return worker;
  }

  #receive(message: WorkerMessage): void {
    switch (message.type) {
      case 'ready':
        this.#name = message.name;
        if (message.missing) this.#options.log(`segmenter: ${message.name} instead of nodejieba (${message.missing})`);
        return;
      case 'failed':
        this.#fail(message.reason);
        return;
      case 'words':
        this.#waiting.get(message.id)?.resolve(message.words);
        this.#waiting.delete(message.id);
    }
  }

  #fail(reason: string): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#name = 'intl';
    this.#options.log(`segmenter: the engine's own instead of nodejieba (${reason})`);
    void this.#worker?.terminate();
    this.#giveUp();
  }

  /** Nobody waits for ever: what was asked is answered by the last resort. */
  #giveUp(): void {
    for (const { text, resolve } of this.#waiting.values()) void this.#fallback.segment(text).then(resolve);
    this.#waiting.clear();
  }
}
