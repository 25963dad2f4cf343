import { trailingCredit, parseCredit } from './credits';
import { BRACKET, CREDIT, WIRE } from './classes';
import { datelineAt, datelinePeople } from './datelines';
import { flowOfLines, type FlowText, toPage } from './flow';
import { type Label, labelLines } from './labels';
import type { Line, PageLines } from './lines';
import type { Byline, Span } from './model';
import { parsePeople } from './people';
import type { SolidText } from './solid';

export type UnitKind = 'body' | 'caption' | 'title' | 'byline' | 'credit' | 'furniture';

/** Lines that belong together before articles are known: a paragraph of a body, a line of a title, … */
export interface Unit extends Span {
  readonly kind: UnitKind;
  readonly lines: readonly Line[];
  readonly flow: FlowText;
  /** Bylines in it, without their article. */
  readonly bylines: readonly Omit<Byline, 'articleId'>[];
  /** Starts with a dateline. */
  readonly opens: boolean;
  /** Ends with the names of its authors. */
  readonly closes: boolean;
}

/** A caption is a sentence or two. */
const MAX_CAPTION = 160;
const MAX_NAMES = 80;
/** 图①：…, 图为…, 上图为…: what a picture shows. */
const SHOWS =
  /^(?:[上下左右中][图圖](?:[为為：:]|[\p{Script=Han}]{0,2}[：:])|[图圖](?:[①-⑩\d一二三四五六][：:为為]|[为為]|片[：:]|[：:])|(?:[题題][图圖]|[资資]料[图圖]片?)[：:为為])/u;

/** The lines of a page as units, in page order. */
export function unitsOf(text: string, { lines, solid }: PageLines): readonly Unit[] {
  const labels = labelLines(lines, solid);
  const units: Unit[] = [];
  for (let i = 0; i < lines.length;) {
    let end = i + 1;
    if (labels[i] === 'start' || labels[i] === 'next') while (labels[end] === 'next') end++;
    units.push(unitOf(text, labels[i]!, lines.slice(i, end), solid));
    i = end;
  }
  units.forEach((unit, index) => {
    if (unit.kind !== 'body' || units[index + 1]?.kind !== 'credit') return;
    if (unit.flow.text.length <= MAX_CAPTION && !unit.closes) units[index] = { ...unit, kind: 'caption' };
  });
  return units;
}

function unitOf(text: string, label: Label, lines: readonly Line[], solid: SolidText): Unit {
  const { start } = lines[0]!;
  const { end } = lines.at(-1)!;
  const flow = flowOfLines(text, solid, lines);
  const unit = (kind: UnitKind, bylines: Unit['bylines'] = NO_BYLINES, opens = false, closes = false): Unit => ({
    start,
    end,
    kind,
    lines,
    flow,
    bylines,
    opens,
    closes,
  });
  const printed = text.slice(start, end);
  switch (label) {
    case 'title':
    case 'furniture':
      return unit(label);
    case 'byline': {
      const people = parsePeople(printed.replace(/^[（(]|[）)]$/gu, ''));
      return unit('byline', people ? [{ start, end, kind: 'author', people }] : NO_BYLINES);
    }
    case 'credit': {
      const people = parseCredit(printed);
      return unit('credit', people ? [{ start, end, kind: 'photo', people }] : NO_BYLINES);
    }
    case 'start':
    case 'next':
      return paragraphUnit(printed, start, flow, marksIn(lines), unit);
  }
}

type Bylines = Unit['bylines'];
const NO_BYLINES: Bylines = [];

/** The classes of characters that lines have. */
function marksIn(lines: readonly Line[]): number {
  let marks = 0;
  for (const line of lines) marks |= line.marks;
  return marks;
}

/** A paragraph with the names at its ends; `marks` are the classes of its characters, `unit` makes it. */
function paragraphUnit(
  printed: string,
  start: number,
  flow: FlowText,
  marks: number,
  unit: (kind: UnitKind, bylines: Bylines, opens: boolean, closes: boolean) => Unit,
): Unit {
  const whole = '（('.includes(printed[0]!) && /^[（(]([^（）()]{2,80})[）)]$/u.exec(printed);
  const names = whole && parsePeople(whole[1]!);
  if (names)
    return unit('byline', [{ start, end: start + printed.length, kind: 'author', people: names }], false, false);
  const dateline = marks & (WIRE | BRACKET) ? datelineOf(printed, start, flow) : undefined;
  const opens = dateline !== undefined;
  const bylines = dateline ? [dateline] : [];
  const author = marks & BRACKET ? trailingAuthors(printed) : null;
  if (author) {
    bylines.push({ start: start + author.start, end: start + author.end, kind: 'author', people: author.people });
    return unit('body', bylines, opens, true);
  }
  if (flow.text.length > MAX_CAPTION || !(marks & CREDIT)) return unit('body', bylines, opens, false);
  const credit = mayEndInCredit(flow.text) ? trailingCredit(printed) : -1;
  if (credit > 0) {
    const people = parseCredit(printed.slice(credit)) ?? [];
    bylines.push({ start: start + credit, end: start + printed.trimEnd().length, kind: 'photo', people });
    return unit('caption', bylines, opens, false);
  }
  return unit(SHOWS.test(flow.text) ? 'caption' : 'body', bylines, opens, false);
}

/** The dateline with which a paragraph opens. */
function datelineOf(printed: string, start: number, flow: FlowText): Bylines[number] | undefined {
  const dateline = datelineAt(flow.text);
  if (!dateline) return undefined;
  const { names, agency, date } = dateline;
  const inside = toPage(flow, names.start, names.end);
  return {
    ...toPage(flow, 0, dateline.end),
    kind: 'dateline',
    people: names.end > names.start ? datelinePeople(printed.slice(inside.start - start, inside.end - start)) : [],
    ...(agency !== undefined && { agency }),
    ...(date !== undefined && { date }),
  };
}

/** A credit has one of these near the end of its paragraph. */
function mayEndInCredit(text: string): boolean {
  return /[摄攝供]/u.test(text.slice(-30));
}

/** The names in brackets at the very end of a paragraph, behind the stop of its last sentence. */
function trailingAuthors(printed: string): (Span & { readonly people: Byline['people'] }) | null {
  if (!printed.endsWith('）') && !printed.endsWith(')')) return null;
  const start = Math.max(printed.lastIndexOf('（'), printed.lastIndexOf('('));
  if (start <= 0 || printed.length - start > MAX_NAMES) return null;
  const inside = printed.slice(start + 1, -1);
  if (parseCredit(inside)) return null;
  const before = printed.slice(0, start).trimEnd().at(-1) ?? '';
  if (!'。！？”’…）!?'.includes(before)) return null;
  const people = parsePeople(inside);
  return people && { start, end: printed.length, people };
}
