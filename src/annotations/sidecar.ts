import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PageText } from '../page/text';
import { byPlace } from './edits';
import type { PageIdentity, Sidecar } from './model';
import { sidecarSchema } from './schema';

export const SIDECAR_VERSION = 1;

/** Why the text of a sidecar is not taken. Lines are 1-based. */
export type SidecarError =
  | { readonly code: 'empty' }
  | { readonly code: 'invalid-json'; readonly line: number; readonly detail: string }
  | { readonly code: 'conflict-markers'; readonly line: number }
  | { readonly code: 'newer-version'; readonly version: number }
  | { readonly code: 'schema'; readonly path: string; readonly detail: string };

export type ParsedSidecar =
  { readonly ok: true; readonly sidecar: Sidecar } | { readonly ok: false; readonly error: SidecarError };

/** Reads the text of a sidecar. Never throws. */
export function parseSidecar(text: string): ParsedSidecar {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (body.trim() === '') return { ok: false, error: { code: 'empty' } };
  const conflict = conflictLine(body);
  if (conflict !== undefined) return { ok: false, error: { code: 'conflict-markers', line: conflict } };
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: 'invalid-json', line: lineOfJsonError(body, detail), detail } };
  }
  const version = (value as { formatVersion?: unknown } | null)?.formatVersion;
  if (typeof version === 'number' && version > SIDECAR_VERSION) {
    return { ok: false, error: { code: 'newer-version', version } };
  }
  const checked = sidecarSchema.safeParse(value);
  if (checked.success) return { ok: true, sidecar: checked.data };
  const issue = checked.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  return { ok: false, error: { code: 'schema', path, detail: issue?.message ?? '' } };
}

/** The text of a sidecar: deterministic, one annotation a line, sorted by place, newline at the end. */
export function serializeSidecar(sidecar: Sidecar): string {
  const { formatVersion, page, annotations, ...unknown } = sidecar;
  const lines = [...annotations].sort(byPlace).map((annotation) => `    ${JSON.stringify(annotation)}`);
  const fields = [
    `  "formatVersion": ${JSON.stringify(formatVersion)}`,
    `  "page": ${JSON.stringify(page)}`,
    ...Object.entries(unknown).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`),
    lines.length === 0 ? '  "annotations": []' : `  "annotations": [\n${lines.join(',\n')}\n  ]`,
  ];
  return `{\n${fields.join(',\n')}\n}\n`;
}

/** A sidecar without annotations for a page. */
export function newSidecar(page: PageText, file: string, encoding: string): Sidecar {
  return { formatVersion: SIDECAR_VERSION, page: pageIdentity(page, file, encoding), annotations: [] };
}

/** What says which text offsets belong to. Costs one pass of SHA-256 over the text. */
export function pageIdentity(page: PageText, file: string, encoding: string): PageIdentity {
  const { text, eol } = page;
  return { file, offsetUnit: 'utf-16', eol, encoding, length: text.length, sha256: textHash(text) };
}

/** SHA-256 of a text's UTF-8 form, in hex. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function conflictLine(text: string): number | undefined {
  const at = text.startsWith('<<<<<<< ') ? 0 : text.indexOf('\n<<<<<<< ') + 1;
  return at === 0 && !text.startsWith('<<<<<<< ') ? undefined : lineOf(text, at);
}

/** V8 names a position or a line; where it names neither the end of the text is meant. */
function lineOfJsonError(text: string, message: string): number {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return lineOf(text, position ? Number(position) : text.length);
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
