import * as vscode from 'vscode';
import type { AnnotationState, FigureKind, Modifier, PersonRole, Role } from '../newsmark';

/** The localized names of the core's codes. */
export function roleName(role: Role): string {
  switch (role) {
    case 'headline':
      return vscode.l10n.t('headline');
    case 'kicker':
      return vscode.l10n.t('kicker');
    case 'deck':
      return vscode.l10n.t('deck');
    case 'subhead':
      return vscode.l10n.t('subhead');
    case 'byline':
      return vscode.l10n.t('byline');
    case 'body':
      return vscode.l10n.t('body');
    case 'caption':
      return vscode.l10n.t('caption');
    case 'credit':
      return vscode.l10n.t('credit');
    case 'furniture':
      return vscode.l10n.t('furniture');
  }
}

export function kindName(kind: FigureKind): string {
  switch (kind) {
    case 'count':
      return vscode.l10n.t('count');
    case 'percent':
      return vscode.l10n.t('percent');
    case 'money':
      return vscode.l10n.t('money');
    case 'length':
      return vscode.l10n.t('length');
    case 'area':
      return vscode.l10n.t('area');
    case 'mass':
      return vscode.l10n.t('mass');
    case 'volume':
      return vscode.l10n.t('volume');
    case 'power':
      return vscode.l10n.t('power');
    case 'duration':
      return vscode.l10n.t('duration');
    case 'date':
      return vscode.l10n.t('date');
    case 'time':
      return vscode.l10n.t('time of day');
    case 'ordinal':
      return vscode.l10n.t('ordinal');
    case 'level':
      return vscode.l10n.t('level');
    case 'ratio':
      return vscode.l10n.t('ratio');
    case 'rate':
      return vscode.l10n.t('rate');
    case 'age':
      return vscode.l10n.t('age');
    case 'temperature':
      return vscode.l10n.t('temperature');
    case 'other':
      return vscode.l10n.t('other');
  }
}

export function modifierName(modifier: Modifier): string {
  switch (modifier) {
    case 'exact':
      return vscode.l10n.t('exact');
    case 'approx':
      return vscode.l10n.t('about');
    case 'below':
      return vscode.l10n.t('a little less');
    case 'above':
      return vscode.l10n.t('more than');
    case 'max':
      return vscode.l10n.t('at most');
    case 'min':
      return vscode.l10n.t('at least');
  }
}

export function personRoleName(role: PersonRole): string {
  switch (role) {
    case 'author':
      return vscode.l10n.t('author');
    case 'reporter':
      return vscode.l10n.t('reporter');
    case 'correspondent':
      return vscode.l10n.t('correspondent');
    case 'photographer':
      return vscode.l10n.t('photographer');
    case 'source':
      return vscode.l10n.t('source');
  }
}

export function stateName(state: AnnotationState): string {
  switch (state) {
    case 'added':
      return vscode.l10n.t('added');
    case 'accepted':
      return vscode.l10n.t('accepted');
    case 'edited':
      return vscode.l10n.t('edited');
    case 'rejected':
      return vscode.l10n.t('rejected');
    case 'suggested':
      return vscode.l10n.t('suggested');
  }
}

/** The state of a figure in review; `open` where nobody decided. */
export function reviewStateName(state: AnnotationState | 'open'): string {
  return state === 'open' ? vscode.l10n.t('undecided') : stateName(state);
}

/** Whether the person reads Chinese: the names of a scheme's labels come in both languages. */
export function inChinese(): boolean {
  return vscode.env.language.toLowerCase().startsWith('zh');
}

/** How a partial date was made whole; a rule of a newer version by its own name. */
export function dateRuleName(rule: string): string {
  switch (rule) {
    case 'this-year':
      return vscode.l10n.t('the text says this year');
    case 'last-year':
      return vscode.l10n.t('the text says last year');
    case 'year-before-last':
      return vscode.l10n.t('the text says the year before last');
    case 'next-year':
      return vscode.l10n.t('the text says next year');
    case 'same-year':
      return vscode.l10n.t('the year of the date before it');
    case 'year-after':
      return vscode.l10n.t('the year after the date before it');
    case 'same-month':
      return vscode.l10n.t('the month of the date before it');
    case 'dateline-month':
      return vscode.l10n.t('the month of the dateline');
    case 'nearest-past':
      return vscode.l10n.t('the last one before the page');
    case 'nearest-future':
      return vscode.l10n.t('the next one after the page');
    default:
      return rule;
  }
}
