import type { Document, Mark } from './document';
import type { Format, FormatWriter, WriterContext } from './format';
import {
  ImportError,
  type ImportFiles,
  type ImportProblem,
  type ReadDocument,
  type Reader,
  type ReadSpan,
} from './reading';
import { sequencesOf } from './sequences';
import { tagOf } from './tagOf';
import { isTag, spansOf, tagsOf } from './tagSets';

/** What a tag can hold: anything else would end the column or the row. */
const LABEL = /^[^\s\p{C}]+$/u;

/**
 * Two columns, one character (Unicode code point) a line: `character<TAB>tag`, an empty line behind every sequence, line
 * ends LF, a file for every document. Blanks and line breaks are no characters. Sequences and what becomes of nested
 * spans: {@link sequencesOf}; tags: BIO, BIOES or BMES.
 */
export const conll: Format = {
  id: 'conll',
  files: 'each',
  keepsState: false,
  open: (context) => new Writer(context),
};

class Writer implements FormatWriter {
  readonly #context: WriterContext;

  constructor(context: WriterContext) {
    this.#context = context;
  }

  add(document: Document): ReturnType<FormatWriter['add']> {
    const { request } = this.#context;
    const marks = document.marks.filter((mark) => this.#holds(document, mark));
    const sequences = sequencesOf({ ...document, marks }, request.sequence, (_, mark, code) => {
      this.#context.lose(document, mark, code);
    });
    let content = '';
    for (const sequence of sequences) {
      const tags = tagsOf(sequence, request.tags);
      sequence.characters.forEach((character, at) => (content += `${character}\t${tags[at]!}\n`));
      content += '\n';
    }
    return [{ path: `${document.name}.conll`, content }];
  }

  close(): ReturnType<FormatWriter['close']> {
    return [];
  }

  #holds(document: Document, mark: Mark): boolean {
    if (!LABEL.test(tagOf(mark))) {
      this.#context.lose(document, mark, 'label');
      return false;
    }
    for (const attribute of Object.keys(mark.attributes ?? {}))
      this.#context.lose(document, mark, 'attribute', attribute);
    for (const { label } of mark.relations ?? []) this.#context.lose(document, mark, 'relation', label);
    if (mark.note) this.#context.lose(document, mark, 'note');
    return true;
  }
}

/**
 * Reads rows of a character (or word) and a tag, parted by a tab or blank; with more columns the first and the last
 * count, as in CoNLL-2003. Lines that begin with `#` and `-DOCSTART-` are comments. A file is a document; its text has
 * no blanks.
 */
export const conllReader: Reader = {
  id: 'conll',
  async *read(files, problem) {
    for (const file of files.paths) yield await readFile(files, file, problem);
  },
};

async function readFile(
  files: ImportFiles,
  file: string,
  problem: (message: ImportProblem) => void,
): Promise<ReadDocument> {
  const spans: ReadSpan[] = [];
  let text = '';
  let words: string[] = [];
  let tags: string[] = [];
  let first = 0;
  let number = 0;
  let rows = 0;
  const finish = (): void => {
    const starts: number[] = [];
    let at = text.length;
    for (const word of words) {
      starts.push(at);
      at += word.length;
    }
    starts.push(at);
    text += words.join('');
    for (const { label, from, to } of spansOf(tags)) {
      const [start, end] = [starts[from]!, starts[to]!];
      const id = `conll-${label}-${start}-${end}`;
      const place = { file, line: first + from };
      spans.push({ id, layer: 'entity', label, start, end, quote: text.slice(start, end), suggested: false, place });
    }
    words = [];
    tags = [];
  };
  for await (const line of files.lines(file)) {
    number++;
    if (line.trim() === '') {
      finish();
      continue;
    }
    if (/^(#(?!\s*\S+$)|-DOCSTART-)/.test(line)) continue;
    const columns = line.includes('\t') ? line.split('\t') : line.split(' ');
    const [word, tag] = [columns[0]!, columns.at(-1)!.trim()];
    if (columns.length < 2 || word === '' || !isTag(tag)) {
      problem({ code: 'malformed', place: { file, line: number }, detail: line.slice(0, 80) });
      continue;
    }
    if (words.length === 0) first = number;
    words.push(word);
    tags.push(tag);
    rows++;
  }
  finish();
  if (rows === 0 && number > 0) throw new ImportError(`${file} has no rows of character and tag`, { file });
  return { id: undefined, text, unit: 'utf-16', withoutBlanks: true, spans, place: { file } };
}
