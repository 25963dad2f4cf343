import * as vscode from 'vscode';
import type { Annotation, SchemeLabel } from '../../../newsmark';
import { commandLink } from '../../commands';
import { Command } from '../../contributions';
import { inChinese, stateName } from '../../names';
import type { Page } from '../../pages/page';
import { appendRows, decisionMarkdown, targetOf } from './markdown';

/** A person's entity annotation: its label with the definition, who decided and when. */
export function annotationText(
  page: Page,
  annotation: Annotation,
  label: SchemeLabel | undefined,
): vscode.MarkdownString {
  const markdown = decisionMarkdown();
  const name = label ? (inChinese() ? label.name.zh : label.name.en) : vscode.l10n.t('not in the scheme');
  markdown.appendMarkdown(`**${annotation.label}** ${name}\n\n`);
  if (label?.definition) markdown.appendText(`${label.definition}\n`);
  appendRows(markdown, [
    [vscode.l10n.t('State'), stateName(annotation.state)],
    [vscode.l10n.t('Author'), annotation.author],
  ]);
  const target = targetOf(page, annotation);
  const change = `[$(edit) ${vscode.l10n.t('Change label…')}](${commandLink(Command.changeLabel, annotation.id, undefined, target)})`;
  const remove = `[$(trash) ${vscode.l10n.t('Remove')}](${commandLink(Command.remove, annotation.id, target)})`;
  markdown.appendMarkdown(`\n${change} · ${remove}`);
  return markdown;
}
