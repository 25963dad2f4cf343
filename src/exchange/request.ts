import { z } from 'zod';
import { type FileError, readJson } from '../annotations/readJson';

export const EXPORT_VERSION = 1;

export const EXPORT_LAYERS = ['entity', 'figure', 'byline', 'structure'] as const;
export type ExportLayer = (typeof EXPORT_LAYERS)[number];

const splitSchema = z
  .looseObject({
    train: z.number().min(0).describe('Share of the training set.'),
    dev: z.number().min(0).describe('Share of the development set.'),
    test: z.number().min(0).describe('Share of the test set.'),
    seed: z.int().optional().describe('Another seed, another split; 0 where it is left out.'),
  })
  .refine(({ train, dev, test }) => train + dev + test > 0, { message: 'one share must be above 0' });

/** What to export, and in which form. A file `newsmark.export.json` in the workspace makes a team export the same. */
export const exportRequestSchema = z.looseObject({
  formatVersion: z.literal(EXPORT_VERSION).describe('The form of this file.'),
  format: z.string().min(1).describe('Id of the format.'),
  layers: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('Layers to write; left out: what the format is for, mostly entities.'),
  states: z
    .array(z.enum(['accepted', 'suggested', 'rejected']))
    .min(1)
    .optional()
    .describe('accepted: what a person took, changed or added; suggested: what nobody decided on; rejected.'),
  per: z.enum(['page', 'article']).optional().describe('A document for every page, or for every article.'),
  text: z
    .enum(['page', 'flow'])
    .optional()
    .describe('The text as it stands on the page, or as it is read: paragraphs without line breaks and inner blanks.'),
  script: z.enum(['as-is', 'simplified']).optional().describe('Characters as they are, or simplified ones.'),
  split: splitSchema.optional().describe('Training, development and test set, by article.'),
  tags: z.enum(['BIO', 'BIOES', 'BMES']).optional().describe('Tags of CoNLL and of token classification.'),
  sequence: z.enum(['sentence', 'article']).optional().describe('What one sequence of CoNLL and hf is.'),
  offsetUnit: z.enum(['utf-16', 'code-point']).optional().describe('Unit of the offsets of doccano.'),
});

/** A request as it is written down; {@link completeRequest} fills in what was left out. */
export type ExportWish = z.infer<typeof exportRequestSchema>;
export type ExportSplit = z.infer<typeof splitSchema>;

export interface ExportRequest {
  readonly format: string;
  readonly layers: readonly string[];
  readonly states: readonly ('accepted' | 'suggested' | 'rejected')[];
  readonly per: 'page' | 'article';
  readonly text: 'page' | 'flow';
  readonly script: 'as-is' | 'simplified';
  readonly split: ExportSplit | undefined;
  readonly tags: 'BIO' | 'BIOES' | 'BMES';
  readonly sequence: 'sentence' | 'article';
  readonly offsetUnit: 'utf-16' | 'code-point';
}

/** A request with what it leaves out: as the format says, otherwise decided entities of whole pages as they stand. */
export function completeRequest(
  wish: ExportWish,
  defaults: Partial<Pick<ExportRequest, 'layers' | 'states' | 'text' | 'per'>> = {},
): ExportRequest {
  return {
    format: wish.format,
    layers: wish.layers ?? defaults.layers ?? ['entity'],
    states: wish.states ?? defaults.states ?? ['accepted'],
    per: wish.per ?? defaults.per ?? 'page',
    text: wish.text ?? defaults.text ?? 'page',
    script: wish.script ?? 'as-is',
    split: wish.split,
    tags: wish.tags ?? 'BIO',
    sequence: wish.sequence ?? 'sentence',
    offsetUnit: wish.offsetUnit ?? 'utf-16',
  };
}

/** Reads the text of `newsmark.export.json`. Never throws. */
export function parseExportWish(
  text: string,
): { readonly ok: true; readonly wish: ExportWish } | { readonly ok: false; readonly error: FileError } {
  const read = readJson(text, exportRequestSchema, EXPORT_VERSION);
  return read.ok ? { ok: true, wish: read.value } : read;
}
