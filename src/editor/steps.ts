import * as vscode from 'vscode';

/** What a step of a dialog gives back where the person wants the step before it. */
export const BACK = Symbol('back');

/** Asks one thing; undefined where the person closes the dialog. */
export type Step<T> = (
  draft: T,
  position: { readonly step: number; readonly of: number },
) => Promise<T | typeof BACK | undefined>;

/** Asks one thing after the other, each with a way back to the one before; undefined where the person gives up. */
export async function askSteps<T>(first: T, steps: readonly Step<T>[]): Promise<T | undefined> {
  const drafts: T[] = [first];
  while (drafts.length <= steps.length) {
    const at = drafts.length - 1;
    const answer = await steps[at]!(drafts[at]!, { step: at + 1, of: steps.length });
    if (answer === undefined) return undefined;
    if (answer !== BACK) drafts.push(answer);
    else if (drafts.length > 1) drafts.pop();
  }
  return drafts.at(-1);
}

export interface PickOptions<I extends vscode.QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly I[];
  /** What is chosen already. */
  readonly chosen: readonly I[];
  /** Several can be ticked, or none at all. */
  readonly many: boolean;
  readonly step: number;
  readonly of: number;
}

/** One step: a list with a button that goes back. */
export async function pick<I extends vscode.QuickPickItem>(
  options: PickOptions<I>,
): Promise<readonly I[] | typeof BACK | undefined> {
  const list = vscode.window.createQuickPick<I>();
  const { title, placeholder, items, chosen, many, step, of } = options;
  Object.assign(list, {
    title,
    placeholder,
    step,
    totalSteps: of,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  list.canSelectMany = many;
  list.items = items;
  if (many) list.selectedItems = chosen;
  else list.activeItems = chosen;
  list.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
  try {
    return await new Promise((resolve) => {
      list.onDidTriggerButton(() => {
        resolve(BACK);
      });
      list.onDidAccept(() => {
        if (many || list.selectedItems.length > 0) resolve(list.selectedItems);
      });
      list.onDidHide(() => {
        resolve(undefined);
      });
      list.show();
    });
  } finally {
    list.dispose();
  }
}
