import * as vscode from 'vscode';
import { readPageText } from '../../../newsmark';
import { registerCommand } from '../../commands';
import { Command, type SpanArgument } from '../../contributions';
import { toRange } from '../../convert';
import type { Log } from '../../log';
import { kindName, reviewStateName } from '../../names';
import type { Pages } from '../../pages/pages';
import { registerSettledCommand } from '../../pages/settledCommand';
import { correctFigure } from './correct';
import { FigureTree } from './tree';

/** The tree of figures with its filters, corrections of a figure, and going to a place. */
export function registerFigures(pages: Pages, log: Log): vscode.Disposable {
  const tree = new FigureTree(pages);
  return vscode.Disposable.from(
    tree,
    registerSettledCommand(pages, log, Command.correctFigure, (target, field, value) =>
      correctFigure(pages, target, field, value),
    ),
    registerSettledCommand(pages, log, Command.filterFigures, () => askFilter(pages, tree)),
    registerCommand(log, Command.reveal, reveal),
  );
}

async function reveal(target: SpanArgument): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(target.uri, true));
  const editor = await vscode.window.showTextDocument(document);
  const range = toRange(readPageText(document.getText()), target);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Asks for kinds and states to show; nothing chosen shows everything. */
async function askFilter(pages: Pages, tree: FigureTree): Promise<void> {
  const figures = pages.active?.page.figures ?? [];
  const kinds = [...new Set(figures.map(({ figure }) => figure.kind))];
  const states = [...new Set(figures.map(({ state }) => state))];
  type Item = vscode.QuickPickItem & { readonly kindId?: string; readonly stateId?: string };
  const items: Item[] = [
    { label: vscode.l10n.t('Kind'), kind: vscode.QuickPickItemKind.Separator },
    ...kinds.map((kind): Item => ({ label: kindName(kind), kindId: kind, picked: tree.filter.kinds.has(kind) })),
    { label: vscode.l10n.t('State'), kind: vscode.QuickPickItemKind.Separator },
    ...states.map((state): Item => ({
      label: reviewStateName(state),
      stateId: state,
      picked: tree.filter.states.has(state),
    })),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: vscode.l10n.t('Show only these figures; none chosen shows all'),
  });
  if (!chosen) return;
  tree.filter = {
    kinds: new Set(chosen.flatMap((item) => item.kindId ?? [])),
    states: new Set(chosen.flatMap((item) => item.stateId ?? [])),
  };
}
