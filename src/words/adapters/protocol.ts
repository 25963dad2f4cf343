import type { EntityQuestion, FoundEntity } from '../entities/model';
import type { Word } from '../segmenter';

/** What the host asks of the worker: the words of a text, or the entities of a page. */
export type WorkerRequest =
  { readonly id: number; readonly text: string } | { readonly id: number; readonly question: EntityQuestion };

/** What the worker says: first which library it has, then an answer a request. */
export type WorkerMessage =
  | {
      readonly type: 'ready';
      readonly name: 'nodejieba' | 'jieba-wasm';
      /** Why the better library is not the one that runs. */
      readonly missing?: string;
    }
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'words'; readonly id: number; readonly words: readonly Word[] }
  | { readonly type: 'entities'; readonly id: number; readonly entities: readonly FoundEntity[] };
