import { readFile } from 'node:fs/promises';
import { MAX_PAGE_LENGTH, readPageText } from '../newsmark';
import type { PageText } from '../newsmark';
import { CliError, type Io } from './io';
import type { Say } from './messages';

export interface PageFile {
  /** As the person named it; `-` for standard input. */
  readonly name: string;
  readonly page: PageText;
  readonly encoding: string;
}

/** Reads a page in UTF-8, or in GB18030 (which holds GBK and GB2312) where it is not UTF-8. @throws CliError */
export async function readPageFile(name: string, io: Io, say: Say, encoding?: string): Promise<PageFile> {
  const bytes = name === '-' ? await io.readStdin() : await readBytes(name, say);
  if (bytes.subarray(0, 8000).includes(0)) throw new CliError(say('binary', name));
  const decoded = decode(bytes, name, say, encoding);
  const page = readPageText(decoded.text);
  if (page.text.length > MAX_PAGE_LENGTH) {
    throw new CliError(say('tooLong', name, page.text.length, MAX_PAGE_LENGTH));
  }
  return { name, page, encoding: decoded.encoding };
}

export async function readBytes(name: string, say: Say): Promise<Uint8Array> {
  try {
    return await readFile(name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(code === 'ENOENT' ? say('notFound', name) : say('unreadable', name, code ?? String(error)));
  }
}

function decode(bytes: Uint8Array, name: string, say: Say, wanted?: string): { text: string; encoding: string } {
  for (const encoding of wanted ? [wanted] : ['utf-8', 'gb18030']) {
    const text = strictly(encoding, bytes, say);
    if (text !== undefined) return { text, encoding: encoding === 'utf-8' ? 'utf8' : encoding };
  }
  throw new CliError(say('badEncoding', name, wanted ?? 'UTF-8 / GB18030'));
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
