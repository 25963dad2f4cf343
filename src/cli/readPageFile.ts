import { readFile } from 'node:fs/promises';
import { MAX_PAGE_LENGTH, readPageText } from '../newsmark';
import type { PageText } from '../newsmark';
import { CliError, type Io } from './io';
import type { Say } from './messages';

export interface PageFile {
  /** As the person named it; `-` for standard input. */
  readonly name: string;
  readonly page: PageText;
  /** As VS Code names it. */
  readonly encoding: string;
}

/** What is known about the encoding of a file, in the decoder's names. */
export interface EncodingHint {
  /** The person says so: nothing else is tried. */
  readonly forced?: string | undefined;
  /** Tried before the others. */
  readonly likely?: string | undefined;
}

/** No encoding that is read here takes more bytes for one UTF-16 unit. */
const MAX_BYTES_A_UNIT = 4;
const MEGABYTE = 1_000_000;
/** Text holds no zero bytes; files of other kinds have one soon. */
const SNIFFED_BYTES = 8000;
const BINARY_MARKS = ['%PDF-', 'PK\u0003\u0004', '\u0089PNG', '\u00ff\u00d8\u00ff'];

/**
 * Reads a page in UTF-8, or in GB18030 (which holds GBK and GB2312) where it is not UTF-8; UTF-16 where a byte-order
 * mark says so. @throws CliError
 */
export async function readPageFile(name: string, io: Io, say: Say, hint: EncodingHint = {}): Promise<PageFile> {
  const bytes = name === '-' ? await io.readStdin() : await readBytes(name, say);
  if (bytes.length > MAX_PAGE_LENGTH * MAX_BYTES_A_UNIT) {
    throw new CliError(say('tooLarge', name, Math.round(bytes.length / MEGABYTE), MAX_PAGE_LENGTH));
  }
  const { text, encoding } = decode(bytes, name, say, hint);
  const page = readPageText(text);
  if (page.text.length > MAX_PAGE_LENGTH) {
    throw new CliError(say('tooLong', name, page.text.length, MAX_PAGE_LENGTH));
  }
  return { name, page, encoding: encoding === 'utf-8' ? 'utf8' : encoding };
}

export async function readBytes(name: string, say: Say): Promise<Uint8Array> {
  try {
    return await readFile(name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(code === 'ENOENT' ? say('notFound', name) : say('unreadable', name, code ?? String(error)));
  }
}

function decode(bytes: Uint8Array, name: string, say: Say, hint: EncodingHint): { text: string; encoding: string } {
  const marked = utf16Mark(bytes);
  if (marked === undefined && hint.forced === undefined && isBinary(bytes)) throw new CliError(say('binary', name));
  const tried = hint.forced ? [hint.forced] : [marked ?? hint.likely ?? 'utf-8', 'utf-8', 'gb18030'];
  for (const encoding of tried) {
    const text = strictly(encoding, bytes, say);
    if (text !== undefined) return { text, encoding };
  }
  throw new CliError(say('badEncoding', name, hint.forced ?? 'UTF-8 / GB18030'));
}

function utf16Mark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function isBinary(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return bytes.subarray(0, SNIFFED_BYTES).includes(0) || BINARY_MARKS.some((mark) => head.startsWith(mark));
}

/** The text, or undefined where the bytes are not valid in the encoding. */
function strictly(encoding: string, bytes: Uint8Array, say: Say): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new CliError(say('unknownEncoding', encoding));
    return undefined;
  }
}
