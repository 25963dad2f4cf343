import * as vscode from 'vscode';
import { registerCommand } from '../../commands';
import { Command } from '../../contributions';
import type { Log } from '../../log';
import type { Pages } from '../../pages/pages';
import { ConflictLenses } from './lenses';
import { SidecarProblems } from './problems';
import { resolve } from './resolve';
import { ConflictSides } from './sides';

/** Sidecars that git could not merge: shown as such, both sides readable, never overwritten before a person decides. */
export function registerConflicts(pages: Pages, log: Log): vscode.Disposable {
  const sides = new ConflictSides();
  return vscode.Disposable.from(
    sides,
    new SidecarProblems(pages),
    new ConflictLenses(),
    registerCommand(log, Command.resolveConflict, (uri, choice, decisions) =>
      resolve(pages, sides, { uri, choice, decisions }),
    ),
  );
}
