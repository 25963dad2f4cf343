import * as vscode from 'vscode';
import type { ExportReport, ExportWish } from '../../../newsmark';
import { lossReason } from './names';

export interface Finished {
  readonly report: ExportReport;
  readonly files: number;
  /** Pages that could not be read, with a sentence each that says why. */
  readonly unreadable: readonly string[];
}

/** What an export wrote and what it could not express, in Markdown. */
export function reportText(target: vscode.Uri, wish: ExportWish, { report, files, unreadable }: Finished): string {
  const { l10n } = vscode;
  const lines = [
    `# ${l10n.t('Export')} · ${wish.format}`,
    '',
    `- ${l10n.t('Folder')}: ${target.scheme === 'file' ? target.fsPath : target.toString()}`,
    `- ${l10n.t('Pages')}: ${report.pages}`,
    `- ${l10n.t('Documents')}: ${report.documents}`,
    `- ${l10n.t('Files')}: ${files}`,
    `- ${l10n.t('Annotations written')}: ${report.written}`,
    `- ${l10n.t('Annotations left out')}: ${report.lost}`,
    ...report.sets.map(({ set, documents }) => `- ${set}: ${documents}`),
    '',
  ];
  if (report.labels.length > 0) {
    lines.push(`| ${l10n.t('Layer')} | ${l10n.t('Label')} | ${l10n.t('Written')} |`, '| --- | --- | ---: |');
    for (const { layer, label, count } of report.labels) lines.push(`| ${layer} | ${label} | ${count} |`);
    lines.push('');
  }
  if (report.codes.size > 0) {
    lines.push(`## ${l10n.t('Left out')}`, '');
    for (const { source, line, quote, label, code, part, detail } of report.losses) {
      const what = `${source}:${line}: “${quote.replace(/\s+/g, ' ')}” (${label})`;
      const reason = lossReason(code, detail);
      lines.push(`- ${part ? l10n.t('{0} – written, but: {1}', what, reason) : `${what} – ${reason}`}`);
    }
    if (report.unlisted > 0) lines.push(`- ${l10n.t('… and {0} more', report.unlisted)}`);
    lines.push('');
  }
  if (unreadable.length > 0) lines.push(`## ${l10n.t('Not read')}`, '', ...unreadable.map((said) => `- ${said}`), '');
  lines.push(
    `## newsmark.export.json`,
    '',
    l10n.t('With this file in the workspace folder everybody exports the same:'),
  );
  lines.push('', '```json', JSON.stringify(wish, null, 2), '```', '');
  return lines.join('\n');
}
