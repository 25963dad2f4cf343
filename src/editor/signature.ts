import type * as vscode from 'vscode';
import { Setting } from './contributions';
import { setting } from './settings';

/** What every new decision carries: an id of its own, who decided, when. */
export function signature(scope: vscode.TextDocument): {
  readonly id: string;
  readonly author: string | undefined;
  readonly time: string;
} {
  return {
    id: crypto.randomUUID().slice(0, 13),
    author: setting(Setting.author, scope) || undefined,
    time: new Date().toISOString(),
  };
}
