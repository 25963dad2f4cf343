import * as vscode from 'vscode';
import { labelByKey, matchLabels } from '../../../newsmark';
import type { LikelyLabel, LikelyReason, Scheme, SchemeLabel } from '../../../newsmark';

interface LabelItem extends vscode.QuickPickItem {
  readonly id: string;
}

interface Question {
  readonly scheme: Scheme;
  readonly likely: readonly LikelyLabel[];
  /** The words that get the label. */
  readonly title: string;
}

/** Letters that follow a key (a person who types a name out of habit) must not land in the page. */
const SWALLOW_MS = 150;

/**
 * Asks for a label. The likely ones come first. Typing a label's key chooses it at once; anything else filters by id,
 * name in both languages and pinyin initials; a blank first means that a key is meant as a word. Undefined where the
 * person chooses none.
 */
export function pickLabel({ scheme, likely, title }: Question): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<LabelItem>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('A label’s key chooses it at once; type its name or pinyin initials to search');
  const show = (query: string): void => {
    // VS Code would filter by the visible words alone and knows no pinyin: what we give it is always shown.
    const labels = query === '' ? byLikelihood(scheme, likely) : matchLabels(scheme, query);
    pick.items = labels.map((label) => itemOf(label, query === '' ? reasonOf(label, likely) : undefined));
    pick.activeItems = pick.items.slice(0, 1);
  };
  show('');
  return new Promise((resolve) => {
    let chosen: string | undefined;
    let swallowing: ReturnType<typeof setTimeout> | undefined;
    const hideSoon = (): void => {
      clearTimeout(swallowing);
      swallowing = setTimeout(() => pick.hide(), SWALLOW_MS);
    };
    pick.onDidChangeValue((value) => {
      const byKey = chosen === undefined ? labelByKey(scheme, value) : undefined;
      if (chosen === undefined && !byKey) {
        show(value.trim());
        return;
      }
      chosen ??= byKey?.id;
      pick.busy = true;
      resolve(chosen);
      hideSoon();
    });
    pick.onDidAccept(() => {
      chosen ??= pick.activeItems[0]?.id;
      resolve(chosen);
      pick.hide();
    });
    pick.onDidHide(() => {
      clearTimeout(swallowing);
      resolve(chosen);
      pick.dispose();
    });
    pick.show();
  });
}

function byLikelihood(scheme: Scheme, likely: readonly LikelyLabel[]): readonly SchemeLabel[] {
  const rank = (label: SchemeLabel): number => {
    const index = likely.findIndex((l) => l.label === label.id);
    return index < 0 ? likely.length : index;
  };
  return [...scheme.labels].sort((a, b) => rank(a) - rank(b));
}

function itemOf(label: SchemeLabel, why: LikelyReason | undefined): LabelItem {
  const { en, zh } = label.name;
  const key = label.key === undefined ? [] : [vscode.l10n.t('key {0}', label.key)];
  const reason = why === undefined ? [] : [reasonName(why)];
  return {
    id: label.id,
    label: `${label.id}  ${zh}`,
    description: [en, ...key, ...reason].join(' · '),
    alwaysShow: true,
    ...(label.definition !== undefined && { detail: label.definition }),
  };
}

function reasonOf(label: SchemeLabel, likely: readonly LikelyLabel[]): LikelyReason | undefined {
  return likely.find((l) => l.label === label.id)?.why;
}

export function reasonName(why: LikelyReason): string {
  switch (why) {
    case 'suggested':
      return vscode.l10n.t('suggested');
    case 'taggedBefore':
      return vscode.l10n.t('the same words carry it');
    case 'last':
      return vscode.l10n.t('used last');
  }
}
