import * as vscode from 'vscode';
import { growByWord, protect, shrinkByWord } from '../../../newsmark';
import type { Paragraph, Segmenter, Span, Word } from '../../../newsmark';
import { createSegmenter } from '../../../words/adapters/createSegmenter';
import { registerCommand } from '../../commands';
import { Command, LANGUAGE_ID } from '../../contributions';
import { toOffset, toPosition, toRange, toSpan } from '../../convert';
import { HumanError } from '../../errors';
import type { Log } from '../../log';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { rings } from './rings';

type Side = 'start' | 'end';
type Step = typeof growByWord;

/** Selections that grow and shrink by words; a figure with its unit is one word. */
export function registerSelection(context: vscode.ExtensionContext, pages: Pages, log: Log): vscode.Disposable {
  const segmenter = createSegmenter({
    workerFile: context.asAbsolutePath('dist/segmenter.js'),
    log: (line) => log.warn(line),
  });
  const command = (step: Step, side: Side) => (): Promise<void> => moveSelections(pages, segmenter, step, side);
  return vscode.Disposable.from(
    segmenter,
    registerCommand(log, Command.growSelection, command(growByWord, 'end')),
    registerCommand(log, Command.shrinkSelection, command(shrinkByWord, 'end')),
    registerCommand(log, Command.growSelectionBackward, command(growByWord, 'start')),
    registerCommand(log, Command.shrinkSelectionBackward, command(shrinkByWord, 'start')),
    vscode.languages.registerSelectionRangeProvider(LANGUAGE_ID, {
      provideSelectionRanges: async (document, positions) => {
        const page = pages.get(document);
        return page ? Promise.all(positions.map((position) => selectionRange(page, segmenter, position))) : [];
      },
    }),
  );
}

async function moveSelections(pages: Pages, segmenter: Segmenter, step: Step, side: Side): Promise<void> {
  const { active } = pages;
  if (!active) throw new HumanError('no-page', vscode.l10n.t('Open a page and turn Newsmark on for it first.'));
  const { page, editor } = active;
  const { version } = page.document;
  const moved = await Promise.all(
    editor.selections.map(async (selection) => {
      const span = toSpan(page.text, selection);
      const paragraph = paragraphAt(page, side === 'end' ? span.end : span.start);
      const { start, end } = step(await wordsOf(page, segmenter, paragraph), span, side);
      return new vscode.Selection(toPosition(page.text, start), toPosition(page.text, end));
    }),
  );
  // The person typed on while the words were cut: what came back is about another text.
  if (page.document.version === version) editor.selections = moved;
}

async function selectionRange(
  page: Page,
  segmenter: Segmenter,
  position: vscode.Position,
): Promise<vscode.SelectionRange> {
  const offset = toOffset(page.text, position);
  const words = await wordsOf(page, segmenter, paragraphAt(page, offset));
  let range: vscode.SelectionRange | undefined;
  for (const ring of [...rings(page, words, offset)].reverse()) {
    range = new vscode.SelectionRange(toRange(page.text, ring), range);
  }
  return range ?? new vscode.SelectionRange(new vscode.Range(position, position));
}

/** The paragraph that holds an offset, or the next one after it; the line where the page has none. */
function paragraphAt(page: Page, offset: number): Paragraph | Span {
  const found = page.analysis.paragraphs.find((paragraph) => offset <= paragraph.end);
  return found && found.start <= offset
    ? found
    : toSpan(page.text, page.document.lineAt(toPosition(page.text, offset)).range);
}

/** The words of a paragraph in page offsets, figures and bylines as one word each. */
async function wordsOf(page: Page, segmenter: Segmenter, paragraph: Paragraph | Span): Promise<readonly Word[]> {
  const { figures, bylines } = page.analysis;
  const within = (span: Span): boolean => span.start < paragraph.end && span.end > paragraph.start;
  const protectedSpans = [...figures, ...bylines.filter((b) => b.kind !== 'dateline')].filter(within);
  protectedSpans.sort((a, b) => a.start - b.start);
  return protect(await cut(page, segmenter, paragraph), withoutOverlap(protectedSpans));
}

async function cut(page: Page, segmenter: Segmenter, paragraph: Paragraph | Span): Promise<readonly Word[]> {
  if (!('flow' in paragraph)) {
    const words = await segmenter.segment(page.text.text.slice(paragraph.start, paragraph.end));
    return words.map((word) => ({ ...word, start: paragraph.start + word.start, end: paragraph.start + word.end }));
  }
  const { text, offsets } = paragraph.flow;
  const words = await segmenter.segment(text);
  return words.map((word) => ({ ...word, start: offsets[word.start]!, end: offsets[word.end - 1]! + 1 }));
}

function withoutOverlap(spans: readonly Span[]): readonly Span[] {
  return spans.filter((span, index) => index === 0 || spans[index - 1]!.end <= span.start);
}
