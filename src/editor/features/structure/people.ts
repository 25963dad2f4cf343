import * as vscode from 'vscode';
import { parsePeople } from '../../../newsmark';
import type { Byline, Person, PersonRole } from '../../../newsmark';
import { HumanError } from '../../errors';

const ROLE_WORDS: Readonly<Record<PersonRole, string>> = {
  author: '作者',
  reporter: '记者',
  correspondent: '通讯员',
  photographer: '摄影',
  source: '供图',
};

/** The people that a person names, in the words of a byline; asks where nothing is given. */
export async function parsePeopleOrAsk(
  byline: Byline,
  given: string | undefined,
): Promise<readonly Person[] | undefined> {
  const printed =
    given ??
    (await vscode.window.showInputBox({
      value: printedPeople(byline.people),
      prompt: vscode.l10n.t('Names as in a byline, each behind its role: 记者 罗清远 通讯员 方敏'),
      validateInput: (text) => (parsePeople(text) ? undefined : vscode.l10n.t('These are no names.')),
    }));
  if (printed === undefined) return undefined;
  const people = parsePeople(printed);
  if (!people) throw new HumanError('no-names', vscode.l10n.t('These are no names.'));
  return people;
}

function printedPeople(people: readonly Person[]): string {
  let role: PersonRole | undefined;
  return people
    .map((person) => {
      const word = person.role === role ? '' : `${ROLE_WORDS[person.role]} `;
      role = person.role;
      return word + person.name;
    })
    .join(' ');
}
