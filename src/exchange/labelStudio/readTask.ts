import { z } from 'zod';
import type { ImportPlace, ImportProblem, ReadDocument, ReadSpan } from '../reading';
import { REJECTED, TEXT_OBJECT } from './controls';
import { readResult } from './readResult';

const resultSchema = z.object({
  id: z.union([z.number(), z.string()]).optional(),
  result: z.array(z.unknown()),
  model_version: z.string().nullish(),
  was_cancelled: z.boolean().nullish(),
  completed_by: z.union([z.number(), z.string(), z.looseObject({ email: z.string().optional() })]).nullish(),
  updated_at: z.string().nullish(),
  created_at: z.string().nullish(),
});
type Result = z.infer<typeof resultSchema>;

const taskSchema = z.looseObject({
  data: z.record(z.string(), z.unknown()),
  /** Label Studio also writes the ids of predictions only. */
  annotations: z.array(z.unknown()).optional(),
  /** What annotations were called before 1.0. */
  completions: z.array(z.unknown()).optional(),
  predictions: z.array(z.unknown()).optional(),
});

/** A task with its annotations and predictions, or in the short form; undefined where a value is neither. */
export function readTask(
  value: unknown,
  place: ImportPlace,
  problem: (message: ImportProblem) => void,
): ReadDocument | undefined {
  const task = taskSchema.safeParse(value).data;
  if (!task) return readShort(value, place, problem);
  const text = textOf(task.data);
  if (text === undefined) return undefined;
  const read = (values: readonly unknown[] | undefined, suggested: boolean): readonly ReadSpan[] =>
    (values ?? []).flatMap((one) => {
      const result = resultSchema.safeParse(one).data;
      if (!result || result.was_cancelled) return [];
      const rejected = suggested && result.model_version === REJECTED;
      const about = { place, suggested: suggested && !rejected, ...(rejected && { rejected }), ...whoAndWhen(result) };
      return readResult(result.result, { text, about, place, problem });
    });
  const annotations = [...read(task.annotations, false), ...read(task.completions, false)];
  const spans = distinct(annotations, read(task.predictions, true));
  const id = task.data.document;
  return { ...(typeof id === 'string' && { id }), text, unit: 'code-point', spans, place };
}

/** The text of a task: the field of that name, or else the longest. */
function textOf(data: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof data[TEXT_OBJECT] === 'string') return data[TEXT_OBJECT];
  const texts = Object.values(data).filter((value) => typeof value === 'string');
  return texts.sort((a, b) => b.length - a.length)[0];
}

function whoAndWhen({ completed_by: by, updated_at: updated, created_at: created }: Result): {
  readonly author?: string;
  readonly time?: string;
} {
  const author = typeof by === 'object' ? by?.email : by;
  const time = new Date(updated ?? created ?? NaN);
  return {
    ...(author !== undefined && { author: `${author}` }),
    ...(!Number.isNaN(time.getTime()) && { time: time.toISOString() }),
  };
}

/** Annotations made from predictions keep their ids: the prediction is then no span of its own. */
function distinct(annotations: readonly ReadSpan[], predictions: readonly ReadSpan[]): readonly ReadSpan[] {
  const spans = new Map<string, ReadSpan>();
  for (const span of [...annotations, ...predictions]) {
    const other = spans.get(span.id);
    const same = other && other.label === span.label && other.start === span.start && other.end === span.end;
    if (same) continue;
    // Two annotators of one task: their regions may have one id.
    let id = span.id;
    for (let n = 2; spans.has(id); n++) id = `${span.id}-${n}`;
    spans.set(id, { ...span, id });
  }
  return [...spans.values()];
}

const shortSpan = z.looseObject({ start: z.number(), end: z.number(), labels: z.array(z.string()) });

/** JSON-MIN: fields of the task and lists of spans side by side. */
function readShort(
  value: unknown,
  place: ImportPlace,
  problem: (message: ImportProblem) => void,
): ReadDocument | undefined {
  const fields = z.record(z.string(), z.unknown()).safeParse(value).data;
  const text = fields && textOf(fields);
  if (text === undefined) return undefined;
  const items = Object.entries(fields ?? {}).flatMap(([name, list]) =>
    (Array.isArray(list) ? (list as readonly unknown[]) : [])
      .filter((one) => shortSpan.safeParse(one).success)
      .map((one) => ({ from_name: name, type: 'labels', value: one })),
  );
  const about = { place, suggested: false };
  const spans = distinct(readResult(items, { text, about, place, problem }), []);
  return { text, unit: 'code-point', spans, place };
}
