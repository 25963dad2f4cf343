import { z } from 'zod';

const offset = z.int().min(0);

/** One decision. Unknown fields are kept: they belong to other programs or later versions. */
export const annotationSchema = z
  .looseObject({
    id: z.string().min(1).describe('Unique in this file; never changes.'),
    layer: z.string().min(1).describe('entity, figure or byline; annotations of other layers are kept untouched.'),
    start: offset.describe('UTF-16 code units into the page text (line ends read as \\n, no byte-order mark).'),
    end: offset.describe('Exclusive.'),
    label: z.string().min(1).describe('Label id of the scheme; for figures and bylines their kind.'),
    quote: z.string().describe('The text of the span.'),
    prefix: z.string().describe('Up to 32 units before the span.'),
    suffix: z.string().describe('Up to 32 units behind the span.'),
    context: offset
      .optional()
      .describe('Units of prefix and suffix that tell the quote from all other places of the page; 0 where none do.'),
    state: z
      .enum(['added', 'accepted', 'edited', 'rejected', 'suggested'])
      .describe('What the person decided; suggested: an imported prediction that nobody decided on yet.'),
    author: z.string().optional().describe('Who decided, as they name themselves.'),
    time: z.string().describe('ISO 8601, UTC.'),
    data: z.record(z.string(), z.unknown()).optional().describe('What was read there: value, unit, people, …'),
    attributes: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
      .optional()
      .describe('What the scheme asks about annotations with this label, by the id of the attribute.'),
    relations: z
      .array(
        z.looseObject({
          label: z.string().min(1).describe('Id of the relation in the scheme.'),
          target: z.string().min(1).describe('Id of the annotation of this page that it leads to.'),
        }),
      )
      .optional()
      .describe('Relations that start here.'),
    note: z.string().optional().describe('A remark, for people.'),
    lost: z.boolean().optional().describe('The span had no certain place when this was written.'),
  })
  .refine((a) => a.start <= a.end, { path: ['end'], message: 'end is before start' });

/** The fields of an annotation that this version knows, in the order they are written. */
export const annotationFields: readonly string[] = Object.keys(annotationSchema.shape);

export const pageIdentitySchema = z.looseObject({
  file: z.string().describe('File name of the page.'),
  offsetUnit: z.literal('utf-16'),
  eol: z.enum(['lf', 'crlf', 'cr', 'mixed']).describe('Line ends of the file; offsets do not depend on them.'),
  encoding: z.string().describe('Encoding of the file, as VS Code names it.'),
  length: offset.describe('UTF-16 code units of the page text.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the page text in UTF-8, the text that the offsets belong to.'),
});

const sidecarShape = {
  formatVersion: z.literal(1).describe('Newer versions are refused, not guessed at.'),
  page: pageIdentitySchema.describe('The text that the offsets belong to.'),
};

/** The annotation file of a page, version 1, as this program holds it. */
const sidecarSchema = z
  .looseObject({ ...sidecarShape, annotations: z.array(annotationSchema) })
  .superRefine(({ annotations }, context) => {
    // Edits find annotations by their id: of two with one id the second would be lost without a word.
    const seen = new Set<string>();
    annotations.forEach(({ id }, index) => {
      if (seen.has(id)) {
        context.addIssue({ code: 'custom', path: ['annotations', index, 'id'], message: `id ${id} stands twice` });
      }
      seen.add(id);
    });
  });

/** As it is read from a file: with the empty object that ends the list, or without it as other programs write. */
export const storedSidecarSchema = z.preprocess(withoutListEnd, sidecarSchema);

/** As it stands in a file, for the JSON Schema that editors check it with. */
export const sidecarFileSchema = z.looseObject({
  ...sidecarShape,
  annotations: z
    .array(z.union([annotationSchema, z.strictObject({}).describe('Ends the list; no annotation.')]))
    .describe(
      'One a line, sorted by start, end and id. An empty object ends the list, so that every line has its comma.',
    ),
});

function withoutListEnd(sidecar: unknown): unknown {
  const list = (sidecar as { annotations?: unknown } | null)?.annotations;
  if (!Array.isArray(list)) return sidecar;
  const last: unknown = list.at(-1);
  const isEnd = typeof last === 'object' && last !== null && Object.keys(last).length === 0;
  return isEnd ? { ...(sidecar as object), annotations: list.slice(0, -1) } : sidecar;
}
