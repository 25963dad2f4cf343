import { parseJson } from '../parseJson';
import {
  ImportError,
  type ImportFiles,
  type ImportPlace,
  type ImportProblem,
  type ReadDocument,
  type Reader,
} from '../reading';
import { annotationSchema, isLinking, linkOf, readAnnotation, sourceOf, type WebAnnotation } from './readAnnotation';
import { DocumentDraft } from './documentDraft';

/**
 * Reads W3C Web Annotations: AnnotationPages, collections with their first page, arrays, single annotations, or one a
 * line. A document for every target; its text is the file that the target names, where that was given too. Offsets are
 * code points, or UTF-16 units where the quotes say so; where an annotation has a quote only, it is searched with its
 * prefix and suffix. Linking annotations become relations, in whichever of the files they stand.
 */
export const webAnnotationReader: Reader = {
  id: 'webannotation',
  async *read(files, problem) {
    const paths = files.paths.filter((path) => /\.(jsonld|jsonl?)$/i.test(path));
    // Pages of relations stand beside the annotations that they link.
    const links = new Set(paths.filter((path) => path.endsWith('.relations.jsonld')));
    for (const path of paths.filter((one) => !links.has(one))) {
      const beside = path.replace(/\.jsonld$/, '.relations.jsonld');
      const found = await annotationsOf(files, path, problem);
      if (links.delete(beside)) found.push(...(await annotationsOf(files, beside, problem)));
      yield* documentsOf(files, path, found, problem);
    }
    for (const path of links) problem({ code: 'broken-relation', place: { file: path } });
  },
};

interface Found {
  readonly annotation: WebAnnotation;
  readonly place: ImportPlace;
}

async function annotationsOf(
  files: ImportFiles,
  file: string,
  problem: (message: ImportProblem) => void,
): Promise<Found[]> {
  const found: Found[] = [];
  let values = 0;
  for (const { value, place } of valuesOf(await files.text(file), file)) {
    values++;
    const annotation = annotationSchema.safeParse(value).data;
    if (annotation) found.push({ annotation, place });
    else problem({ code: 'malformed', place, detail: JSON.stringify(value ?? null).slice(0, 80) });
  }
  if (values > 0 && found.length === 0) throw new ImportError(`no Web Annotation in ${file}`, { file });
  return found;
}

/** Everything that should be an annotation: items of a page, elements of an array, or the values of lines. */
function* valuesOf(text: string, file: string): Generator<{ readonly value: unknown; readonly place: ImportPlace }> {
  const whole = parseJson(text);
  if (whole !== undefined) {
    for (const value of itemsOf(whole)) yield { value, place: { file } };
    return;
  }
  let line = 0;
  for (const content of text.split(/\r?\n/)) {
    line++;
    if (content.trim() === '') continue;
    for (const value of itemsOf(parseJson(content))) yield { value, place: { file, line } };
  }
}

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [value];
  const { items, first } = value as { readonly items?: unknown; readonly first?: unknown };
  if (Array.isArray(items)) return items;
  return typeof first === 'object' ? itemsOf(first) : [value];
}

async function* documentsOf(
  files: ImportFiles,
  file: string,
  found: readonly Found[],
  problem: (message: ImportProblem) => void,
): AsyncGenerator<ReadDocument> {
  const drafts = new Map<string, DocumentDraft>();
  for (const { annotation, place } of found.filter((one) => !isLinking(one.annotation))) {
    const source = sourceOf(annotation);
    let draft = drafts.get(source);
    if (!draft) {
      const path = pathOf(files, file, source);
      draft = new DocumentDraft(source, path === undefined ? undefined : await files.text(path), { file });
      drafts.set(source, draft);
    }
    draft.add(readAnnotation(annotation, place, problem), problem);
  }
  for (const { annotation, place } of found.filter((one) => isLinking(one.annotation))) {
    const link = linkOf(annotation);
    const related = link && [...drafts.values()].some((draft) => draft.relate(link));
    if (!related) problem({ code: 'broken-relation', place, detail: link?.label });
  }
  for (const draft of drafts.values()) yield draft.document();
}

/** The file that a target names, relative to the annotations; undefined where it was not given. */
function pathOf({ paths }: ImportFiles, file: string, source: string): string | undefined {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const name = decoded(source);
  return paths.find((path) => path === `${folder}${name}`) ?? paths.find((path) => path === name);
}

function decoded(iri: string): string {
  try {
    return decodeURIComponent(iri);
  } catch {
    return iri;
  }
}
