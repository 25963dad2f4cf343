import { parseSidecar, type ParsedSidecar } from './sidecar';

/** One side of a conflict: the whole file as that side has it. */
export interface ConflictSide {
  /** What git calls it: a branch, a commit; '' where it says nothing. */
  readonly name: string;
  readonly text: string;
  readonly parsed: ParsedSidecar;
}

/** A sidecar in which git could not merge all lines. */
export interface SidecarConflict {
  readonly ours: ConflictSide;
  readonly theirs: ConflictSide;
  /** What both started from, where git was told to say so (diff3, zdiff3). */
  readonly base: ConflictSide | undefined;
  /** 0-based lines of the file, from `<<<<<<<` to `>>>>>>>`, with how many annotations each side has there. */
  readonly places: readonly ConflictPlace[];
}

export interface ConflictPlace {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly ours: number;
  readonly theirs: number;
}

type Part = 'both' | 'ours' | 'base' | 'theirs';

/** Longer markers stand where git merged several ancestors into the base: they are lines of the base. */
const MARKER = /^(<{7}|\|{7}|={7}|>{7})(?: (.*))?$/;

/**
 * The two sides of a sidecar with conflict markers, each as a file of its own. Undefined where there are no markers, or
 * where somebody took away some of them: nobody knows then which line is whose.
 */
export function readConflict(text: string): SidecarConflict | undefined {
  if (!/^<{7}/m.test(text)) return undefined;
  const sides = { ours: [] as SideLine[], base: [] as SideLine[], theirs: [] as SideLine[] };
  const names = { ours: '', base: '', theirs: '' };
  const places: ConflictPlace[] = [];
  let part: Part = 'both';
  let hasBase = true;
  let place = { firstLine: 0, ours: 0, theirs: 0 };
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const lines = body.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const [, marker, name = ''] = MARKER.exec(line) ?? [];
    if (!marker) {
      const id = ID.exec(line)?.[1];
      if (part === 'both') for (const side of Object.values(sides)) side.push({ line, id, own: false });
      else sides[part].push({ line, id, own: true });
      if (id !== undefined && (part === 'ours' || part === 'theirs')) place[part]++;
      continue;
    }
    const next = after(part, marker[0]!);
    if (!next) return undefined;
    if (next === 'theirs' && part === 'ours') hasBase = false;
    if (next === 'ours') place = { firstLine: index, ours: 0, theirs: 0 };
    if (next === 'both') places.push({ ...place, lastLine: index });
    const named = next === 'both' ? 'theirs' : next;
    if (marker[0] !== '=' && name !== '') names[named] = name;
    part = next;
  }
  if (part !== 'both' || places.length === 0) return undefined;
  const side = (which: keyof typeof sides): ConflictSide => {
    const whole = withCommas(eachOnce(sides[which])).join('\n');
    return { name: names[which], text: whole, parsed: parseSidecar(whole) };
  };
  return { ours: side('ours'), theirs: side('theirs'), base: hasBase ? side('base') : undefined, places };
}

/** The part that a marker leads into; undefined where it does not belong. */
function after(part: Part, marker: string): Part | undefined {
  switch (marker) {
    case '<':
      return part === 'both' ? 'ours' : undefined;
    case '|':
      return part === 'ours' ? 'base' : undefined;
    case '=':
      return part === 'ours' || part === 'base' ? 'theirs' : undefined;
    default:
      return part === 'theirs' ? 'both' : undefined;
  }
}

/** A line that a side has, whether it has it alone, and the id of the annotation that stands in it. */
interface SideLine {
  readonly line: string;
  readonly id: string | undefined;
  readonly own: boolean;
}

const ID = /^\s*\{"id":("(?:[^"\\]|\\.)*")/;

/**
 * The lines of a side, every annotation once: where one side moved it, it may stand both among the lines that git merged
 * and among those it could not merge. The side's own line is what the side says.
 */
function eachOnce(lines: readonly SideLine[]): readonly string[] {
  const chosen = new Map<string, SideLine>();
  for (const each of lines) {
    if (each.id === undefined) continue;
    const before = chosen.get(each.id);
    if (!before || (each.own && !before.own)) chosen.set(each.id, each);
  }
  return lines.filter((each) => each.id === undefined || chosen.get(each.id) === each).map(({ line }) => line);
}

/**
 * Lines of JSON whose commas are where JSON wants them: in files without the object that ends the list, lines that git
 * merged from both sides have lost one or have one too many.
 */
function withCommas(lines: readonly string[]): readonly string[] {
  const result = [...lines];
  let last = -1;
  result.forEach((line, index) => {
    if (line.trim() === '') return;
    const before = result[last];
    if (before !== undefined) {
      if (/^\s*[\]}]/.test(line)) result[last] = before.replace(/,\s*$/, '');
      else if (/^\s*\{/.test(line) && /\}\s*$/.test(before)) result[last] = `${before.trimEnd()},`;
    }
    last = index;
  });
  return result;
}
