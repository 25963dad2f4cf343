import { z } from 'zod';
import type { AttributeValue } from '../../annotations/model';
import type { ImportPlace, ImportProblem, ReadSpan } from '../reading';
import { parseRemainder, REMAINDER, type Remainder, withRemainder } from '../remainder';
import { stableId } from '../stableId';
import { NO, YES } from './controls';

const itemSchema = z.looseObject({
  id: z.string().min(1).optional(),
  type: z.string(),
  from_name: z.string().optional(),
  from_id: z.string().optional(),
  to_id: z.string().optional(),
  labels: z.array(z.string()).nullish(),
  direction: z.string().nullish(),
  value: z.record(z.string(), z.unknown()).optional(),
  meta: z.record(z.string(), z.unknown()).nullish(),
});
type Item = z.infer<typeof itemSchema>;

interface Setting {
  readonly text: string;
  /** What holds for all spans of the result. */
  readonly about: Pick<ReadSpan, 'place' | 'suggested' | 'rejected' | 'author' | 'time'>;
  readonly place: ImportPlace;
  readonly problem: (message: ImportProblem) => void;
}

/** A relation that has no label: it says that two regions belong together. */
const UNNAMED = 'related';

/** The regions of a result, with the attributes and relations that other items of it say. */
export function readResult(result: readonly unknown[], setting: Setting): readonly ReadSpan[] {
  const key = stableId(setting.text);
  const regions = new Map<string, ReadSpan[]>();
  const others: Item[] = [];
  for (const value of result) {
    const item = itemSchema.safeParse(value).data;
    const spans = item && spansOf(item, key, setting);
    if (!item) tell(setting, 'malformed', value);
    else if (!spans) others.push(item);
    else {
      const id = item.id ?? spans[0]!.id;
      if (regions.has(id)) tell(setting, 'duplicate-id', id);
      else regions.set(id, [...spans]);
    }
  }
  for (const item of others) describe(item, regions, setting);
  return [...regions.values()].flat();
}

/** The spans of a region, one for each of its labels; undefined where the item is no labelled region. */
function spansOf({ id, type, value, meta }: Item, key: string, { about }: Setting): readonly ReadSpan[] | undefined {
  const labels = z.array(z.string().min(1)).min(1).safeParse(value?.[type]).data;
  const offset = z.coerce.number();
  const [start, end] = [offset.safeParse(value?.start).data, offset.safeParse(value?.end).data];
  if (type === 'choices' || !labels || start === undefined || end === undefined) return undefined;
  const quote = typeof value?.text === 'string' ? value.text : undefined;
  const notes = z.array(z.string()).safeParse(meta?.text).data ?? [];
  return labels.map((label, index) => {
    const own = id === undefined ? stableId(key, label, start, end) : index === 0 ? id : `${id}-${label}`;
    const note = notes.length > 0 && { note: notes.join('\n') };
    return withRemainder({ id: own, layer: 'entity', label, start, end, quote, ...about, ...note }, remainderIn(meta));
  });
}

function remainderIn(meta: Item['meta']): Remainder | undefined {
  return parseRemainder(meta?.[REMAINDER]);
}

function describe(item: Item, regions: ReadonlyMap<string, ReadSpan[]>, setting: Setting): void {
  if (item.type === 'relation') {
    relate(item, regions, setting);
    return;
  }
  const value = attributeOf(item);
  const spans = regions.get(item.id ?? '');
  if (value === undefined || !spans || !item.from_name) {
    tell(setting, 'unsupported', { type: item.type, from_name: item.from_name });
    return;
  }
  const name = item.from_name;
  spans.forEach((span, index) => {
    // What a span's own remainder says is more exact.
    spans[index] = { ...span, attributes: { [name]: value, ...span.attributes } };
  });
}

function relate(item: Item, regions: ReadonlyMap<string, ReadSpan[]>, setting: Setting): void {
  const left = item.direction === 'left';
  const from = regions.get((left ? item.to_id : item.from_id) ?? '');
  const target = regions.get((left ? item.from_id : item.to_id) ?? '')?.[0];
  const labels = item.labels && item.labels.length > 0 ? item.labels : [UNNAMED];
  if (!from || !target) {
    tell(setting, 'broken-relation', labels.join(', '));
    return;
  }
  const relations = labels.map((label) => ({ label, target: target.id }));
  from[0] = { ...from[0]!, relations: [...(from[0]!.relations ?? []), ...relations] };
}

/** The value of choices, texts, numbers and ratings of a region. */
function attributeOf({ type, value }: Item): AttributeValue | undefined {
  const content = type === 'textarea' ? value?.text : value?.[type];
  if (typeof content === 'string' || typeof content === 'number') return content;
  const list = z.array(z.string()).min(1).safeParse(content).data;
  if (!list) return undefined;
  if (list.length > 1) return type === 'textarea' ? list.join('\n') : list;
  const [only] = list;
  if (type === 'choices' && (only === YES || only === NO)) return only === YES;
  return only;
}

function tell({ problem, place }: Setting, code: ImportProblem['code'], detail: unknown): void {
  problem({ code, place, detail: typeof detail === 'string' ? detail : JSON.stringify(detail).slice(0, 80) });
}
