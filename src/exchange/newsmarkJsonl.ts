import { z } from 'zod';
import type { Document, Mark } from './document';
import type { Format, FormatWriter, WriterContext } from './format';
import {
  type ImportFiles,
  type ImportProblem,
  ImportError,
  type ReadDocument,
  type Reader,
  type ReadSpan,
} from './reading';

const FORM = 'newsmark-jsonl';

/**
 * JSON Lines without loss: a document a line, with everything that {@link Document} holds. Offsets are UTF-16 code units
 * into `text`, end exclusive. The layer `structure` holds what a person corrected, as the sidecar stores it.
 */
export const newsmarkJsonl: Format = {
  id: FORM,
  files: 'all',
  keepsState: true,
  lossless: true,
  open: (context) => new Writer(context),
};

class Writer implements FormatWriter {
  readonly #context: WriterContext;
  readonly #path: string;

  constructor(context: WriterContext) {
    this.#context = context;
    this.#path = `${context.name}.jsonl`;
  }

  add(document: Document): ReturnType<FormatWriter['add']> {
    const { name: _, marks, ...rest } = document;
    const written = marks.filter((mark) => this.#holds(document, mark));
    const line = { format: FORM, formatVersion: 1, offsetUnit: 'utf-16', ...rest, marks: written };
    return [{ path: this.#path, content: `${JSON.stringify(line)}\n` }];
  }

  close(): ReturnType<FormatWriter['close']> {
    return [{ path: this.#path, content: '' }];
  }

  #holds(document: Document, mark: Mark): boolean {
    if (document.text.slice(mark.start, mark.end) === mark.quote) return true;
    this.#context.lose(document, mark, 'quote-differs');
    return false;
  }
}

const offset = z.int().min(0);
const markSchema = z.looseObject({
  id: z.string().min(1),
  layer: z.string().min(1),
  label: z.string().min(1),
  start: offset,
  end: offset,
  quote: z.string(),
  state: z.enum(['added', 'accepted', 'edited', 'rejected', 'suggested']),
  author: z.string().optional(),
  time: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
  relations: z.array(z.looseObject({ label: z.string().min(1), target: z.string().min(1) })).optional(),
  note: z.string().optional(),
});
const lineSchema = z.looseObject({
  format: z.literal(FORM),
  formatVersion: z.literal(1),
  offsetUnit: z.literal('utf-16'),
  id: z.string().min(1),
  text: z.string(),
  marks: z.array(z.unknown()),
});

/** Reads what {@link newsmarkJsonl} wrote. */
export const newsmarkJsonlReader: Reader = {
  id: FORM,
  async *read(files, problem) {
    for (const file of files.paths) yield* readFile(files, file, problem);
  },
};

async function* readFile(
  files: ImportFiles,
  file: string,
  problem: (message: ImportProblem) => void,
): AsyncGenerator<ReadDocument> {
  let number = 0;
  let read = 0;
  for await (const line of files.lines(file)) {
    const place = { file, line: ++number };
    if (line.trim() === '') continue;
    const value = lineSchema.safeParse(parsed(line));
    if (!value.success) {
      problem({ code: 'malformed', place, detail: detailOf(value.error) });
      continue;
    }
    read++;
    const { id, text, marks } = value.data;
    const spans: ReadSpan[] = [];
    for (const entry of marks) {
      const mark = markSchema.safeParse(entry);
      if (!mark.success) {
        problem({ code: 'malformed', place, detail: detailOf(mark.error) });
        continue;
      }
      const { state, page: _, line: __, ...span } = mark.data;
      const decided = state === 'suggested' || state === 'rejected' ? undefined : state;
      spans.push({ ...span, suggested: state === 'suggested', rejected: state === 'rejected', state: decided, place });
    }
    yield { id, text, unit: 'utf-16', spans, place };
  }
  if (read === 0 && number > 0) throw new ImportError(`no line of ${file} is ${FORM}`, { file });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function detailOf(error: z.ZodError): string {
  const { path, message } = error.issues[0]!;
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}
