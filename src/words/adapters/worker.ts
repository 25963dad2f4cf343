import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { findEntities } from '../entities/findEntities';
import type { EntityQuestion, FoundEntity } from '../entities/model';
import type { Word } from '../segmenter';
import type { WorkerMessage, WorkerRequest } from './protocol';

interface Tagged {
  readonly word: string;
  readonly tag?: string;
}
type Cut = (text: string) => readonly Tagged[];

interface Nodejieba {
  load(dictionaries: object): void;
  tag(text: string): readonly Tagged[];
}
interface JiebaWasm {
  tag(text: string, hmm: boolean): readonly Tagged[];
}

/** The folder that holds the libraries, each with its own layout. */
const { folder } = workerData as { readonly folder: string };
const load = createRequire(join(folder, 'segmenter.js'));

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function openNodejieba(): Cut {
  const library = load('./nodejieba/index.js') as Nodejieba;
  library.load({});
  return (text) => library.tag(text);
}

function openJiebaWasm(): Cut {
  const library = load('./jieba-wasm/jieba_rs_wasm.js') as JiebaWasm;
  return (text) => library.tag(text, true);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0]! : String(error);
}

function open(): Cut | undefined {
  let missing: string;
  try {
    const cut = openNodejieba();
    post({ type: 'ready', name: 'nodejieba' });
    return cut;
  } catch (error) {
    missing = reason(error);
  }
  try {
    const cut = openJiebaWasm();
    post({ type: 'ready', name: 'jieba-wasm', missing });
    return cut;
  } catch (error) {
    post({ type: 'failed', reason: `${missing}; ${reason(error)}` });
    return undefined;
  }
}

/**
 * The libraries count in bytes or code points and may leave out what they do not know, so the words are found again in
 * the text, in order: offsets are UTF-16 and the words cover the text.
 */
function locate(text: string, tagged: readonly Tagged[]): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const { word, tag } of tagged) {
    const start = text.indexOf(word, at);
    if (start < 0 || word === '') continue;
    if (start > at) words.push({ start: at, end: start });
    at = start + word.length;
    words.push({ start, end: at, ...(tag && { tag }) });
  }
  if (at < text.length) words.push({ start: at, end: text.length });
  return words;
}

/** The words of the page that was asked about last: most of its passages are asked about again. */
let known = new Map<string, readonly Word[]>();

function entitiesOf(question: EntityQuestion, cut: Cut): readonly FoundEntity[] {
  const words = question.passages.map((text) => known.get(text) ?? locate(text, cut(text)));
  known = new Map(question.passages.map((text, index) => [text, words[index]!]));
  return findEntities({ ...question, words });
}

const cut = open();
parentPort?.on('message', (request: WorkerRequest) => {
  if (!cut) return;
  const { id } = request;
  if ('text' in request) post({ type: 'words', id, words: locate(request.text, cut(request.text)) });
  else post({ type: 'entities', id, entities: entitiesOf(request.question, cut) });
});
