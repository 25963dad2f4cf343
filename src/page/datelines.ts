import type { Person } from './model';
import { hasRoleWord, parsePeople } from './people';

export interface Dateline {
  /** End in the flow text, exclusive: behind the bracket, or behind 讯/电 where there is none. */
  readonly end: number;
  /** The bracket's content in the flow text; equal ends where there is none. */
  readonly names: { readonly start: number; readonly end: number };
  readonly agency?: string;
  readonly date?: string;
}

const AGENCY =
  /^(?:据)?(本[报報刊台网網]|(?:新[华華]社|中新社|中新[网網]|新[华華][网網]|人民[网網]|央[视視](?:新[闻聞])?)|[\p{Script=Han}]{0,8}(?:日[报報]|晚[报報]|早[报報]|[时時][报報]|晨[报報]|都市[报報]|商[报報]|新[报報]|法制[报報]|新[闻聞][网網]|融媒[体體]?|[电電][视視]台|[广廣]播[电電][视視]台|在[线線]))/u;
const AFTER_AGENCY =
  /^((?:(?![记記]者|通[讯訊])\p{Script=Han}){0,8}?)((?:\d{4}年)?\d{1,2}月\d{1,2}日)?(?:综合)?(?:[讯訊]|[电電]|消息)/u;
/** Without one of these near its start a text has no dateline: most paragraphs are told by that. */
const SIGN = /[讯訊电電（(]|消息/u;
const FIRST = 48;
const BRACKET = /^[（(]([^（）()]{2,120})[）)]/u;

/** A dateline at the very start of a flow text: 某某日报7月3日讯（记者 …）, 新华社某地7月3日电, （记者 … 通讯员 …）. */
export function datelineAt(flow: string): Dateline | null {
  if (!SIGN.test(flow.slice(0, FIRST))) return null;
  const head = flow.slice(0, 200);
  const agency = AGENCY.exec(head);
  if (agency) {
    const after = AFTER_AGENCY.exec(head.slice(agency[0].length));
    if (after) {
      const bare = agency[0].length + after[0].length;
      const bracket = BRACKET.exec(head.slice(bare));
      const names = bracket ? { start: bare + 1, end: bare + bracket[0].length - 1 } : { start: bare, end: bare };
      return {
        end: bare + (bracket?.[0].length ?? 0),
        names,
        agency: agency[1]!,
        ...(after[2] !== undefined && { date: after[2] }),
      };
    }
  }
  const bracket = BRACKET.exec(head);
  if (!bracket || !hasRoleWord(bracket[1]!) || bracket[0].length >= flow.length) return null;
  return { end: bracket[0].length, names: { start: 1, end: bracket[0].length - 1 } };
}

/** The people of a dateline; `printed` is the bracket's content on the page, with its blanks. */
export function datelinePeople(printed: string): readonly Person[] {
  return parsePeople(printed, 'reporter') ?? [];
}
