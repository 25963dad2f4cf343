import * as vscode from 'vscode';
import { makeAnnotation, trimSpan, withCandidates } from '../../../newsmark';
import type { Annotation, Orphan, SidecarEdit, Span } from '../../../newsmark';
import { registerCommand } from '../../commands';
import { Command, type OrphanDecision } from '../../contributions';
import { toRange, toSpan } from '../../convert';
import { HumanError } from '../../errors';
import type { Log } from '../../log';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { signature } from '../../signature';

/** Characters on either side of a place that is offered. */
const AROUND = 14;

/**
 * Annotations that have lost their place, one after the other, each with the places where its words stand: a person
 * decides, nothing moves by itself. Every decision is one step of undo.
 */
export function registerOrphans(pages: Pages, log: Log): vscode.Disposable {
  return registerCommand(log, Command.placeOrphans, async (id, decision) => {
    const { active } = pages;
    if (!active) throw new HumanError('no-page', vscode.l10n.t('Open a page and turn Newsmark on for it first.'));
    const { page, editor } = active;
    const orphans = orphansOf(page);
    if (orphans.length === 0) {
      throw new HumanError('no-orphan', vscode.l10n.t('Every annotation of this page has its place.'));
    }
    if (id !== undefined && decision !== undefined) {
      const orphan = orphans.find(({ annotation }) => annotation.id === id);
      if (orphan) await decide(page, editor, orphan, decision);
      return;
    }
    page.annotations.assertWritable();
    for (const [index, orphan] of orphans.entries()) {
      const chosen = await ask(page, editor, orphan, `${index + 1}/${orphans.length}`);
      if (chosen === undefined) return;
      if (chosen !== 'later') await decide(page, editor, orphan, chosen);
    }
  });
}

/** The page's orphans with candidates on the text as it is now. */
function orphansOf(page: Page): readonly Orphan[] {
  return withCandidates(
    page.annotations.orphans.map(({ annotation }) => annotation),
    page.text.text,
  );
}

async function decide(
  page: Page,
  editor: vscode.TextEditor,
  { annotation: { id }, candidates }: Orphan,
  decision: OrphanDecision,
): Promise<void> {
  const place = placeOf(page, editor, candidates, decision);
  await page.annotations.edit((_, text, orphans) => {
    const annotation = orphans.find((orphan) => orphan.annotation.id === id)?.annotation;
    if (!annotation) return [];
    if (!place) return [{ type: 'remove', annotation }];
    return [placed(annotation, makeAnnotation(text, { ...annotation, ...place, ...signature(page.document), id }))];
  });
}

/** The place that a decision means; undefined for deleting. @throws HumanError where nothing is selected. */
function placeOf(
  page: Page,
  editor: vscode.TextEditor,
  candidates: readonly Span[],
  decision: OrphanDecision,
): Span | undefined {
  if (decision === 'delete') return undefined;
  const place =
    decision === 'selection' ? trimSpan(page.text.text, toSpan(page.text, editor.selection)) : candidates[decision];
  if (place) return place;
  throw new HumanError('no-place', vscode.l10n.t('Select the words that the annotation belongs to first.'));
}

/** The annotation at its new place; what else was known of it stays. */
function placed(
  before: Annotation,
  { start, end, quote, prefix, suffix, context, time, author }: Annotation,
): SidecarEdit {
  const { lost, ...known } = before;
  const after = { ...known, start, end, quote, prefix, suffix, context, time, ...(author !== undefined && { author }) };
  return { type: 'change', before, after };
}

interface Choice extends vscode.QuickPickItem {
  readonly decision: OrphanDecision | 'later';
  readonly place?: Span;
}

/** Asks where an annotation belongs; the place under the bar is shown in the editor. */
async function ask(
  page: Page,
  editor: vscode.TextEditor,
  { annotation, candidates }: Orphan,
  progress: string,
): Promise<OrphanDecision | 'later' | undefined> {
  const before = editor.selection;
  const selected = trimSpan(page.text.text, toSpan(page.text, before));
  const choices: Choice[] = [
    ...candidates.map((place, decision) => ({
      label: `$(location) ${decision + 1}  ${aroundOf(page, place)}`,
      description: vscode.l10n.t('line {0}', toRange(page.text, place).start.line + 1),
      decision,
      place,
    })),
    ...(selected
      ? [
          {
            label: `$(selection) ${vscode.l10n.t('What is selected')}`,
            description: quoteAt(page, selected),
            decision: 'selection' as const,
          },
        ]
      : []),
    { label: `$(clock) ${vscode.l10n.t('Decide later')}`, decision: 'later' },
    { label: `$(trash) ${vscode.l10n.t('Delete the annotation')}`, decision: 'delete' },
  ];
  const picker = vscode.window.createQuickPick<Choice>();
  picker.title = vscode.l10n.t(
    '{0}: where does {1} “{2}” belong?',
    progress,
    annotation.label,
    short(annotation.quote),
  );
  picker.placeholder =
    `…${annotation.prefix.slice(-AROUND)}【${annotation.quote}】${annotation.suffix.slice(0, AROUND)}…`.replace(
      /\s+/gu,
      '',
    );
  picker.items = choices;
  picker.onDidChangeActive(([item]) => {
    const place = item?.place;
    if (!place) return;
    const range = toRange(page.text, place);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  });
  const chosen = await new Promise<Choice | undefined>((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]);
      picker.hide();
    });
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  picker.dispose();
  if (chosen?.place === undefined) editor.selection = before;
  return chosen?.decision;
}

/** A place with the words around it. */
function aroundOf(page: Page, { start, end }: Span): string {
  const { text } = page.text;
  const before = text.slice(Math.max(0, start - AROUND), start);
  return `…${before}【${text.slice(start, end)}】${text.slice(end, end + AROUND)}…`.replace(/\s+/gu, '');
}

function quoteAt(page: Page, { start, end }: Span): string {
  return short(page.text.text.slice(start, end));
}

function short(text: string): string {
  const solid = text.replace(/\s+/gu, '');
  return solid.length > AROUND ? `${solid.slice(0, AROUND)}…` : solid;
}
