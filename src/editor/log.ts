import * as vscode from 'vscode';

/** What went wrong inside. Text of pages and annotations does not belong here. */
export type Log = Pick<vscode.LogOutputChannel, 'info' | 'warn' | 'error' | 'show'>;

export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('Newsmark', { log: true });
}
