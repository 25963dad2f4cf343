import * as vscode from 'vscode';
import type { EntityEvidence, Scheme, Suggestion } from '../../../newsmark';
import { commandLink } from '../../commands';
import { Command } from '../../contributions';
import type { Page } from '../../pages/page';
import { nameIn } from '../tagging/details';
import { decisionMarkdown, targetOf } from './markdown';

/** Why a suggestion is one: our own reasons, or that an import brought it. */
type Reason = EntityEvidence | { readonly code: 'imported'; readonly author?: string };

/** A suggested entity: its label, why it is suggested, and the links that decide. */
export function suggestionText(page: Page, suggestion: Suggestion, scheme: Scheme): vscode.MarkdownString {
  const markdown = decisionMarkdown();
  const label = scheme.labels.find((each) => each.id === suggestion.label);
  const name = label ? nameIn(label) : vscode.l10n.t('not in the scheme');
  markdown.appendMarkdown(`**${suggestion.label}?** ${name}\n\n`);
  for (const reason of (suggestion.data['evidence'] ?? []) as readonly Reason[]) {
    markdown.appendMarkdown('- ').appendText(reasonText(reason)).appendMarkdown('\n');
  }
  const target = targetOf(page, suggestion);
  const links = [
    `[$(check) ${vscode.l10n.t('Accept')}](${commandLink(Command.accept, target)})`,
    `[$(tag) ${vscode.l10n.t('Other label…')}](${commandLink(Command.tag, undefined, target)})`,
    `[$(close) ${vscode.l10n.t('Reject')}](${commandLink(Command.reject, target)})`,
  ];
  markdown.appendMarkdown(`\n${links.join(' · ')}`);
  return markdown;
}

function reasonText(reason: Reason): string {
  switch (reason.code) {
    case 'title':
      return vscode.l10n.t('“{0}” stands beside it', reason.word);
    case 'speech':
      return vscode.l10n.t('somebody speaks: “{0}”', reason.word);
    case 'list':
      return vscode.l10n.t('it goes on a list of names');
    case 'byline':
      return vscode.l10n.t('a byline of the page has the name');
    case 'ending':
      return vscode.l10n.t('it ends with “{0}”', reason.word);
    case 'chain':
      return vscode.l10n.t('a larger place stands before it');
    case 'seat':
      return vscode.l10n.t('it begins with its place or level: “{0}”', reason.word);
    case 'known':
      return vscode.l10n.t('a name that is known everywhere');
    case 'repeated':
      return vscode.l10n.t('the same words are suggested elsewhere on the page, for better reasons');
    case 'tagged':
      return vscode.l10n.t('somebody tagged the same words');
    case 'segmenter':
      return vscode.l10n.t('the segmenter takes it for a name ({0})', reason.tag);
    case 'imported':
      return reason.author === undefined
        ? vscode.l10n.t('imported')
        : vscode.l10n.t('imported, from {0}', reason.author);
  }
}
