import * as vscode from 'vscode';
import { growByWord, shrinkByWord } from '../../../newsmark';
import { registerCommand } from '../../commands';
import { Command, LANGUAGE_ID } from '../../contributions';
import { toOffset, toPosition, toRange, toSpan } from '../../convert';
import { HumanError } from '../../errors';
import type { Log } from '../../log';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import type { Words } from '../../words';
import { rings } from './rings';

type Side = 'start' | 'end';
type Step = typeof growByWord;

/** Selections that grow and shrink by words; a figure with its unit is one word. */
export function registerSelection(pages: Pages, words: Words, log: Log): vscode.Disposable {
  const command = (step: Step, side: Side) => (): Promise<void> => moveSelections(pages, words, step, side);
  return vscode.Disposable.from(
    registerCommand(log, Command.growSelection, command(growByWord, 'end')),
    registerCommand(log, Command.shrinkSelection, command(shrinkByWord, 'end')),
    registerCommand(log, Command.growSelectionBackward, command(growByWord, 'start')),
    registerCommand(log, Command.shrinkSelectionBackward, command(shrinkByWord, 'start')),
    vscode.languages.registerSelectionRangeProvider(LANGUAGE_ID, {
      provideSelectionRanges: async (document, positions) => {
        const page = pages.get(document);
        return page ? Promise.all(positions.map((position) => selectionRange(page, words, position))) : [];
      },
    }),
  );
}

async function moveSelections(pages: Pages, words: Words, step: Step, side: Side): Promise<void> {
  const { active } = pages;
  if (!active) throw new HumanError('no-page', vscode.l10n.t('Open a page and turn Newsmark on for it first.'));
  const { page, editor } = active;
  const { version } = page.document;
  const moved = await Promise.all(
    editor.selections.map(async (selection) => {
      const span = toSpan(page.text, selection);
      const { start, end } = step(await words.around(page, side === 'end' ? span.end : span.start), span, side);
      return new vscode.Selection(toPosition(page.text, start), toPosition(page.text, end));
    }),
  );
  // The person typed on while the words were cut: what came back is about another text.
  if (page.document.version === version) editor.selections = moved;
}

async function selectionRange(page: Page, words: Words, position: vscode.Position): Promise<vscode.SelectionRange> {
  const offset = toOffset(page.text, position);
  let range: vscode.SelectionRange | undefined;
  for (const ring of [...rings(page, await words.around(page, offset), offset)].reverse()) {
    range = new vscode.SelectionRange(toRange(page.text, ring), range);
  }
  return range ?? new vscode.SelectionRange(new vscode.Range(position, position));
}
