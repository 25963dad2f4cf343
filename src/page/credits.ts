import type { Person } from './model';
import { parsePeople } from './people';

const MAX_SOURCE = 30;
/** How the names of offices, firms and papers end. */
const ORGANISATION =
  /[局社台臺馆館队隊院校会會司部心厅廳站委府办辦处處团團区區县縣市乡鄉镇鎮村厂廠店报報网網库庫方]\s*$/u;

/** Long to fail: only tried where the word that they end in stands somewhere. */
const SUPPLIED = /^([\s\S]{2,40}?)\s*(?:供[图圖]|提供)$/u;
const TAKEN_BY = /^([\s\S]{2,40}?)\s*[/／]?\s*[摄攝](?:影)?(?:[报報][道導])?(?:\s*[（(]([^（）()]{1,20})[）)])?$/u;

/** A picture credit: `郭亮廷 摄`, `（某市公安局供图）`, `图/王某`. Null where the text is something else. */
export function parseCredit(printed: string): readonly Person[] | null {
  // A line end or letter-spacing may stand inside the word that makes it a credit.
  const bare = withoutBrackets(printed.trim()).replace(/供\s+(?=[图圖])|(?<=[摄攝])\s+(?=影)/gu, (cut) => cut.trim());
  const source = bare.includes('供') ? SUPPLIED.exec(bare)?.[1] : undefined;
  if (source !== undefined) return sourceOf(source.replace(/^(?:本文)?[图圖]片?(?:均)?(?:由|[为為])?[/／:：]?/u, ''));
  const named = /[摄攝]/u.test(bare) ? TAKEN_BY.exec(bare) : null;
  if (named) {
    const people = photographers(named[1]!);
    // 某某 摄（某图片库）: the picture came by way of an archive
    const source = named[2] !== undefined && ORGANISATION.test(named[2]) ? sourceOf(named[2]) : null;
    return people && source ? [...people, ...source] : people;
  }
  const prefixed = /^(?:[图圖]片?|[摄攝]影?)\s*[/／:：]?\s*([\s\S]{2,30})$/u.exec(bare)?.[1];
  return prefixed === undefined ? null : photographers(prefixed);
}

function photographers(printed: string): readonly Person[] | null {
  const people = parsePeople(printed, 'photographer');
  return people && people.map(({ name }) => ({ name, role: 'photographer' }));
}

function sourceOf(printed: string): readonly Person[] | null {
  const people = ORGANISATION.test(printed) ? null : parsePeople(printed, 'source');
  if (people) return people.map(({ name }) => ({ name, role: 'source' }));
  const name = printed.replace(/\s+/gu, '');
  return name.length >= 2 && name.length <= MAX_SOURCE && !/[，。；：！？]/u.test(name)
    ? [{ name, role: 'source' }]
    : null;
}

function withoutBrackets(printed: string): string {
  const match = /^[（(]([^（）()]*)[）)]$/u.exec(printed);
  return match ? match[1]!.trim() : printed;
}

/**
 * Where a credit begins that ends a caption (`……休闲需求。 吴永华 摄（图片库）`): the index into the printed text, or -1.
 * The credit stands behind a stop or in brackets of its own.
 */
export function trailingCredit(printed: string): number {
  const bracket = /[（(][^（）()]{2,40}[）)]\s*$/u.exec(printed);
  if (bracket && parseCredit(bracket[0])) return bracket.index;
  const stop = Math.max(
    ...['。', '！', '？', '”', '）', ')'].map((mark) =>
      printed.slice(0, bracket ? bracket.index : undefined).lastIndexOf(mark),
    ),
  );
  if (stop < 0 || printed.length - stop > 45) return -1;
  const rest = printed.slice(stop + 1);
  return parseCredit(rest) ? stop + 1 + (rest.length - rest.trimStart().length) : -1;
}
