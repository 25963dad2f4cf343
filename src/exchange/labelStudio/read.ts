import { jsonElements } from '../jsonElements';
import { parseJson } from '../parseJson';
import {
  ImportError,
  type ImportFiles,
  type ImportPlace,
  type ImportProblem,
  type ReadDocument,
  type Reader,
} from '../reading';
import { readTask } from './readTask';

/**
 * Reads Label Studio tasks: a JSON array of any length (one task is held at a time), JSON Lines, or the short form
 * JSON-MIN. Offsets are code points. Predictions become suggestions; cancelled annotations are left out.
 */
export const labelStudioReader: Reader = {
  id: 'label-studio',
  async *read(files, problem) {
    for (const file of files.paths.filter((path) => /\.jsonl?$/i.test(path))) yield* readFile(files, file, problem);
  },
};

async function* readFile(
  files: ImportFiles,
  file: string,
  problem: (message: ImportProblem) => void,
): AsyncGenerator<ReadDocument> {
  let tasks = 0;
  let values = 0;
  for await (const { text, place } of elementsOf(files, file)) {
    values++;
    const value = parseJson(text);
    const document = readTask(value, place, problem);
    if (document) {
      tasks++;
      yield document;
    } else problem({ code: 'malformed', place, detail: text.slice(0, 80) });
  }
  if (tasks === 0 && values > 0) throw new ImportError(`no Label Studio task in ${file}`, { file });
}

/** The tasks of an array, or of lines where the file is none. */
async function* elementsOf(
  files: ImportFiles,
  file: string,
): AsyncGenerator<{ readonly text: string; readonly place: ImportPlace }> {
  for await (const element of jsonElements(files.chunks(file), file)) {
    if (element) yield { text: element.text, place: { file, line: element.line } };
    else {
      let line = 0;
      for await (const text of files.lines(file)) {
        line++;
        if (text.trim() !== '') yield { text, place: { file, line } };
      }
    }
  }
}
