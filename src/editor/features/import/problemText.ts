import * as vscode from 'vscode';
import type { ImportPlace, ImportProblem } from '../../../newsmark';

/** `file:line` as far as it is known. */
export function placeText({ file, line }: ImportPlace): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** What is wrong with a record, in a line. */
export function problemText({ code, detail = '' }: ImportProblem): string {
  const words = detail.replace(/\s+/g, ' ');
  switch (code) {
    case 'malformed':
      return vscode.l10n.t('not in the form of the format: {0}', words);
    case 'unsupported':
      return vscode.l10n.t('Newsmark has nothing like it: {0}', words);
    case 'duplicate-id':
      return vscode.l10n.t('the id {0} stands twice', words);
    case 'outside-text':
      return vscode.l10n.t('offsets {0} are outside the text', words);
    case 'quote-differs':
      return vscode.l10n.t('the offsets do not hold “{0}”', words);
    case 'no-page':
      return vscode.l10n.t('no page of the workspace has this text {0}', words);
    case 'unknown-label':
      return vscode.l10n.t('the scheme has no label {0}; add it first', words);
    case 'broken-relation':
      return vscode.l10n.t('the relation {0} leads to a span that is not there', words);
    case 'no-place':
      return vscode.l10n.t('“{0}” has no certain place on the page', words);
  }
}
