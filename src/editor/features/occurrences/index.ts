import * as vscode from 'vscode';
import { Command, type SpanArgument } from '../../contributions';
import { HumanError } from '../../errors';
import type { Log } from '../../log';
import type { Pages } from '../../pages/pages';
import { registerSettledCommand } from '../../pages/settledCommand';
import type { ReportDocuments } from '../../reports';
import { type Decisions, textChanged } from '../tagging/decisions';
import { type Places, quoteOf } from '../tagging/places';
import { countInWorkspace, type PageCount, type PageResult, tagInPage } from './inWorkspace';
import { findPlaces, labelEdits, nothingLeft, skippedText, subjectOf, wordsOf } from './onPage';
import { pickPlaces } from './pickPlaces';

const ANNOUNCE_MS = 6_000;

/** Tags the same words wherever they stand: on the page with a preview, in the workspace with a report. */
export function registerOccurrences(
  pages: Pages,
  places: Places,
  decisions: Decisions,
  reports: ReportDocuments,
  log: Log,
): vscode.Disposable {
  const onPage = async (label?: string, target?: SpanArgument, which?: 'all'): Promise<void> => {
    const page = places.page(target);
    const subject = await subjectOf(page, places, target);
    page.annotations.assertWritable();
    const { version } = page.document;
    const chosenLabel = label ?? subject.label ?? (await decisions.ask(page, subject.spans));
    if (chosenLabel === undefined) return;
    decisions.assertInScheme(page, chosenLabel);
    const words = wordsOf(page, subject.spans);
    const found = findPlaces(page, words, chosenLabel);
    if (found.places.length === 0) throw nothingLeft(found.skipped);
    const left = skippedText(found.skipped);
    const title = vscode.l10n.t(
      '{0} places of “{1}” as {2}',
      found.places.length,
      quoteOf(page, subject.spans[0]!),
      chosenLabel,
    );
    const editor = pages.active?.page === page ? pages.active.editor : undefined;
    const chosen =
      which === 'all'
        ? found.places
        : await pickPlaces(page, editor, found.places, left === '' ? title : `${title} · ${left}`);
    if (!chosen || chosen.length === 0) return;
    if (page.document.version !== version) throw textChanged();
    await page.annotations.edit((_, text) => labelEdits(page, text, chosen, chosenLabel));
    await decisions.remember(chosenLabel);
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('Tagged {0} places as {1}.', chosen.length, chosenLabel),
      ANNOUNCE_MS,
    );
  };

  const inWorkspace = async (label?: string, target?: SpanArgument, which?: 'all'): Promise<void> => {
    const page = places.page(target);
    const subject = await subjectOf(page, places, target);
    const chosenLabel = label ?? subject.label ?? (await decisions.ask(page, subject.spans));
    if (chosenLabel === undefined) return;
    decisions.assertInScheme(page, chosenLabel);
    const words = wordsOf(page, subject.spans);
    const quote = quoteOf(page, subject.spans[0]!);
    const counts = await withProgress(vscode.l10n.t('Looking for “{0}”', quote), (progress, token) =>
      countInWorkspace(pages, words, chosenLabel, progress, token, log),
    );
    if (counts.length === 0) {
      throw new HumanError('no-places', vscode.l10n.t('No page of the workspace has a place left to tag.'));
    }
    const chosen = which === 'all' ? counts : await pickPages(counts, quote, chosenLabel);
    if (!chosen || chosen.length === 0) return;
    const results = await withProgress(vscode.l10n.t('Tagging “{0}”', quote), async (progress, token) => {
      const done: PageResult[] = [];
      for (const { uri, name } of chosen) {
        // What is done stays done, and the report says what that is.
        if (token.isCancellationRequested) break;
        progress.report({ message: name, increment: 100 / chosen.length });
        done.push(await tagInPage(pages, uri, words, chosenLabel, log));
      }
      return done;
    });
    await decisions.remember(chosenLabel);
    log.info(`occurrences: ${results.length} pages`);
    tellResults(reports, quote, chosenLabel, results);
  };

  return vscode.Disposable.from(
    registerSettledCommand(pages, log, Command.labelOccurrences, onPage),
    registerSettledCommand(pages, log, Command.labelOccurrencesInWorkspace, inWorkspace),
  );
}

function withProgress<T>(
  title: string,
  run: (
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ) => Promise<T>,
): Thenable<T> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, run);
}

async function pickPages(
  counts: readonly PageCount[],
  quote: string,
  label: string,
): Promise<readonly PageCount[] | undefined> {
  const items = counts.map((count) => ({
    label: count.name,
    description: vscode.l10n.t('{0} places', count.places),
    picked: true,
    count,
  }));
  const total = counts.reduce((sum, { places }) => sum + places, 0);
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('{0} places of “{1}” as {2}', total, quote, label),
    placeHolder: vscode.l10n.t('Untick pages to leave alone'),
  });
  return chosen?.map((item) => item.count);
}

function tellResults(reports: ReportDocuments, quote: string, label: string, results: readonly PageResult[]): void {
  const tagged = results.reduce((sum, result) => sum + result.tagged, 0);
  const show = vscode.l10n.t('Show Report');
  const pagesTagged = results.filter((result) => result.tagged > 0).length;
  const message = vscode.l10n.t('Tagged {0} places on {1} pages as {2}.', tagged, pagesTagged, label);
  const text = [
    `# ${vscode.l10n.t('{0} places of “{1}” as {2}', tagged, quote, label)}`,
    '',
    ...results.map(({ name, tagged: count, failure }) => `- ${name}: ${failure ?? count}`),
    '',
    vscode.l10n.t('Ctrl+Z in a page takes back what was done to it.'),
    '',
  ].join('\n');
  // Not awaited: the command is done when the pages are written, not when the message is closed.
  void vscode.window.showInformationMessage(message, show).then((choice) => {
    if (choice === show) void reports.show('labels', text);
  });
}
