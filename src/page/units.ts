import { trailingCredit, parseCredit } from './credits';
import { datelineAt, datelinePeople } from './datelines';
import { FlowMaker, type FlowText, toPage } from './flow';
import { type Label, labelLines } from './labels';
import type { Line } from './lines';
import type { Byline, Span } from './model';
import { parsePeople } from './people';

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
export function unitsOf(text: string, lines: readonly Line[]): readonly Unit[] {
  const labels = labelLines(lines);
  const units: Unit[] = [];
  const flows = new FlowMaker(text);
  for (let i = 0; i < lines.length;) {
    let end = i + 1;
    if (labels[i] === 'start' || labels[i] === 'next') while (labels[end] === 'next') end++;
    units.push(unitOf(text, labels[i]!, lines.slice(i, end), flows));
    i = end;
  }
  return units.map((unit, index) =>
    unit.kind === 'body' && units[index + 1]?.kind === 'credit' && unit.flow.text.length <= MAX_CAPTION && !unit.closes
      ? { ...unit, kind: 'caption' }
      : unit,
  );
}

function unitOf(text: string, label: Label, lines: readonly Line[], flows: FlowMaker): Unit {
  const span = { start: lines[0]!.start, end: lines.at(-1)!.end };
  const flow = flows.flowOf(lines);
  const printed = text.slice(span.start, span.end);
  const plain = { ...span, lines, flow, bylines: [], opens: false, closes: false };
  switch (label) {
    case 'title':
    case 'furniture':
      return { ...plain, kind: label };
    case 'byline': {
      const people = parsePeople(printed.replace(/^[（(]|[）)]$/gu, ''));
      return { ...plain, kind: 'byline', bylines: people ? [{ ...span, kind: 'author', people }] : [] };
    }
    case 'credit': {
      const people = parseCredit(printed);
      return { ...plain, kind: 'credit', bylines: people ? [{ ...span, kind: 'photo', people }] : [] };
    }
    case 'start':
    case 'next':
      return paragraphUnit(printed, plain);
  }
}

function paragraphUnit(printed: string, plain: Omit<Unit, 'kind'>): Unit {
  const { flow, start, end } = plain;
  const whole = '（('.includes(printed[0]!) && /^[（(]([^（）()]{2,80})[）)]$/u.exec(printed);
  const names = whole && parsePeople(whole[1]!);
  if (names) return { ...plain, kind: 'byline', bylines: [{ start, end, kind: 'author', people: names }] };
  const bylines: Omit<Byline, 'articleId'>[] = [];
  const dateline = datelineAt(flow.text);
  if (dateline) {
    const { names } = dateline;
    const inside = toPage(flow, names.start, names.end);
    const people =
      names.end > names.start ? datelinePeople(printed.slice(inside.start - start, inside.end - start)) : [];
    bylines.push({
      ...toPage(flow, 0, dateline.end),
      kind: 'dateline',
      people,
      ...(dateline.agency !== undefined && { agency: dateline.agency }),
      ...(dateline.date !== undefined && { date: dateline.date }),
    });
  }
  const author = trailingAuthors(printed);
  if (author) {
    bylines.push({ start: start + author.start, end: start + author.end, kind: 'author', people: author.people });
    return { ...plain, kind: 'body', bylines, opens: dateline !== null, closes: true };
  }
  const credit = flow.text.length <= MAX_CAPTION && mayEndInCredit(flow.text) ? trailingCredit(printed) : -1;
  if (credit > 0) {
    const people = parseCredit(printed.slice(credit)) ?? [];
    bylines.push({ start: start + credit, end: start + printed.trimEnd().length, kind: 'photo', people });
    return { ...plain, kind: 'caption', bylines, opens: dateline !== null, closes: false };
  }
  const kind = flow.text.length <= MAX_CAPTION && SHOWS.test(flow.text) ? 'caption' : 'body';
  return { ...plain, kind, bylines, opens: dateline !== null, closes: false };
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
