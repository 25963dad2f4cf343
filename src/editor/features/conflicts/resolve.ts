import * as vscode from 'vscode';
import {
  applyEdits,
  readConflict,
  readPageText,
  serializeSidecar,
  standing,
  unite,
  type Annotation,
  type ConflictSide,
  type PageText,
  type Sidecar,
  type SidecarConflict,
} from '../../../newsmark';
import type { ConflictChoice, ConflictDecisions } from '../../contributions';
import { HumanError } from '../../errors';
import type { Pages } from '../../pages/pages';
import { describeRefusal } from '../../sidecar/refusal';
import { isSidecar, pageOfSidecar, sidecarUri, writeAlone } from '../../sidecar/sidecarFile';
import { askChoice, askContested } from './ask';
import { sideNames } from './names';
import type { ConflictSides } from './sides';

/** What a caller knows already; a person is asked for the rest. */
export interface Wish {
  /** URI string of the sidecar; without it, that of the active editor. */
  readonly uri: string | undefined;
  readonly choice: ConflictChoice | undefined;
  readonly decisions: ConflictDecisions | undefined;
}

/** Ends the conflict of a sidecar as a person decides: one step of undo, and the page shows its annotations again. */
export async function resolve(pages: Pages, sides: ConflictSides, wish: Wish): Promise<void> {
  const uri = wish.uri === undefined ? activeSidecar() : vscode.Uri.parse(wish.uri);
  const conflict = uri && (await conflictIn(uri));
  if (!conflict) {
    throw new HumanError('no-conflict', vscode.l10n.t('There is no merge conflict in the annotations here.'));
  }
  const choice = wish.choice ?? (await askChoice(conflict));
  if (choice === undefined) return;
  if (choice === 'compare') {
    await sides.compare(uri, conflict);
    return;
  }
  const sidecar =
    choice === 'both'
      ? await both(pages, uri, conflict, wish.decisions)
      : sidecarOf(uri, conflict[choice], sideNames(conflict)[choice]);
  if (!sidecar) return;
  // The person was asked meanwhile: what the file has become since must not be lost.
  if ((await conflictIn(uri))?.ours.text !== conflict.ours.text) {
    throw new HumanError('changed', vscode.l10n.t('The annotation file was changed meanwhile. Do this once more.'));
  }
  const text = serializeSidecar(sidecar);
  const page = pages.byUri(pageOfSidecar(uri).toString());
  if (page) await page.annotations.restore(text);
  else await writeAlone(uri, text);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The conflict is resolved: {0} annotations. Ctrl+Z takes this back.', sidecar.annotations.length),
  );
}

function activeSidecar(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri && (isSidecar(uri) ? uri : sidecarUri(uri));
}

/** @throws HumanError where markers are missing. */
async function conflictIn(sidecar: vscode.Uri): Promise<SidecarConflict | undefined> {
  const document = await vscode.workspace.openTextDocument(sidecar).then(
    (opened) => opened,
    () => undefined,
  );
  return document && readConflict(document.getText());
}

/** Both sides, with the person's decisions; undefined where the person gave up. */
async function both(
  pages: Pages,
  uri: vscode.Uri,
  conflict: SidecarConflict,
  decisions: ConflictDecisions | undefined,
): Promise<Sidecar | undefined> {
  const names = sideNames(conflict);
  const ours = sidecarOf(uri, conflict.ours, names.ours);
  const theirs = sidecarOf(uri, conflict.theirs, names.theirs);
  const base = conflict.base?.parsed.ok ? conflict.base.parsed.sidecar : undefined;
  const text = await pageText(pages, pageOfSidecar(uri));
  const place = (sidecar: Sidecar): Sidecar => (text ? standing(sidecar, text) : sidecar);
  const { sidecar, contested } = unite({ ours: place(ours), theirs: place(theirs), base: base && place(base) });
  const chosen: Annotation[] = [];
  let rest: 'ours' | 'theirs' | undefined;
  for (const [index, pair] of contested.entries()) {
    let side = rest ?? decisions?.[pair.ours.id];
    if (!side) {
      const answer = await askContested(pair, names, { done: index, all: contested.length });
      if (!answer) return undefined;
      side = answer.side;
      if (answer.forAll) rest = side;
    }
    chosen.push(pair[side]);
  }
  return applyEdits(
    sidecar,
    chosen.map((annotation) => ({ type: 'add', annotation })),
  );
}

/** @throws HumanError where a side cannot be read. */
function sidecarOf(uri: vscode.Uri, { parsed }: ConflictSide, name: string): Sidecar {
  if (parsed.ok) return parsed.sidecar;
  throw new HumanError(
    'unreadable-side',
    vscode.l10n.t('{0} cannot be taken: {1}', name, describeRefusal(uri, parsed.error)),
  );
}

/** The text of the page, open or not; undefined where there is no page. */
async function pageText(pages: Pages, uri: vscode.Uri): Promise<PageText | undefined> {
  const page = pages.byUri(uri.toString());
  if (page) return page.text;
  return vscode.workspace.openTextDocument(uri).then(
    (document) => readPageText(document.getText()),
    () => undefined,
  );
}
