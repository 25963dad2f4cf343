import * as vscode from 'vscode';
import type { Byline } from '../../../newsmark';
import { personRoleName } from '../../names';
import type { Page } from '../../pages/page';
import { appendDecision, appendRows, decisionMarkdown, titleOf } from './markdown';

/** Who made an article or a picture. */
export function bylineText(page: Page, byline: Byline): vscode.MarkdownString {
  const markdown = decisionMarkdown();
  markdown.appendMarkdown(`**${headingOf(byline)}**\n\n`);
  appendRows(markdown, [
    ...byline.people.map((person) => [personRoleName(person.role), person.name] as const),
    [vscode.l10n.t('Agency'), byline.agency],
    [vscode.l10n.t('Date'), byline.date],
    [vscode.l10n.t('Article'), titleOf(page, byline.articleId)],
  ]);
  appendDecision(markdown, page, byline, 'byline');
  return markdown;
}

function headingOf(byline: Byline): string {
  switch (byline.kind) {
    case 'author':
      return vscode.l10n.t('Byline');
    case 'dateline':
      return vscode.l10n.t('Dateline');
    case 'photo':
      return vscode.l10n.t('Picture credit');
  }
}
