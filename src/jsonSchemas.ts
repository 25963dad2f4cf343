import { z } from 'zod';
import { sidecarFileSchema } from './annotations/schema';
import { schemeSchema } from './annotations/scheme';
import { exportRequestSchema } from './exchange/request';

/** The JSON Schemas that editors check and complete the files with, by file name. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    'newsmark-sidecar': titled(sidecarFileSchema, 'Newsmark annotations of a page'),
    'newsmark-scheme': titled(schemeSchema, 'Newsmark label scheme'),
    'newsmark-export': titled(exportRequestSchema, 'What Newsmark exports'),
  };
}

function titled(schema: z.ZodType, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return { $schema, title, ...rest };
}
