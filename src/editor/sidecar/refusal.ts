import * as vscode from 'vscode';
import type { SidecarError } from '../../newsmark';

/** Why a sidecar is left alone and what to do about it. */
export function describeRefusal(sidecar: vscode.Uri, error: SidecarError): string {
  const file = vscode.workspace.asRelativePath(sidecar);
  switch (error.code) {
    case 'empty':
      return vscode.l10n.t('{0} is empty. Restore it from version control, or delete it to start anew.', file);
    case 'invalid-json':
      return vscode.l10n.t(
        '{0} is not valid JSON (line {1}). It is left as it is; put it right, and the annotations come back.',
        file,
        error.line,
      );
    case 'conflict-markers':
      return vscode.l10n.t(
        '{0} has a merge conflict (line {1}). Take one side or both; until then the file is left as it is.',
        file,
        error.line,
      );
    case 'newer-version':
      return vscode.l10n.t(
        '{0} was written by a newer Newsmark (version {1}). Update the extension; the file is left as it is.',
        file,
        error.version,
      );
    case 'schema':
      return vscode.l10n.t('{0} is not a Newsmark annotation file ({1}). It is left as it is.', file, error.path);
  }
}
