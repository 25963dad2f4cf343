import { unzipSync } from 'fflate';
import { ImportError } from './reading';

/**
 * The files of a zip by their paths, folders left out.
 * @param name what the zip is called in messages
 * @throws ImportError where it is no zip, or holds a path that leads out of it: nothing of such a file is to be trusted
 */
export function zipFiles(name: string, bytes: Uint8Array): readonly (readonly [path: string, bytes: Uint8Array])[] {
  let entries: readonly (readonly [string, Uint8Array])[];
  try {
    entries = Object.entries(unzipSync(bytes));
  } catch (error) {
    throw new ImportError(`not a zip that can be read (${error instanceof Error ? error.message : String(error)})`, {
      file: name,
    });
  }
  const outside = entries.find(([path]) => /^[\\/]|^[A-Za-z]:|(^|[\\/])\.\.([\\/]|$)/.test(path));
  if (outside) throw new ImportError(`holds a path that leads out of it: ${outside[0]}`, { file: name });
  return entries.filter(([path]) => !path.endsWith('/'));
}
