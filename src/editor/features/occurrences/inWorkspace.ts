import * as vscode from 'vscode';
import { anchor, analyze, looksLikeNewsPage, parseSidecar, readPageText, sameWords } from '../../../newsmark';
import type { Annotation, PageText } from '../../../newsmark';
import { LANGUAGE_ID } from '../../contributions';
import { HumanError } from '../../errors';
import { findFiles } from '../../findFiles';
import type { Log } from '../../log';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { readIfPresent } from '../../readIfPresent';
import { pageOfSidecar, sidecarUri } from '../../sidecar/sidecarFile';
import { findPlaces, labelEdits } from './onPage';

const PAGES = '.txt';
/** Longer files are hardly a newspaper page; an open one is searched whatever its length. Bytes. */
const MAX_BYTES = 16_000_000;
const OPEN_TIMEOUT_MS = 5_000;
const POLL_MS = 20;

export interface PageCount {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly places: number;
}

/** What was done to a page: how many places got the label, or why none could. */
export interface PageResult {
  readonly name: string;
  readonly tagged: number;
  readonly failure?: string;
}

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

/** The pages of the workspace where the words could get the label, with the number of places. */
export async function countInWorkspace(
  pages: Pages,
  words: readonly string[],
  label: string,
  progress: Progress,
  token: vscode.CancellationToken,
  log: Log,
): Promise<readonly PageCount[]> {
  const texts = await findFiles(PAGES, token);
  const annotated = (await findFiles('.newsmark.json', token)).map(pageOfSidecar);
  const files = [...new Map([...texts, ...annotated].map((uri) => [uri.toString(), uri])).values()];
  const counts: PageCount[] = [];
  for (const uri of files) {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    const name = vscode.workspace.asRelativePath(uri);
    progress.report({ message: name, increment: 100 / files.length });
    const open = pages.byUri(uri.toString());
    const places = open
      ? findPlaces(open, words, label).places.length
      : await countOnDisk(uri, words, label).catch((error: unknown) => {
          // A file that cannot be read is no page to tag; the others are.
          log.warn(`occurrences: ${String(error)}`);
          return 0;
        });
    if (places > 0) counts.push({ uri, name, places });
  }
  return counts;
}

/** Gives the words of a page the label; one step of undo in that page. */
export async function tagInPage(
  pages: Pages,
  uri: vscode.Uri,
  words: readonly string[],
  label: string,
  log: Log,
): Promise<PageResult> {
  const name = vscode.workspace.asRelativePath(uri);
  try {
    const page = await openPage(pages, uri);
    let tagged = 0;
    await page.annotations.edit((_, text) => {
      const { places } = findPlaces(page, words, label);
      tagged = places.length;
      return labelEdits(page, text, places, label);
    });
    return { name, tagged };
  } catch (error) {
    if (error instanceof HumanError) return { name, tagged: 0, failure: error.message };
    // One page that fails must not keep the others from their labels.
    log.error(`occurrences: ${String(error)}`);
    return { name, tagged: 0, failure: vscode.l10n.t('failed; the log says why') };
  }
}

async function countOnDisk(uri: vscode.Uri, words: readonly string[], label: string): Promise<number> {
  const stat = await vscode.workspace.fs.stat(uri);
  if (stat.size > MAX_BYTES) return 0;
  const bytes = await readIfPresent(uri);
  if (!bytes) return 0;
  const sidecarBytes = await readIfPresent(sidecarUri(uri));
  const parsed = sidecarBytes && parseSidecar(new TextDecoder().decode(sidecarBytes));
  const sidecar = parsed?.ok ? parsed.sidecar : undefined;
  // A sidecar that cannot be read is never written: nothing to count.
  if (sidecarBytes && !sidecar) return 0;
  const raw = sidecar
    ? await vscode.workspace.decode(bytes, { encoding: sidecar.page.encoding })
    : await vscode.workspace.decode(bytes, { uri });
  const page = readPageText(raw);
  if (!mayHold(page, words) || !(sidecar ?? looksLikeNewsPage(raw))) return 0;
  const annotations = sidecar ? anchor(sidecar, page).annotations : [];
  return countPlaces(page, words, label, annotations);
}

function countPlaces(
  page: PageText,
  words: readonly string[],
  label: string,
  annotations: readonly Annotation[],
): number {
  const flows = analyze(page).paragraphs.map((paragraph) => paragraph.flow);
  return words.reduce(
    (sum, each) => sum + sameWords(page, { words: each, label, annotations, flows }).places.length,
    0,
  );
}

/** Whether some of the words may stand in the text: cheaper than reading the page. */
function mayHold({ text }: PageText, words: readonly string[]): boolean {
  const solid = text.normalize('NFKC').replace(/\s+/g, '');
  return words.some((each) => solid.includes(each.normalize('NFKC').replace(/\s+/g, '')));
}

/** Opens a page without showing it. @throws HumanError where it is not opened as a page. */
async function openPage(pages: Pages, uri: vscode.Uri): Promise<Page> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.languageId !== LANGUAGE_ID) await vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  const end = Date.now() + OPEN_TIMEOUT_MS;
  for (;;) {
    const page = pages.byUri(uri.toString());
    if (page) {
      await page.annotations.load();
      return page;
    }
    if (Date.now() > end) throw new HumanError('not-opened', vscode.l10n.t('The page could not be opened.'));
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
