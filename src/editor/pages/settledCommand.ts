import type * as vscode from 'vscode';
import { registerCommand } from '../commands';
import type { Command, CommandArguments } from '../contributions';
import type { Log } from '../log';
import type { Pages } from './pages';

/**
 * Registers a command that decides on what Newsmark finds, or goes to it: it runs when the texts have been read, never
 * on the analysis of an older one. That is at once but right after an edit of a long page.
 */
export function registerSettledCommand<C extends Command>(
  pages: Pages,
  log: Log,
  command: C,
  run: (...args: CommandArguments[C]) => unknown,
): vscode.Disposable {
  return registerCommand(log, command, async (...args) => {
    await pages.settled();
    return run(...args);
  });
}
