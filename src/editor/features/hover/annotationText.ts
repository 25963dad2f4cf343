import * as vscode from 'vscode';
import { attributesFor, relationsOf } from '../../../newsmark';
import type { Annotation, RelationEnd, Scheme } from '../../../newsmark';
import { commandLink } from '../../commands';
import { Command } from '../../contributions';
import { stateName } from '../../names';
import type { Page } from '../../pages/page';
import { nameIn, valueText } from '../tagging/details';
import { quoteOf } from '../tagging/places';
import { appendRows, cell, decisionMarkdown, targetOf } from './markdown';

/** A person's entity annotation: label with definition, who decided, attributes, note, relations with their targets. */
export function annotationText(page: Page, annotation: Annotation, scheme: Scheme): vscode.MarkdownString {
  const markdown = decisionMarkdown();
  const label = scheme.labels.find((each) => each.id === annotation.label);
  markdown.appendMarkdown(`**${annotation.label}** ${label ? nameIn(label) : vscode.l10n.t('not in the scheme')}\n\n`);
  if (label?.definition) markdown.appendText(`${label.definition}\n`);
  const attributes = Object.entries(annotation.attributes ?? {}).map(([id, value]) => {
    const known = attributesFor(scheme, annotation.label).find((attribute) => attribute.id === id);
    return [known ? nameIn(known) : id, valueText(value, known)] as const;
  });
  appendRows(markdown, [
    [vscode.l10n.t('State'), stateName(annotation.state)],
    [vscode.l10n.t('Author'), annotation.author],
    ...attributes,
    [vscode.l10n.t('Note'), annotation.note],
  ]);
  const relations = relationsOf(annotation, page.annotations.items);
  if (relations.length > 0) markdown.appendMarkdown('\n');
  for (const end of relations) markdown.appendMarkdown(`- ${relationText(page, annotation, scheme, end)}\n`);
  const target = targetOf(page, annotation);
  const links = [
    `[$(edit) ${vscode.l10n.t('Change label…')}](${commandLink(Command.changeLabel, annotation.id, undefined, target)})`,
    `[$(note) ${vscode.l10n.t('Note…')}](${commandLink(Command.setNote, annotation.id, undefined, target)})`,
    `[$(symbol-property) ${vscode.l10n.t('Attribute…')}](${commandLink(Command.setAttribute, annotation.id, undefined, undefined, target)})`,
    `[$(link) ${vscode.l10n.t('Relate…')}](${commandLink(Command.relate, annotation.id, undefined, undefined, target)})`,
    `[$(trash) ${vscode.l10n.t('Remove')}](${commandLink(Command.remove, annotation.id, target)})`,
  ];
  markdown.appendMarkdown(`\n${links.join(' · ')}`);
  return markdown;
}

/** Why there is no place to link to: the annotation is gone, or it has lost its place. */
function otherText(page: Page, id: string): string {
  const lost = page.annotations.orphans.find((orphan) => orphan.annotation.id === id);
  return lost
    ? vscode.l10n.t('{0} (without a place)', cell(lost.annotation.quote))
    : vscode.l10n.t('the other annotation is gone');
}

/** A relation with a link to the other end and one that takes it away. */
function relationText(
  page: Page,
  annotation: Annotation,
  scheme: Scheme,
  { relation, direction, other }: RelationEnd,
): string {
  const known = scheme.relations?.find((each) => each.id === relation.label);
  const name = cell(known ? nameIn(known) : relation.label);
  const arrow = known?.symmetric === true ? '↔' : direction === 'out' ? '→' : '←';
  const link = other
    ? `[${cell(quoteOf(page, other))}](${commandLink(Command.reveal, targetOf(page, other))})`
    : `$(warning) ${otherText(page, relation.target)}`;
  const source = direction === 'out' ? annotation.id : other?.id;
  const remove = commandLink(Command.removeRelation, source, relation, targetOf(page, annotation));
  return `${arrow} ${name} ${link} [$(close)](${remove} "${vscode.l10n.t('Remove relation')}")`;
}
