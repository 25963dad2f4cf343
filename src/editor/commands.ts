import * as vscode from 'vscode';
import type { Command, CommandArguments } from './contributions';
import { guarded } from './errors';
import type { Log } from './log';

/** Registers a command of the manifest behind the one error guard. */
export function registerCommand<C extends Command>(
  log: Log,
  command: C,
  run: (...args: CommandArguments[C]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, (...args: unknown[]) =>
    guarded(log, command, () => run(...(args as CommandArguments[C]))),
  );
}

/** A command with arguments for code actions and code lenses. */
export function commandOf<C extends Command>(command: C, title: string, ...args: CommandArguments[C]): vscode.Command {
  return { command, title, arguments: args };
}

/** A `command:` link for trusted Markdown. */
export function commandLink<C extends Command>(command: C, ...args: CommandArguments[C]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}
