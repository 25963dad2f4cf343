import * as vscode from 'vscode';
import type { ExportRequest, ExportWish, Format } from '../../../newsmark';

/** Something about an export that can be ticked; `set` is asked only where the person changed it. */
export interface Choice extends vscode.QuickPickItem {
  readonly isOn: (request: ExportRequest) => boolean;
  readonly set: (wish: ExportWish, on: boolean) => ExportWish;
}

const EIGHT_ONE_ONE = { train: 8, dev: 1, test: 1 };

/** What can be ticked for a format. */
export function choicesFor({ id: format, defaults }: Pick<Format, 'id' | 'defaults'>): readonly Choice[] {
  const sequences = format === 'conll' || format === 'hf';
  return [
    stateChoice(
      defaults?.states,
      'suggested',
      vscode.l10n.t('Suggestions too'),
      vscode.l10n.t('what nobody decided on yet'),
    ),
    stateChoice(
      defaults?.states,
      'rejected',
      vscode.l10n.t('Rejected ones too'),
      vscode.l10n.t('where the format can tell them from labels'),
    ),
    choice(
      'per',
      'article',
      'page',
      vscode.l10n.t('A document for every article'),
      vscode.l10n.t('instead of one for every page'),
    ),
    choice(
      'text',
      'flow',
      'page',
      vscode.l10n.t('Text as it is read'),
      vscode.l10n.t('without the line breaks and blanks of the page'),
    ),
    choice(
      'script',
      'simplified',
      'as-is',
      vscode.l10n.t('Simplified characters'),
      vscode.l10n.t('instead of the characters as they are'),
    ),
    {
      label: vscode.l10n.t('Training, development and test set'),
      detail: vscode.l10n.t('8 : 1 : 1 by article; stays the same when pages are added'),
      isOn: ({ split }) => split !== undefined,
      set: ({ split, ...wish }, on) => (on ? { ...wish, split: split ?? EIGHT_ONE_ONE } : wish),
    },
    ...(sequences
      ? [
          choice('tags', 'BIOES', 'BIO', vscode.l10n.t('Tags BIOES'), vscode.l10n.t('instead of BIO')),
          choice('tags', 'BMES', 'BIO', vscode.l10n.t('Tags BMES'), vscode.l10n.t('instead of BIO')),
          choice(
            'sequence',
            'article',
            'sentence',
            vscode.l10n.t('Articles as sequences'),
            vscode.l10n.t('instead of sentences'),
          ),
        ]
      : []),
    ...(format.startsWith('doccano')
      ? [
          choice(
            'offsetUnit',
            'code-point',
            'utf-16',
            vscode.l10n.t('Offsets in code points'),
            vscode.l10n.t('for projects that count grapheme clusters'),
          ),
        ]
      : []),
  ];
}

/** Ticked it is `value`, unticked `otherwise`. */
function choice<K extends 'per' | 'text' | 'script' | 'tags' | 'sequence' | 'offsetUnit'>(
  key: K,
  value: ExportRequest[K],
  otherwise: ExportRequest[K],
  label: string,
  detail: string,
): Choice {
  return {
    label,
    detail,
    isOn: (request) => request[key] === value,
    set: (wish, on) => ({ ...wish, [key]: on ? value : otherwise }),
  };
}

function stateChoice(
  defaults: ExportRequest['states'] = ['accepted'],
  state: 'suggested' | 'rejected',
  label: string,
  detail: string,
): Choice {
  return {
    label,
    detail,
    isOn: ({ states }) => states.includes(state),
    set: (wish, on) => {
      const others = (wish.states ?? defaults).filter((other) => other !== state);
      return { ...wish, states: on ? [...others, state] : others };
    },
  };
}
