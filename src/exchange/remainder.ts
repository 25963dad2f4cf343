import { z } from 'zod';
import type { AttributeValue } from '../annotations/model';
import type { Mark } from './document';
import type { ReadSpan } from './reading';

/** Name under which formats of other programs carry what they have no field for. */
export const REMAINDER = 'newsmark';

const attributeValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const remainderSchema = z.object({
  layer: z.string().min(1).optional(),
  label: z.string().min(1).optional(),
  attributes: z.record(z.string(), attributeValue).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  note: z.string().optional(),
  author: z.string().optional(),
  time: z.string().optional(),
});

/** What a format of another program has no field for, as a JSON object in a place where that program keeps it. */
export type Remainder = z.infer<typeof remainderSchema>;

interface RemainderWish {
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  readonly note?: string;
  readonly author?: string | undefined;
  readonly time?: string | undefined;
}

/**
 * What is left to say of a mark whose span and tag stand in the format's own fields: layer and label of figures,
 * bylines and structure, what was read there, and the attributes the format could not take. Undefined where nothing is.
 */
export function remainderOf(
  { layer, label, data }: Mark,
  more: RemainderWish = {},
  renamed = false,
): Remainder | undefined {
  const remainder = {
    ...((layer !== 'entity' || renamed) && { layer, label }),
    ...(data && Object.keys(data).length > 0 && { data }),
    ...(more.attributes && Object.keys(more.attributes).length > 0 && { attributes: more.attributes }),
    ...(more.note !== undefined && { note: more.note }),
    ...(more.author !== undefined && { author: more.author }),
    ...(more.time !== undefined && { time: more.time }),
  } as Remainder;
  return Object.keys(remainder).length > 0 ? remainder : undefined;
}

/** Reads what {@link remainderOf} wrote; undefined where it is something else. */
export function parseRemainder(value: unknown): Remainder | undefined {
  const read = remainderSchema.safeParse(value);
  return read.success ? read.data : undefined;
}

/** A span as its format says it, completed with its remainder. */
export function withRemainder<T extends Pick<ReadSpan, 'layer' | 'label' | 'attributes'>>(
  span: T,
  remainder: Remainder | undefined,
): T {
  if (!remainder) return span;
  const { attributes, ...rest } = remainder;
  const all = { ...span.attributes, ...attributes };
  return { ...span, ...rest, ...(Object.keys(all).length > 0 && { attributes: all }) };
}
