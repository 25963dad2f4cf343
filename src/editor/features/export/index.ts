import * as vscode from 'vscode';
import { exportPages } from '../../../newsmark';
import { registerCommand } from '../../commands';
import { Command, type ExportRequest } from '../../contributions';
import { HumanError } from '../../errors';
import type { Log } from '../../log';
import type { Pages } from '../../pages/pages';
import type { ReportDocuments } from '../../reports';
import { askRequest } from './askRequest';
import { collectPages } from './collectPages';
import { reportText } from './report';

/** `Newsmark: Export Labelled Data…`: asks for scope, format and folder, writes the files, shows what was written. */
export function registerExport(
  context: vscode.ExtensionContext,
  pages: Pages,
  reports: ReportDocuments,
  log: Log,
): vscode.Disposable {
  const run = async (request: ExportRequest): Promise<void> => {
    const target = vscode.Uri.parse(request.target, true);
    const report = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Exporting labelled data'),
        cancellable: true,
      },
      async (progress, token) => {
        const { sources, unreadable } = await collectPages(request.scope, pages, progress, token);
        if (sources.length === 0 && unreadable.length === 0) {
          throw new HumanError('nothing-to-export', vscode.l10n.t('There are no annotations in this scope yet.'));
        }
        const result = exportPages(sources, { format: request.format });
        await writeFiles(target, result.files, token);
        return { ...result.report, unreadable };
      },
    );
    log.info(`export: ${report.written} written, ${report.skipped.length} skipped`);
    const show = vscode.l10n.t('Show Report');
    const message = vscode.l10n.t(
      'Exported {0} annotations to {1}; {2} could not be expressed.',
      report.written,
      vscode.workspace.asRelativePath(target),
      report.skipped.length + report.unreadable.length,
    );
    // Not awaited: the command is done when the files are written, not when the message is closed.
    void vscode.window.showInformationMessage(message, show).then((choice) => {
      if (choice === show) void reports.show('export', reportText(target, request, report));
    });
  };
  return registerCommand(log, Command.exportData, async (request) => {
    const wanted = request ?? (await askRequest(pages, context.workspaceState));
    if (wanted) await run(wanted);
  });
}

async function writeFiles(
  target: vscode.Uri,
  files: readonly { readonly path: string; readonly text: string }[],
  token: vscode.CancellationToken,
): Promise<void> {
  await vscode.workspace.fs.createDirectory(target);
  for (const file of files) {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, file.path), new TextEncoder().encode(file.text));
  }
}
