import * as vscode from 'vscode';
import { completeRequest, Exporter, type Format, formats } from '../../../newsmark';
import { registerCommand } from '../../commands';
import { Command, type ExportJob } from '../../contributions';
import { HumanError } from '../../errors';
import type { Log } from '../../log';
import type { Pages } from '../../pages/pages';
import type { ReportDocuments } from '../../reports';
import type { Schemes } from '../../schemes';
import { askJob } from './askJob';
import { annotatedPages, readAnnotated } from './annotatedPages';
import { OutputFolder } from './outputFolder';
import { type Finished, reportText } from './report';
import { readTeamWish } from './teamWish';

/** `Newsmark: Export Labelled Data…`: asks what, how and where, writes the files, shows what was written. */
export function registerExport(
  context: vscode.ExtensionContext,
  pages: Pages,
  schemes: Schemes,
  reports: ReportDocuments,
  log: Log,
): vscode.Disposable {
  return registerCommand(log, Command.exportData, async (given) => {
    const near = pages.active?.page.uri;
    const job = given ?? (await askJob(pages, context.workspaceState, await readTeamWish(near)));
    if (!job) return;
    const target = vscode.Uri.parse(job.target, true);
    const finished = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Exporting labelled data'),
        cancellable: true,
      },
      (progress, token) => exportPages(job, target, pages, schemes, progress, token),
    );
    const { report, unreadable } = finished;
    log.info(`export: ${report.written} written, ${report.lost} left out`);
    // Not awaited: the command is done when the files are written, not when the message is closed.
    void announce(finished, job, target, reports);
    return { written: report.written, lost: report.lost, unreadable: unreadable.length };
  });
}

async function exportPages(
  { scope, wish }: ExportJob,
  target: vscode.Uri,
  pages: Pages,
  schemes: Schemes,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<Finished> {
  const sidecars = await annotatedPages(scope, pages);
  if (sidecars.length === 0) {
    throw new HumanError('nothing-to-export', vscode.l10n.t('There are no annotations in this scope yet.'));
  }
  const format = formatOf(wish.format);
  const exporter = new Exporter(format, completeRequest(wish, format.defaults), schemes.of(sidecars[0]!));
  const folder = new OutputFolder(target);
  const unreadable: string[] = [];
  try {
    for (const [index, sidecar] of sidecars.entries()) {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      const source = await readAnnotated(sidecar, pages);
      progress.report({ message: `${index + 1} / ${sidecars.length}`, increment: 100 / sidecars.length });
      if (typeof source === 'string') unreadable.push(source);
      else await folder.write(exporter.add(source), format.files === 'each');
    }
    await folder.write(exporter.close(), true);
    await folder.finish();
  } finally {
    await folder.clear();
  }
  return { report: exporter.report, files: folder.files, unreadable };
}

function formatOf(id: string): Format {
  const format = formats.find((known) => known.id === id);
  if (format) return format;
  const known = formats.map((other) => other.id).join(', ');
  throw new HumanError('no-format', vscode.l10n.t('There is no format {0}. There are: {1}.', id, known));
}

async function announce(
  finished: Finished,
  { wish }: ExportJob,
  target: vscode.Uri,
  reports: ReportDocuments,
): Promise<void> {
  const { report, unreadable } = finished;
  const [show, open] = [vscode.l10n.t('Show Report'), vscode.l10n.t('Open Folder')];
  const message = vscode.l10n.t(
    'Exported {0} annotations to {1}; {2} could not be expressed.',
    report.written,
    vscode.workspace.asRelativePath(target),
    report.lost + unreadable.length,
  );
  const choice = await vscode.window.showInformationMessage(message, show, open);
  if (choice === show) await reports.show('export', reportText(target, wish, finished));
  if (choice === open) await vscode.commands.executeCommand('revealFileInOS', target);
}
