import * as vscode from 'vscode';
import { importDocuments, ImportError, type ImportProblem, isRemark, type Reader, readers } from '../../../newsmark';
import { registerCommand } from '../../commands';
import { Command, type ImportJob } from '../../contributions';
import { HumanError } from '../../errors';
import type { Log } from '../../log';
import type { Pages } from '../../pages/pages';
import type { ReportDocuments } from '../../reports';
import type { Schemes } from '../../schemes';
import { describeFormat } from '../export/names';
import { openImportFiles } from './importFiles';
import { placeText, problemText } from './problemText';
import { WorkspacePages } from './workspacePages';

/** Problems that are kept with their words. */
const MAX_LISTED = 1000;

interface Read {
  readonly pages: WorkspacePages;
  /** Annotations by page. */
  readonly taken: ReadonlyMap<string, number>;
  readonly known: number;
  readonly problems: readonly ImportProblem[];
  readonly wrong: number;
}

/**
 * `Newsmark: Import Labelled Data…`: reads everything first; where something is wrong nothing is imported, unless the
 * person wants what is right. One step of undo in every open page.
 */
export function registerImport(pages: Pages, schemes: Schemes, reports: ReportDocuments, log: Log): vscode.Disposable {
  return registerCommand(log, Command.importData, async (given) => {
    const job = given ?? (await askJob());
    if (!job) return;
    const reader = readerOf(job.format);
    const read = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Reading labelled data'),
        cancellable: true,
      },
      (progress, token) => readAll(reader, job, pages, schemes, progress, token),
    );
    const show = (imported: boolean): Promise<void> => reports.show('import', reportText(job, read, imported));
    if (read.wrong > 0 && job.partial !== true && !(await wantsTheRest(read, show))) return;
    const changed = await read.pages.finish();
    const count = [...read.taken.values()].reduce((sum, number) => sum + number, 0);
    log.info(`import: ${count} annotations into ${changed} pages, ${read.problems.length} problems`);
    const message = vscode.l10n.t(
      'Imported {0} annotations into {1} pages; {2} were there already, {3} problems.',
      count,
      changed,
      read.known,
      read.problems.length,
    );
    const report = vscode.l10n.t('Show Report');
    // Not awaited: the command is done when the pages are written, not when the message is closed.
    void vscode.window.showInformationMessage(message, report).then((choice) => {
      if (choice === report) void show(true);
    });
  });
}

async function askJob(): Promise<ImportJob | undefined> {
  const items = readers.map(({ id }) => ({ label: id, description: describeFormat(id) }));
  const title = vscode.l10n.t('Import Labelled Data');
  const format = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Format') });
  if (!format) return undefined;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const files = await vscode.window.showOpenDialog({
    canSelectFiles: true,
    canSelectFolders: true,
    canSelectMany: true,
    openLabel: vscode.l10n.t('Import'),
    title: vscode.l10n.t('Files, folders or zips to import'),
    ...(folder && { defaultUri: folder }),
  });
  return files && { format: format.label, files: files.map((uri) => uri.toString()) };
}

function readerOf(id: string): Reader {
  const reader = readers.find((known) => known.id === id);
  if (reader) return reader;
  const known = readers.map((other) => other.id).join(', ');
  throw new HumanError('no-format', vscode.l10n.t('There is no format {0}. There are: {1}.', id, known));
}

async function readAll(
  reader: Reader,
  { files }: ImportJob,
  open: Pages,
  schemes: Schemes,
  progress: vscode.Progress<{ message?: string }>,
  token: vscode.CancellationToken,
): Promise<Read> {
  const pages = await WorkspacePages.of(open, token);
  const problems: ImportProblem[] = [];
  const taken = new Map<string, number>();
  let known = 0;
  let wrong = 0;
  const problem = (one: ImportProblem): void => {
    if (!isRemark(one.code)) wrong++;
    if (problems.length < MAX_LISTED) problems.push(one);
  };
  const scheme = schemes.of(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.parse(files[0] ?? ''));
  try {
    const source = await openImportFiles(files.map((file) => vscode.Uri.parse(file, true)));
    const context = { scheme, time: new Date().toISOString(), problem };
    for await (const imported of importDocuments(reader, source, pages, context)) {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      progress.report({ message: imported.source });
      known += imported.known;
      taken.set(imported.source, (taken.get(imported.source) ?? 0) + imported.edits.length);
      pages.edit(imported.source, imported.edits);
    }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const message = vscode.l10n.t('{0}: {1}. Nothing was imported.', placeText(error.place), error.message);
    throw new HumanError('import', message);
  }
  return { pages, taken, known, problems, wrong };
}

/** Where something is wrong: whether the rest is to be imported. The report can be looked at before. */
async function wantsTheRest({ wrong }: Read, show: (imported: boolean) => Promise<void>): Promise<boolean> {
  const [report, rest] = [vscode.l10n.t('Show Report'), vscode.l10n.t('Import the Rest')];
  const message = vscode.l10n.t('{0} entries are wrong. Nothing was imported yet.', wrong);
  const choice = await vscode.window.showWarningMessage(message, report, rest);
  if (choice === report) await show(false);
  return choice === rest;
}

/** What an import took and what it could not take, in Markdown. */
function reportText({ format }: ImportJob, { taken, known, problems }: Read, imported: boolean): string {
  const { l10n } = vscode;
  const lines = [`# ${l10n.t('Import')} · ${format}`, ''];
  if (!imported)
    lines.push(l10n.t('Nothing was imported. With the problems put right, or left out, these would be:'), '');
  for (const [page, count] of taken) lines.push(`- ${page}: ${count}`);
  lines.push(`- ${l10n.t('There already')}: ${known}`, '');
  if (problems.length > 0) {
    lines.push(`## ${l10n.t('Problems')}`, '');
    for (const problem of problems) lines.push(`- ${placeText(problem.place)}: ${problemText(problem)}`);
    lines.push('');
  }
  return lines.join('\n');
}
