import { z } from 'zod';
import { parseJson } from '../parseJson';
import {
  ImportError,
  type ImportFiles,
  type ImportPlace,
  type ImportProblem,
  type ReadDocument,
  type Reader,
  type ReadSpan,
} from '../reading';
import { stableId } from '../stableId';

const id = z.union([z.number(), z.string()]);
const tripleSchema = z.tuple([z.number(), z.number(), z.string().min(1)]).rest(z.unknown());
const entitySchema = z.object({
  id: id.optional(),
  label: z.string().min(1),
  start_offset: z.number(),
  end_offset: z.number(),
});
const relationSchema = z.object({ from_id: id, to_id: id, type: z.string().min(1) });
const lineSchema = z.object({
  text: z.string().optional(),
  /** Exports of older versions. */
  data: z.string().optional(),
  label: z.array(z.unknown()).optional(),
  labels: z.array(z.unknown()).optional(),
  entities: z.array(z.unknown()).optional(),
  relations: z.array(z.unknown()).optional(),
  /** doccano writes it into every line. */
  Comments: z.array(z.unknown()).optional(),
  document: z.unknown().optional(),
  offset_unit: z.unknown().optional(),
});
type Line = z.infer<typeof lineSchema>;

/**
 * Reads doccano's JSON Lines, with spans as triples or as entities with relations. Offsets are UTF-16 units unless the
 * line says otherwise; doccano knows no quotes, so a unit shows only where a span would cut a character. Comments are
 * about whole texts: they are told.
 */
export const doccanoReader: Reader = {
  id: 'doccano',
  async *read(files, problem) {
    for (const file of files.paths.filter((path) => /\.jsonl?$/i.test(path))) yield* readFile(files, file, problem);
  },
};

async function* readFile(
  files: ImportFiles,
  file: string,
  problem: (message: ImportProblem) => void,
): AsyncGenerator<ReadDocument> {
  let number = 0;
  let read = 0;
  for await (const content of files.lines(file)) {
    const place = { file, line: ++number };
    if (content.trim() === '') continue;
    const line = lineSchema.safeParse(parseJson(content));
    const text = line.data?.text ?? line.data?.data;
    const lists = line.data && (line.data.label ?? line.data.labels ?? line.data.entities);
    if (!line.data || text === undefined || !lists) {
      problem({ code: 'malformed', place, detail: content.slice(0, 80) });
      continue;
    }
    read++;
    if (line.data.Comments?.length) problem({ code: 'unsupported', place, detail: 'Comments' });
    yield {
      ...(typeof line.data.document === 'string' && { id: line.data.document }),
      text,
      unit: line.data.offset_unit === 'code-point' ? 'code-point' : 'utf-16',
      spans: spansOf(line.data, text, place, problem),
      place,
    };
  }
  if (read === 0 && number > 0) throw new ImportError(`no line of ${file} is doccano's`, { file });
}

function spansOf(
  line: Line,
  text: string,
  place: ImportPlace,
  problem: (message: ImportProblem) => void,
): readonly ReadSpan[] {
  const key = stableId(text);
  const spans: ReadSpan[] = [];
  const byId = new Map<string | number, ReadSpan>();
  for (const one of [...(line.label ?? line.labels ?? []), ...(line.entities ?? [])]) {
    const entity = entityOf(one);
    if (!entity) {
      problem({ code: 'malformed', place, detail: JSON.stringify(one) });
      continue;
    }
    const { label, start_offset: start, end_offset: end } = entity;
    const span = { id: stableId(key, label, start, end), layer: 'entity', label, start, end, suggested: false, place };
    if (entity.id !== undefined && byId.has(entity.id)) {
      problem({ code: 'duplicate-id', place, detail: `${entity.id}` });
      continue;
    }
    spans.push(span);
    if (entity.id !== undefined) byId.set(entity.id, span);
  }
  return related(spans, byId, line.relations ?? [], place, problem);
}

function entityOf(value: unknown): z.infer<typeof entitySchema> | undefined {
  const triple = tripleSchema.safeParse(value);
  if (triple.success) {
    const [start, end, label] = triple.data;
    return { label, start_offset: start, end_offset: end };
  }
  return entitySchema.safeParse(value).data;
}

function related(
  spans: readonly ReadSpan[],
  byId: ReadonlyMap<string | number, ReadSpan>,
  relations: readonly unknown[],
  place: ImportPlace,
  problem: (message: ImportProblem) => void,
): readonly ReadSpan[] {
  const bySource = new Map<ReadSpan, { label: string; target: string }[]>();
  for (const one of relations) {
    const relation = relationSchema.safeParse(one).data;
    if (!relation) {
      problem({ code: 'malformed', place, detail: JSON.stringify(one) });
      continue;
    }
    const source = byId.get(relation.from_id);
    const target = byId.get(relation.to_id);
    if (!source || !target) problem({ code: 'broken-relation', place, detail: relation.type });
    else bySource.set(source, [...(bySource.get(source) ?? []), { label: relation.type, target: target.id }]);
  }
  return spans.map((span) => {
    const own = bySource.get(span);
    return own ? { ...span, relations: own } : span;
  });
}
