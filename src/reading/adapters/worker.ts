import { parentPort } from 'node:worker_threads';
import { type Analysis, analyze, NO_ANALYSIS } from '../../analysis';
import { deltaOf } from '../delta';
import { pack, type ReadAnswer, type ReadRequest } from './protocol';

interface Answered {
  readonly id: number;
  readonly length: number;
  readonly analysis: Analysis;
}

/** What was answered last about every page, and what the host has of it: the next answer says what is new. */
const answered = new Map<string, readonly Answered[]>();

function read({ id, page, text, decided, base }: ReadRequest & { type: 'read' }): void {
  const known = answered.get(page)?.find((answer) => answer.id === base);
  const analysis = analyze(text, decided);
  const answer = { id, length: text.text.length, analysis };
  answered.set(page, known ? [known, answer] : [answer]);
  const delta = pack(deltaOf(known?.analysis ?? NO_ANALYSIS, analysis, answer.length - (known?.length ?? 0)));
  const message: ReadAnswer = { type: 'read', id, base: known?.id, delta };
  parentPort?.postMessage(message, [delta.offsets.buffer]);
}

parentPort?.on('message', (request: ReadRequest) => {
  switch (request.type) {
    case 'close':
      answered.delete(request.page);
      return;
    case 'read':
      try {
        read(request);
      } catch (error) {
        const reason = error instanceof Error ? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : 'error';
        const answer: ReadAnswer = { type: 'failed', id: request.id, reason };
        parentPort?.postMessage(answer);
      }
  }
});
