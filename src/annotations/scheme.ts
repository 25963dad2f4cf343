import { z } from 'zod';
import { type FileError, readJson } from './readJson';

export const SCHEME_VERSION = 1;

const bilingual = z.looseObject({ en: z.string().min(1), zh: z.string().min(1) });

const labelSchema = z.looseObject({
  id: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_.-]*$/)
    .describe('What is stored and exported: a letter, then letters, digits, _ . or -'),
  name: bilingual.describe('What people see, in English and Chinese.'),
  color: z
    .string()
    .regex(/^(#[0-9a-fA-F]{6}|[a-zA-Z][\w.]*)$/)
    .describe('A colour id of the theme (newsmark.label.per) or #rrggbb.'),
  key: z.string().min(1).optional().describe('Typed in the list of labels, it chooses this one.'),
  definition: z.string().optional().describe('When to use the label; shown while choosing and on hover.'),
  examples: z.array(z.string()).optional().describe('Spans that carry the label.'),
});

/** The labels of a project: a file `newsmark.scheme.json` in the workspace folder. Unknown fields are kept. */
export const schemeSchema = z
  .looseObject({
    formatVersion: z.literal(SCHEME_VERSION).describe('The form of this file.'),
    labels: z.array(labelSchema).min(1).describe('In the order they are offered.'),
  })
  .superRefine((scheme, context) => {
    const seen = new Set<string>();
    scheme.labels.forEach((label, index) => {
      if (seen.has(label.id)) {
        context.addIssue({ code: 'custom', path: ['labels', index, 'id'], message: `label ${label.id} stands twice` });
      }
      seen.add(label.id);
    });
  });

export type Scheme = z.infer<typeof schemeSchema>;
export type SchemeLabel = Scheme['labels'][number];

/** Why the text of a scheme file is not taken. */
export type SchemeError = FileError;

/** Reads the text of a scheme file. Never throws. */
export function parseScheme(
  text: string,
): { readonly ok: true; readonly scheme: Scheme } | { readonly ok: false; readonly error: SchemeError } {
  const read = readJson(text, schemeSchema, SCHEME_VERSION);
  return read.ok ? { ok: true, scheme: read.value } : read;
}
