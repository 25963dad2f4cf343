import { z } from 'zod';

const bilingual = z.object({ en: z.string().min(1), zh: z.string().min(1) });

const labelSchema = z.looseObject({
  id: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_.-]*$/)
    .describe('What is stored and exported: a letter, then letters, digits, _ . or -'),
  name: bilingual.describe('What people see.'),
  color: z
    .string()
    .regex(/^(#[0-9a-fA-F]{6}|[a-zA-Z][\w.]*)$/)
    .describe('A colour id of the theme (newsmark.label.per) or #rrggbb.'),
  key: z.string().min(1).optional().describe('Types the label in the quick pick.'),
  definition: z.string().optional().describe('When to use the label; shown while choosing and on hover.'),
  examples: z.array(z.string()).optional(),
});

/** The labels of a project: a file `newsmark.scheme.json` in the workspace folder. Unknown fields are kept. */
export const schemeSchema = z
  .looseObject({
    formatVersion: z.literal(1),
    labels: z.array(labelSchema).min(1),
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

export interface SchemeError {
  readonly code: 'invalid-json' | 'schema';
  /** Where in the file, as `labels.0.id`; '' for the whole of it. */
  readonly path: string;
  readonly detail: string;
}

/** Reads the text of a scheme file. Never throws. */
export function parseScheme(
  text: string,
): { readonly ok: true; readonly scheme: Scheme } | { readonly ok: false; readonly error: SchemeError } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      error: { code: 'invalid-json', path: '', detail: error instanceof Error ? error.message : '' },
    };
  }
  const checked = schemeSchema.safeParse(value);
  if (checked.success) return { ok: true, scheme: checked.data };
  const issue = checked.error.issues[0];
  return {
    ok: false,
    error: { code: 'schema', path: issue?.path.map(String).join('.') ?? '', detail: issue?.message ?? '' },
  };
}
