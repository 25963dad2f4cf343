import * as vscode from 'vscode';
import type { ExportReport } from '../../../newsmark';
import type { ExportRequest } from '../../contributions';

export type FullReport = ExportReport & { readonly unreadable: readonly string[] };

/** What an export wrote and what it could not express, in Markdown. */
export function reportText(target: vscode.Uri, request: ExportRequest, report: FullReport): string {
  const lines = [
    `# ${vscode.l10n.t('Export')} · ${request.format}`,
    '',
    `- ${vscode.l10n.t('Folder')}: ${target.scheme === 'file' ? target.fsPath : target.toString()}`,
    `- ${vscode.l10n.t('Annotations written')}: ${report.written}`,
    `- ${vscode.l10n.t('Annotations left out')}: ${report.skipped.length}`,
    '',
  ];
  if (report.skipped.length > 0) {
    lines.push(`## ${vscode.l10n.t('Left out')}`, '');
    for (const skipped of report.skipped) {
      lines.push(`- ${skipped.source}: “${skipped.quote.replace(/\s+/g, ' ')}” (${skipped.label}) – ${skipped.code}`);
    }
    lines.push('');
  }
  if (report.unreadable.length > 0) {
    lines.push(`## ${vscode.l10n.t('Not read')}`, '', ...report.unreadable.map((sentence) => `- ${sentence}`), '');
  }
  return lines.join('\n');
}
