import * as vscode from 'vscode';
import { sentenceAt } from '../../../newsmark';
import type { Figure } from '../../../newsmark';
import { kindName, modifierName } from '../../names';
import type { Page } from '../../pages/page';
import { appendDecision, appendRows, decisionMarkdown, titleOf } from './markdown';

/** A figure as Newsmark reads it: value, unit, kind, what it measures, where it stands. */
export function figureText(page: Page, figure: Figure): vscode.MarkdownString {
  const markdown = decisionMarkdown();
  markdown.appendMarkdown(`**${valueOf(figure)}** · ${kindName(figure.kind)}\n\n`);
  appendRows(markdown, [
    [vscode.l10n.t('Measures'), figure.metric ?? undefined],
    [vscode.l10n.t('Unit'), figure.unit || undefined],
    [vscode.l10n.t('Per'), figure.per],
    [vscode.l10n.t('Modifier'), figure.modifier === 'exact' ? undefined : modifierName(figure.modifier)],
    [vscode.l10n.t('Change'), changeOf(figure)],
    [vscode.l10n.t('Date'), figure.resolved && figure.resolved.iso !== figure.iso ? figure.resolved.iso : undefined],
    [vscode.l10n.t('Sentence'), sentenceAt(page.analysis.paragraphs, figure)],
    [vscode.l10n.t('Article'), titleOf(page, figure.articleId)],
  ]);
  appendDecision(markdown, page, figure, 'figure');
  return markdown;
}

function valueOf(figure: Figure): string {
  if (figure.iso) return figure.iso;
  if (figure.lo !== undefined && figure.hi !== undefined) {
    return `${grouped(figure.lo)}–${grouped(figure.hi)} ${figure.unit}`;
  }
  return figure.value === null ? figure.unit : `${grouped(figure.value)} ${figure.unit}`.trim();
}

/** 652,700 – the digits a reader counts by, the same in every locale so that they can be copied. */
function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 10 });
}

function changeOf(figure: Figure): string | undefined {
  if (!figure.change) return undefined;
  const direction = figure.change === 'up' ? vscode.l10n.t('up') : vscode.l10n.t('down');
  if (!figure.basis) return direction;
  const basis =
    figure.basis === 'yoy' ? vscode.l10n.t('on the same period last year') : vscode.l10n.t('on the period before');
  return `${direction} ${basis}`;
}
