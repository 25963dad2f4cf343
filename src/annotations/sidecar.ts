import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PageText } from '../page/text';
import { byPlace } from './edits';
import type { Annotation, PageIdentity, Sidecar } from './model';
import { type FileError, readJson } from './readJson';
import { annotationFields, storedSidecarSchema } from './schema';

export const SIDECAR_VERSION = 1;

/** Why the text of a sidecar is not taken. */
export type SidecarError = FileError;

export type ParsedSidecar =
  { readonly ok: true; readonly sidecar: Sidecar } | { readonly ok: false; readonly error: SidecarError };

/** Reads the text of a sidecar. Never throws. */
export function parseSidecar(text: string): ParsedSidecar {
  const read = readJson(text, storedSidecarSchema, SIDECAR_VERSION);
  return read.ok ? { ok: true, sidecar: read.value } : read;
}

/** UTF-16 units of the page that share a stretch of lines: about two lines of a column. */
const STRETCH = 64;

/**
 * The text of a sidecar: one annotation a line, sorted by place, fields in the order of the schema and unknown ones
 * behind them, newline at the end. The same annotations give the same text, whatever way they came about.
 *
 * Its lines are made for `git merge`, which takes changes of two people where an unchanged line stands between them.
 * Every stretch of the page has its lines, an empty line ends each, whether it has annotations or not: what is labelled
 * in one stretch never touches another. Every annotation's line ends with its own comma, because an empty object ends
 * the list: a line that comes or goes changes no other, and the lines of two people together are valid JSON.
 */
export function serializeSidecar(sidecar: Sidecar): string {
  const { formatVersion, page, annotations, ...unknown } = sidecar;
  const fields = Object.entries({ formatVersion, page, ...unknown });
  return [
    '{\n',
    ...fields.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`),
    '  "annotations": [\n',
    ...runsOf(annotations, page.length),
    '    {}\n  ]\n}\n',
  ].join('');
}

/** Stretches that are kept together as text. */
const RUN = 64;

/** The text of a run of stretches with the annotations that stand in it. */
interface RunText {
  readonly annotations: readonly Annotation[];
  readonly stretches: number;
  readonly text: string;
}

/** Runs by their first annotation: one gesture changes one of hundreds. */
const runs = new WeakMap<Annotation, RunText>();

/** The lines of the annotations, run by run, with an empty line between each two stretches of a page of that length. */
function runsOf(annotations: readonly Annotation[], length: number): readonly string[] {
  const sorted = [...annotations].sort(byPlace);
  const last = Math.max(0, Math.ceil(length / STRETCH) - 1);
  const parts: string[] = [];
  for (let first = 0, from = 0; first <= last; first += RUN) {
    const next = first + RUN > last ? Infinity : (first + RUN) * STRETCH;
    let to = from;
    while (to < sorted.length && sorted[to]!.start < next) to++;
    parts.push(runText(sorted.slice(from, to), first, Math.min(RUN, last - first)));
    from = to;
  }
  return parts;
}

/** The lines of a run: those of its annotations, and the ends of so many stretches. */
function runText(annotations: readonly Annotation[], first: number, stretches: number): string {
  if (annotations.length === 0) return '\n'.repeat(stretches);
  const known = runs.get(annotations[0]!);
  if (
    known?.stretches === stretches &&
    known.annotations.length === annotations.length &&
    known.annotations.every((annotation, i) => annotation === annotations[i])
  ) {
    return known.text;
  }
  const parts: string[] = [];
  let stretch = 0;
  for (const annotation of annotations) {
    const at = Math.min(stretches, Math.floor(annotation.start / STRETCH) - first);
    parts.push('\n'.repeat(at - stretch), '    ', lineOf(annotation), ',\n');
    stretch = at;
  }
  parts.push('\n'.repeat(stretches - stretch));
  // Joined, not added up: that would be a tree of strings, to be walked again whenever the run is used.
  const text = parts.join('');
  runs.set(annotations[0]!, { annotations, stretches, text });
  return text;
}

/** Annotations as text: one gesture changes few of thousands. */
const written = new WeakMap<Annotation, string>();

function lineOf(annotation: Annotation): string {
  let line = written.get(annotation);
  if (line === undefined) written.set(annotation, (line = JSON.stringify(inOrder(annotation))));
  return line;
}

function inOrder(annotation: Annotation): object {
  const ordered: Record<string, unknown> = {};
  for (const field of annotationFields) if (field in annotation) ordered[field] = annotation[field];
  return Object.assign(ordered, annotation);
}

/** A sidecar without annotations for a page. */
export function newSidecar(page: PageText, file: string, encoding: string): Sidecar {
  return { formatVersion: SIDECAR_VERSION, page: pageIdentity(page, file, encoding), annotations: [] };
}

/** What says which text offsets belong to. */
export function pageIdentity(page: PageText, file: string, encoding: string): PageIdentity {
  const { text, eol } = page;
  return { file, offsetUnit: 'utf-16', eol, encoding, length: text.length, sha256: pageHash(page) };
}

/** Hashes of pages by the page: 15 ms a megabyte, and every gesture asks. */
const hashes = new WeakMap<PageText, string>();

/** SHA-256 of the UTF-8 form of a page's text, in hex. */
export function pageHash(page: PageText): string {
  let hash = hashes.get(page);
  if (hash === undefined) hashes.set(page, (hash = textHash(page.text)));
  return hash;
}

/** SHA-256 of a text's UTF-8 form, in hex. */
function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
