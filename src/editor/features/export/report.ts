import * as vscode from 'vscode';
import type { ExportReport } from '../../../newsmark';
import type { ExportRequest } from '../../contributions';
import { Disposable } from '../../disposable';

const SCHEME = 'newsmark-report';

export type FullReport = ExportReport & { readonly unreadable: readonly string[] };

/** Shows what an export wrote and what it could not express, as a read-only document. */
export class ReportDocuments extends Disposable implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();

  constructor() {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  async show(target: vscode.Uri, request: ExportRequest, report: FullReport): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/export-${this.#texts.size + 1}.md` });
    this.#texts.set(uri.toString(), reportText(target, request, report));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  }
}

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
