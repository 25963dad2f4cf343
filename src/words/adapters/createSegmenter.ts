import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { findEntities } from '../entities/findEntities';
import type { EntityFinder, EntityQuestion, FoundEntity } from '../entities/model';
import { createIntlSegmenter } from '../intlSegmenter';
import type { Segmenter, Word } from '../segmenter';
import type { WorkerMessage, WorkerRequest } from './protocol';

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
export function createSegmenter(options: Options): Segmenter & EntityFinder {
  return new WorkerSegmenter(options);
}

/** One that waits for the worker: what to do with its answer, and what where there is none. */
interface Waiting {
  readonly answer: (message: WorkerMessage) => void;
  readonly giveUp: () => void;
}

/** Longer pages are not searched for entities on the thread that asks: a person would wait while typing. */
const MAX_OWN_THREAD = 20_000;

class WorkerSegmenter implements Segmenter, EntityFinder {
  readonly #options: Options;
  readonly #fallback = createIntlSegmenter();
  readonly #waiting = new Map<number, Waiting>();
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
    return this.#ask(
      (id) => ({ id, text }),
      (message) => (message.type === 'words' ? message.words : undefined),
      () => this.#fallback.segment(text),
    );
  }

  findEntities(question: EntityQuestion): Promise<readonly FoundEntity[]> {
    return this.#ask(
      (id) => ({ id, question }),
      (message) => (message.type === 'entities' ? message.entities : undefined),
      () => Promise.resolve(byRulesAlone(question)),
    );
  }

  #ask<T>(
    request: (id: number) => WorkerRequest,
    read: (message: WorkerMessage) => T | undefined,
    instead: () => Promise<T>,
  ): Promise<T> {
    if (this.#failed) return instead();
    this.#worker ??= this.#start();
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const giveUp = (): void => void instead().then(resolve, reject);
      const answer = (message: WorkerMessage): void => {
        const value = read(message);
        if (value === undefined) giveUp();
        else resolve(value);
      };
      this.#waiting.set(id, { answer, giveUp });
      this.#worker?.postMessage(request(id));
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
      case 'entities':
        this.#waiting.get(message.id)?.answer(message);
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
    for (const { giveUp } of this.#waiting.values()) giveUp();
    this.#waiting.clear();
  }
}

function byRulesAlone(question: EntityQuestion): readonly FoundEntity[] {
  const length = question.passages.reduce((sum, passage) => sum + passage.length, 0);
  return length > MAX_OWN_THREAD ? [] : findEntities(question);
}
