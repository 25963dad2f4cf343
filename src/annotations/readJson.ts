import type { z } from 'zod';
import { jsonErrorAt, jsonValueAt, positionAt, type TextPosition } from './jsonPosition';

/** Why the text of a file of ours is not taken. Lines and columns are 1-based. */
export type FileError =
  | { readonly code: 'empty' }
  | ({ readonly code: 'invalid-json' } & TextPosition)
  | { readonly code: 'conflict-markers'; readonly line: number }
  | { readonly code: 'newer-version'; readonly version: number }
  | {
      readonly code: 'schema';
      /** As `annotations.3.start`; '' for the whole file. */
      readonly path: string;
      readonly detail: string;
      readonly line: number;
    };

export type ReadFile<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: FileError };

/** Reads JSON that carries a `formatVersion`. Never throws. */
export function readJson<T>(text: string, schema: z.ZodType<T>, newest: number): ReadFile<T> {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const fail = (error: FileError): ReadFile<T> => ({ ok: false, error });
  if (body.trim() === '') return fail({ code: 'empty' });
  const conflict = conflictLine(body);
  if (conflict !== undefined) return fail({ code: 'conflict-markers', line: conflict });
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return fail({ code: 'invalid-json', ...positionAt(body, jsonErrorAt(body)) });
  }
  const version = (value as { formatVersion?: unknown } | null)?.formatVersion;
  if (typeof version === 'number' && version > newest) return fail({ code: 'newer-version', version });
  const checked = schema.safeParse(value);
  if (checked.success) return { ok: true, value: checked.data };
  const { path, message } = checked.error.issues[0] ?? { path: [], message: '' };
  const { line } = positionAt(body, jsonValueAt(body, path));
  return fail({ code: 'schema', path: path.map(String).join('.'), detail: message, line });
}

/** 1-based line where git began to mark a conflict; JSON strings have no line ends, so no quote looks like one. */
function conflictLine(text: string): number | undefined {
  const at = text.search(/^<{7}(?: |$)/m);
  return at < 0 ? undefined : positionAt(text, at).line;
}
