import * as vscode from 'vscode';
import type { Span } from '../../../newsmark';
import { toRange } from '../../convert';
import type { Page } from '../../pages/page';

interface PlaceItem extends vscode.QuickPickItem {
  readonly place: Span;
}

/** Characters around a place that tell it from the others. */
const CONTEXT = 12;

/** Shows places of a page to be unticked, each in the editor as the person goes through them. Undefined: none at all. */
export function pickPlaces(
  page: Page,
  editor: vscode.TextEditor | undefined,
  places: readonly Span[],
  title: string,
): Promise<readonly Span[] | undefined> {
  const before = editor?.selections;
  const pick = vscode.window.createQuickPick<PlaceItem>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Untick places that are meant otherwise');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = places.map((place) => itemOf(page, place));
  pick.selectedItems = pick.items;
  return new Promise((resolve) => {
    let chosen: readonly Span[] | undefined;
    pick.onDidChangeActive(([item]) => {
      if (!item || !editor) return;
      const range = toRange(page.text, item.place);
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    });
    pick.onDidAccept(() => {
      chosen = pick.selectedItems.map((item) => item.place);
      pick.hide();
    });
    pick.onDidHide(() => {
      if (editor && before) editor.selections = before;
      resolve(chosen);
      pick.dispose();
    });
    pick.show();
  });
}

function itemOf(page: Page, place: Span): PlaceItem {
  const { text } = page.text;
  const solid = (start: number, end: number): string => text.slice(Math.max(0, start), end).replace(/\s+/g, '');
  const line = toRange(page.text, place).start.line + 1;
  const [head, tail] = [solid(place.start - CONTEXT, place.start), solid(place.end, place.end + CONTEXT)];
  return {
    place,
    label: `${head}【${solid(place.start, place.end)}】${tail}`,
    description: vscode.l10n.t('line {0}', line),
  };
}
