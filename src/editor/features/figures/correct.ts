import * as vscode from 'vscode';
import { makeAnnotation } from '../../../newsmark';
import type { Figure, ReviewedFigure } from '../../../newsmark';
import type { FigureField, SpanArgument } from '../../contributions';
import { toOffset } from '../../convert';
import { HumanError } from '../../errors';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { signature } from '../../signature';

/** Asks which field of a figure is wrong and what is right; stores the answer as one decision. */
export async function correctFigure(
  pages: Pages,
  target: SpanArgument | undefined,
  field: FigureField | undefined,
  text: string | undefined,
): Promise<void> {
  const page = target ? pages.byUri(target.uri) : pages.active?.page;
  const reviewed = page && reviewedAt(pages, page, target);
  if (!page || !reviewed) {
    throw new HumanError('no-figure', vscode.l10n.t('There is no figure here. Put the cursor on one.'));
  }
  page.annotations.assertWritable();
  const chosen = field ?? (await askField(reviewed.figure));
  if (!chosen) return;
  const answer = text ?? (await askValue(reviewed.figure, chosen));
  if (answer === undefined) return;
  const correction = { [chosen]: parsed(chosen, answer) };
  await page.annotations.edit((items, current) => {
    const before = items.find((a) => a.id === reviewed.annotation?.id);
    const { start, end, kind, articleId, ...read } = reviewed.figure;
    const signed = signature(page.document);
    const data = { ...read, ...before?.data, ...correction };
    if (before)
      return [{ type: 'change', before, after: { ...before, ...signed, id: before.id, state: 'edited', data } }];
    return [
      {
        type: 'add',
        annotation: makeAnnotation(current, {
          ...signed,
          start,
          end,
          layer: 'figure',
          label: kind,
          state: 'edited',
          data,
        }),
      },
    ];
  });
}

function reviewedAt(pages: Pages, page: Page, target: SpanArgument | undefined): ReviewedFigure | undefined {
  if (target) return page.figures.find(({ figure }) => figure.start === target.start && figure.end === target.end);
  const editor = pages.active?.editor;
  const offset = editor ? toOffset(page.text, editor.selection.active) : -1;
  return page.figures.find(({ figure }) => figure.start <= offset && offset <= figure.end);
}

async function askField(figure: Figure): Promise<FigureField | undefined> {
  const items: (vscode.QuickPickItem & { field: FigureField })[] = [
    { field: 'value', label: vscode.l10n.t('Value'), description: figure.value === null ? '' : String(figure.value) },
    { field: 'unit', label: vscode.l10n.t('Unit'), description: figure.unit },
    { field: 'metric', label: vscode.l10n.t('What it measures'), description: figure.metric ?? '' },
  ];
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('What is wrong?') }))?.field;
}

async function askValue(figure: Figure, field: FigureField): Promise<string | undefined> {
  const present = figure[field];
  return vscode.window.showInputBox({
    value: present === null ? '' : String(present),
    prompt:
      field === 'value'
        ? vscode.l10n.t('The value in base units, digits only: 65.27万 is 652700. Empty where there is none.')
        : vscode.l10n.t('As it stands in the text. Empty where there is none.'),
    validateInput: (text) =>
      field === 'value' && !isNumber(text) ? vscode.l10n.t('A number, such as 652700 or 98.2.') : undefined,
  });
}

function isNumber(text: string): boolean {
  return Number.isFinite(Number(text.replace(/,/g, '')));
}

function parsed(field: FigureField, text: string): number | string | null {
  const trimmed = text.trim();
  if (field === 'unit') return trimmed;
  if (trimmed === '') return null;
  if (field === 'metric') return trimmed;
  if (!isNumber(trimmed)) throw new HumanError('no-number', vscode.l10n.t('A number, such as 652700 or 98.2.'));
  return Number(trimmed.replace(/,/g, ''));
}
