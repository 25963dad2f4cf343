import { z } from 'zod';
import { type FileError, readJson } from './readJson';

export const SCHEME_VERSION = 1;

const bilingual = z.looseObject({ en: z.string().min(1), zh: z.string().min(1) });

const idSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]*$/);

const labelSchema = z.looseObject({
  id: idSchema.describe('What is stored and exported: a letter, then letters, digits, _ . or -'),
  name: bilingual.describe('What people see, in English and Chinese.'),
  color: z
    .string()
    .regex(/^(#[0-9a-fA-F]{6}|[a-zA-Z][\w.]*)$/)
    .describe('A colour id of the theme (newsmark.label.per) or #rrggbb.'),
  key: z.string().min(1).optional().describe('Typed in the list of labels, it chooses this one.'),
  definition: z.string().optional().describe('When to use the label; shown while choosing and on hover.'),
  examples: z.array(z.string()).optional().describe('Spans that carry the label.'),
});

const labelIds = z.array(z.string());

const attributeSchema = z
  .looseObject({
    id: idSchema.describe('What is stored and exported.'),
    name: bilingual.describe('What people see, in English and Chinese.'),
    type: z.enum(['boolean', 'choice', 'text']).describe('Yes or no, one of some values, or any text.'),
    values: z
      .array(z.looseObject({ id: z.string().min(1), name: bilingual.optional() }))
      .optional()
      .describe('What can be chosen.'),
    multiple: z.boolean().optional().describe('Several values can be chosen.'),
    labels: labelIds.optional().describe('Labels that have the attribute; all where it is left out.'),
    definition: z.string().optional().describe('When to use the attribute; shown while choosing.'),
  })
  .refine((a) => a.type !== 'choice' || (a.values?.length ?? 0) > 0, {
    path: ['values'],
    message: 'a choice needs values',
  });

const relationSchema = z.looseObject({
  id: idSchema.describe('What is stored and exported.'),
  name: bilingual.describe('What people see, in English and Chinese.'),
  from: labelIds.optional().describe('Labels that it can start from; all where it is left out.'),
  to: labelIds.optional().describe('Labels that it can lead to; all where it is left out.'),
  symmetric: z.boolean().optional().describe('It holds in both directions: sameAs.'),
  definition: z.string().optional().describe('When to use the relation; shown while choosing.'),
});

const KINDS = [
  ['labels', 'label'],
  ['attributes', 'attribute'],
  ['relations', 'relation'],
] as const;

/** The labels of a project: a file `newsmark.scheme.json` in the workspace folder. Unknown fields are kept. */
export const schemeSchema = z
  .looseObject({
    formatVersion: z.literal(SCHEME_VERSION).describe('The form of this file.'),
    labels: z.array(labelSchema).min(1).describe('In the order they are offered.'),
    attributes: z.array(attributeSchema).optional().describe('What is asked about annotations.'),
    relations: z.array(relationSchema).optional().describe('How annotations of a page can be related.'),
  })
  .superRefine((scheme, context) => {
    for (const [field, kind] of KINDS) {
      const seen = new Set<string>();
      scheme[field]?.forEach(({ id }, index) => {
        if (seen.has(id)) {
          context.addIssue({ code: 'custom', path: [field, index, 'id'], message: `${kind} ${id} stands twice` });
        }
        seen.add(id);
      });
    }
  });

export type Scheme = z.infer<typeof schemeSchema>;
export type SchemeLabel = Scheme['labels'][number];
export type SchemeAttribute = z.infer<typeof attributeSchema>;
export type SchemeRelation = z.infer<typeof relationSchema>;

/** Why the text of a scheme file is not taken. */
export type SchemeError = FileError;

/** Reads the text of a scheme file. Never throws. */
export function parseScheme(
  text: string,
): { readonly ok: true; readonly scheme: Scheme } | { readonly ok: false; readonly error: SchemeError } {
  const read = readJson(text, schemeSchema, SCHEME_VERSION);
  return read.ok ? { ok: true, scheme: read.value } : read;
}
