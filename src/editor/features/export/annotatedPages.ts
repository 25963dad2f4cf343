import * as vscode from 'vscode';
import { parseSidecar, readPageText } from '../../../newsmark';
import type { PageSource, PageText } from '../../../newsmark';
import type { ExportScope } from '../../contributions';
import { HumanError } from '../../errors';
import { findFiles } from '../../findFiles';
import type { Pages } from '../../pages/pages';
import { readIfPresent } from '../../readIfPresent';
import { describeRefusal } from '../../sidecar/refusal';
import { pageOfSidecar, sidecarUri } from '../../sidecar/sidecarFile';

const SUFFIX = '.newsmark.json';

/** The annotation files of a scope, by path. @throws HumanError where it needs a page and none is shown */
export async function annotatedPages(scope: ExportScope, pages: Pages): Promise<readonly vscode.Uri[]> {
  if (scope === 'workspace') return findFiles(SUFFIX);
  const page = pages.active?.page;
  if (!page) throw new HumanError('no-page', vscode.l10n.t('Open a page and turn Newsmark on for it first.'));
  if (scope === 'page') return page.annotations.sidecarFile.exists ? [sidecarUri(page.uri)] : [];
  const folder = vscode.Uri.joinPath(page.uri, '..');
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const names = entries.map(([name]) => name).filter((name) => name.endsWith(SUFFIX));
  return names.sort().map((name) => vscode.Uri.joinPath(folder, name));
}

/** An annotated page: what an open editor shows, or the files on disk; a sentence that says why it cannot be read. */
export async function readAnnotated(sidecar: vscode.Uri, pages: Pages): Promise<PageSource | string> {
  const name = vscode.workspace.asRelativePath(pageOfSidecar(sidecar), false);
  return openSource(sidecar, name, pages) ?? (await readSource(sidecar, name));
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
