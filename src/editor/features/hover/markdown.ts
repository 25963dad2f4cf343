import * as vscode from 'vscode';
import { commandLink } from '../../commands';
import { Command, type SpanArgument } from '../../contributions';
import type { Span } from '../../../newsmark';
import { stateName } from '../../names';
import type { Page } from '../../pages/page';

/** Markdown that may run our own decision commands and nothing else. */
export function decisionMarkdown(): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = {
    enabledCommands: [
      Command.accept,
      Command.reject,
      Command.tag,
      Command.remove,
      Command.changeLabel,
      Command.correctFigure,
      Command.reveal,
      Command.setNote,
      Command.setAttribute,
      Command.relate,
      Command.removeRelation,
    ],
  };
  return markdown;
}

/** A two-column table; rows without a value are left out. */
export function appendRows(
  markdown: vscode.MarkdownString,
  rows: readonly (readonly [name: string, value: string | undefined])[],
): void {
  const filled = rows.flatMap(([name, value]) => (value ? [{ name, value }] : []));
  if (filled.length === 0) return;
  markdown.appendMarkdown('| | |\n|---|---|\n');
  for (const { name, value } of filled) markdown.appendMarkdown(`| ${cell(name)} | ${cell(value)} |\n`);
}

/** Accept and reject as links, or what was decided already. */
export function appendDecision(markdown: vscode.MarkdownString, page: Page, span: Span, layer: string): void {
  const decided = page.annotations.items.find((a) => a.layer === layer && a.start === span.start && a.end === span.end);
  const target = targetOf(page, span);
  if (decided) {
    const state = stateName(decided.state);
    const note = decided.note === undefined ? '' : `: ${cell(decided.note)}`;
    const undo = `[${vscode.l10n.t('Take back')}](${commandLink(Command.remove, decided.id, target)})`;
    markdown.appendMarkdown(`\n$(check) ${state}${note} · ${undo}`);
    return;
  }
  const accept = `[$(check) ${vscode.l10n.t('Accept')}](${commandLink(Command.accept, target)})`;
  const reject = `[$(close) ${vscode.l10n.t('Reject')}](${commandLink(Command.reject, target)})`;
  markdown.appendMarkdown(`\n${accept} · ${reject}`);
}

/** A span of a page for commands. */
export function targetOf(page: Page, { start, end }: Span): SpanArgument {
  return { uri: page.uri.toString(), start, end };
}

/** The title of an article, for people. */
export function titleOf(page: Page, articleId: string | null): string | undefined {
  const article = page.analysis.articles.find((a) => a.id === articleId);
  return article && (article.title || vscode.l10n.t('(no headline)'));
}

/** Text of the page, safe inside a Markdown table. */
export function cell(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, (c) => `\\${c}`).replace(/\s+/g, ' ');
}
