import * as vscode from 'vscode';
import { parseSidecar, readPageText } from '../../../newsmark';
import type { PageSource, PageText } from '../../../newsmark';
import type { ExportRequest } from '../../contributions';
import { HumanError } from '../../errors';
import type { Pages } from '../../pages/pages';
import { readIfPresent } from '../../readIfPresent';
import { describeRefusal } from '../../sidecar/refusal';
import { pageOfSidecar, sidecarUri } from '../../sidecar/sidecarFile';

const MAX_SIDECARS = 100_000;

export interface Collected {
  readonly sources: readonly PageSource[];
  /** Pages that could not be read, with a sentence each that says why. */
  readonly unreadable: readonly string[];
}

/** Reads the annotated pages of a scope: what open editors show, and the files on disk otherwise. */
export async function collectPages(
  scope: ExportRequest['scope'],
  pages: Pages,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<Collected> {
  const sidecars = await sidecarsOf(scope, pages);
  const sources: PageSource[] = [];
  const unreadable: string[] = [];
  for (const sidecar of sidecars) {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    const name = vscode.workspace.asRelativePath(pageOfSidecar(sidecar), false);
    progress.report({ message: name, increment: 100 / sidecars.length });
    const read = openSource(sidecar, name, pages) ?? (await readSource(sidecar, name));
    if (typeof read === 'string') unreadable.push(read);
    else sources.push(read);
  }
  return { sources, unreadable };
}

async function sidecarsOf(scope: ExportRequest['scope'], pages: Pages): Promise<readonly vscode.Uri[]> {
  if (scope === 'workspace') return vscode.workspace.findFiles('**/*.newsmark.json', undefined, MAX_SIDECARS);
  const page = pages.active?.page;
  if (!page) throw new HumanError('no-page', vscode.l10n.t('Open a page and turn Newsmark on for it first.'));
  if (scope === 'page') return page.annotations.sidecarFile.exists ? [sidecarUri(page.uri)] : [];
  const folder = vscode.Uri.joinPath(page.uri, '..');
  return vscode.workspace.findFiles(new vscode.RelativePattern(folder, '*.newsmark.json'), undefined, MAX_SIDECARS);
}

/** What an open editor shows, saved or not. */
function openSource(sidecarFile: vscode.Uri, name: string, pages: Pages): PageSource | undefined {
  const page = pages.byUri(pageOfSidecar(sidecarFile).toString());
  const sidecar = page?.annotations.snapshot;
  return page && sidecar && { source: name, page: page.text, sidecar };
}

async function readSource(sidecarFile: vscode.Uri, name: string): Promise<PageSource | string> {
  const bytes = await readIfPresent(sidecarFile);
  if (!bytes) return vscode.l10n.t('{0}: the annotation file is gone.', name);
  const parsed = parseSidecar(new TextDecoder().decode(bytes));
  if (!parsed.ok) return describeRefusal(sidecarFile, parsed.error);
  const page = await readPage(pageOfSidecar(sidecarFile), parsed.sidecar.page.encoding);
  if (!page) return vscode.l10n.t('{0}: the page is gone; its annotations stay where they are.', name);
  return { source: name, page, sidecar: parsed.sidecar };
}

/** The page's text as the sidecar's annotator saw it. */
async function readPage(uri: vscode.Uri, encoding: string): Promise<PageText | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return readPageText(open.getText());
  const bytes = await readIfPresent(uri);
  return bytes && readPageText(await vscode.workspace.decode(bytes, { encoding }));
}
