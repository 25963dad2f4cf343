import { unzipSync } from 'fflate';
import { ImportError } from './reading';

/** All files together; a zip that is made to fill the memory unpacks to far more. Bytes. */
const MAX_UNPACKED = 512_000_000;
const MEGABYTE = 1_000_000;

/**
 * The files of a zip by their paths, folders left out.
 * @param name what the zip is called in messages
 * @throws ImportError where it is no zip, holds a path that leads out of it (nothing of such a file is to be trusted), or
 *   unpacks to more than 512 MB
 */
export function zipFiles(name: string, bytes: Uint8Array): readonly (readonly [path: string, bytes: Uint8Array])[] {
  let entries: readonly (readonly [string, Uint8Array])[];
  let unpacked = 0;
  const filter = ({ originalSize }: { readonly originalSize: number }): boolean => {
    unpacked += originalSize;
    if (unpacked > MAX_UNPACKED) {
      throw new ImportError(`unpacks to more than ${MAX_UNPACKED / MEGABYTE} MB; unpack it and import the folder`, {
        file: name,
      });
    }
    return true;
  };
  try {
    entries = Object.entries(unzipSync(bytes, { filter }));
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`not a zip that can be read (${error instanceof Error ? error.message : String(error)})`, {
      file: name,
    });
  }
  const outside = entries.find(([path]) => /^[\\/]|^[A-Za-z]:|(^|[\\/])\.\.([\\/]|$)/.test(path));
  if (outside) throw new ImportError(`holds a path that leads out of it: ${outside[0]}`, { file: name });
  return entries.filter(([path]) => !path.endsWith('/'));
}
