import type { FileError } from '../newsmark';
import type { Say } from './messages';

/** Why an annotation file or a label scheme is not taken, with file and line. */
export function refusal(file: string, error: FileError, say: Say): string {
  switch (error.code) {
    case 'empty':
      return say('fileEmpty', file);
    case 'invalid-json':
      return say('fileJson', file, error.line, error.column);
    case 'conflict-markers':
      return say('fileConflict', file, error.line);
    case 'newer-version':
      return say('fileNewer', file, error.version);
    case 'schema':
      return say('fileSchema', file, error.line, error.path, error.detail);
  }
}
