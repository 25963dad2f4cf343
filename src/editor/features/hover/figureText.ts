import * as vscode from 'vscode';
import { checksOf, inWords, lineAt, mentionsOf, sentenceAt } from '../../../newsmark';
import type { Figure, ReviewedFigure } from '../../../newsmark';
import { commandLink } from '../../commands';
import { Command } from '../../contributions';
import { dateRuleName, kindName, modifierName } from '../../names';
import type { Page } from '../../pages/page';
import { appendDecision, appendRows, decisionMarkdown, targetOf, titleOf } from './markdown';

/** More mentions than this make a hover a list. */
const MAX_MENTIONS = 6;
/** Below ten thousand the words are the digits. */
const LEAST_IN_WORDS = 10_000;

/** A figure as Newsmark (or the annotator) reads it: value, what it measures, where it stands, what it agrees with. */
export function figureText(page: Page, { figure }: ReviewedFigure): vscode.MarkdownString {
  const markdown = decisionMarkdown();
  markdown.appendMarkdown(`**${valueOf(figure)}** · ${kindName(figure.kind)}\n\n`);
  appendRows(markdown, [
    [vscode.l10n.t('In words'), wordsOf(figure)],
    [vscode.l10n.t('Measures'), figure.metric ?? undefined],
    [vscode.l10n.t('Unit'), figure.unit || undefined],
    [vscode.l10n.t('Per'), figure.per],
    [vscode.l10n.t('Modifier'), figure.modifier === 'exact' ? undefined : modifierName(figure.modifier)],
    [vscode.l10n.t('Change'), changeOf(figure)],
    [vscode.l10n.t('Date'), dateOf(figure)],
    [vscode.l10n.t('Sentence'), sentenceAt(page.analysis.paragraphs, figure)],
    [vscode.l10n.t('Article'), titleOf(page, figure.articleId)],
  ]);
  appendMentions(markdown, page, figure);
  appendChecks(markdown, page, figure);
  appendDecision(markdown, page, figure, 'figure');
  const correct = commandLink(Command.correctFigure, targetOf(page, figure));
  markdown.appendMarkdown(` · [$(edit) ${vscode.l10n.t('Correct…')}](${correct})`);
  return markdown;
}

export function valueOf(figure: Figure): string {
  if (figure.iso) return figure.iso;
  if (figure.lo !== undefined && figure.hi !== undefined) {
    return `${grouped(figure.lo)}–${grouped(figure.hi)} ${figure.unit}`.trim();
  }
  return figure.value === null ? figure.unit : `${grouped(figure.value)} ${figure.unit}`.trim();
}

/** 652,700 – the digits a reader counts by, the same in every locale so that they can be copied. */
function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 10 });
}

function wordsOf({ value, lo, hi, unit }: Figure): string | undefined {
  const ends = lo !== undefined && hi !== undefined ? [lo, hi] : value === null ? [] : [value];
  if (!ends.some((end) => Math.abs(end) >= LEAST_IN_WORDS)) return undefined;
  return ends.map(inWords).join('–') + unit;
}

/** The whole date that a partial one stands for, and how that was told. */
function dateOf({ iso, resolved }: Figure): string | undefined {
  return resolved && resolved.iso !== iso ? `${resolved.iso} (${dateRuleName(resolved.rule)})` : undefined;
}

function changeOf(figure: Figure): string | undefined {
  if (!figure.change) return undefined;
  const direction = figure.change === 'up' ? vscode.l10n.t('up') : vscode.l10n.t('down');
  if (!figure.basis) return direction;
  const basis =
    figure.basis === 'yoy' ? vscode.l10n.t('on the same period last year') : vscode.l10n.t('on the period before');
  return `${direction} ${basis}`;
}

function appendMentions(markdown: vscode.MarkdownString, page: Page, figure: Figure): void {
  const figures = page.figures.filter(({ state }) => state !== 'rejected').map((reviewed) => reviewed.figure);
  const mentions = mentionsOf(figures, figure).slice(0, MAX_MENTIONS);
  if (mentions.length === 0) return;
  const links = mentions.map((mention) => {
    const line = lineAt(page.text, mention.start) + 1;
    return `[${valueOf(mention)}](${commandLink(Command.reveal, targetOf(page, mention))}) (${line})`;
  });
  markdown.appendMarkdown(`\n${vscode.l10n.t('The same on this page')}: ${links.join(' · ')}\n`);
}

function appendChecks(markdown: vscode.MarkdownString, page: Page, figure: Figure): void {
  for (const check of checksOf(page.analysis, figure)) {
    markdown.appendMarkdown(`\n${check.holds ? '$(pass)' : '$(warning)'} `);
    markdown.appendText(check.statement);
    markdown.appendMarkdown('\n');
  }
}
