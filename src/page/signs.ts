import {
  BRACKET,
  classes,
  CLOSES,
  COLON,
  CREDIT,
  HAN,
  marksOf,
  OPENS_NEWS,
  PAUSES,
  PROSE,
  ROLE,
  STOP,
  UNNAMED,
  WIRE,
} from './classes';
import { parseCredit, trailingCredit } from './credits';
import { datelineAt } from './datelines';
import { furnitureScore } from './furniture';
import type { Line } from './lines';
import { measuresOf } from './measures';
import { hasRoleWord, isUnnamedAuthor, parsePeople } from './people';
import { seamsOf } from './seams';
import type { SolidText } from './solid';
import { looksLikeName } from './surnames';

const MAX_NAMES_LINE = 40;
/** How far from the measure a line is full or short. */
const FULL = 1.6;
const SHORT = 3.3;
/** The indent of a paragraph's first line is lost in many PDFs: the line is this much narrower than its column. */
const LOST_INDENT = { from: 1.3, to: 4.2 };
const MANY_BLANKS = 9;
/** Paragraphs that a page needs to show that its indents are lost, and the share of them. */
const SHOWS_INDENT = 5;
const MOST = 0.6;

/** What a line says about itself and with its neighbours; computed once a line. */
export interface Signs {
  /** Set as wide as its column; `short` where it clearly is not. Both false where the page has no columns. */
  readonly full: boolean;
  readonly short: boolean;
  /** As wide as a paragraph's first line in its column or the column that it begins. */
  readonly fits: boolean;
  /** Narrower than its column by the indent of a paragraph. */
  readonly lostIndent: boolean;
  /** The next lines are set as wide and read like prose: this one begins a column. */
  readonly columnWide: boolean;
  readonly dateline: boolean;
  readonly byline: boolean;
  readonly credit: boolean;
  /** How much speaks for page furniture. */
  readonly furniture: number;
  /** Leaves a round bracket open. */
  readonly opensBracket: boolean;
  /** Begins with what only the middle of a sentence has. */
  readonly midSentence: boolean;
  /** Begins as news do: with a date, with 近日, with 记者从. */
  readonly opensNews: boolean;
  /** Ends in a bracket with names or a picture's source: the paragraph is over. */
  readonly endsInNames: boolean;
  /** How much speaks for it to go on from the line before. */
  readonly seam: number;
}

export interface PageSigns {
  readonly lines: readonly Signs[];
  /** Whether the page is set in columns at all. */
  readonly columns: boolean;
  /** Whether its paragraphs begin with an indent that only their width shows. */
  readonly lostIndents: boolean;
  /** Blank lines that stand between most lines. */
  readonly usualBlanks: number;
}

const NEWS =
  /^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日[，,至—-]|\d{1,2}月\d{1,2}日.{0,4}[，,]|\d{1,2}月\d{1,2}日(?:\d{1,2}时|[上下]午|[凌清早]晨|傍?晚|[至起到])|\d{4}年(?:以[来來]|[初底])?[，,]|近日|日前|[连連]日[来來]|近年[来來]|今年(?:以[来來]|初|\d)|去年|目前，|[当當]前，|眼下|如今|[记記]者[从從]|截至|截止|[据據][悉了介统統]|入[春夏秋冬汛]以?[来來]?)/u;
const DATELINE_START = /^(?:本[报報][讯訊]|[\p{Script=Han}]{1,8}[报報社台].{0,16}(?:[讯訊]|[电電])[（(])/u;
const MID_SENTENCE = /^(?:[，。！？；：、,%％)）”’》]|[\u4e00-\u9fff][，。；、！？]|[\u4e00-\u9fff]{2}[、。；])/;

const DATELINE_WORD = /^[（(]|[讯訊电電]|消息/u;
/** 作者：某某, 文/某某 */
const ROLE_COLON = /[者员員影文字图圖][：:]/gu;
/** The end of a bracket's content that is a credit. */
const CREDIT_WORD = /[摄攝图圖供]/u;

/** The signs of all lines of a page. Linear. */
export function signsOf(lines: readonly Line[], solid: SolidText): PageSigns {
  const { around, ahead } = measuresOf(lines);
  const seams = seamsOf(lines, solid);
  const signs = lines.map((_, index) => signsAt(lines, index, around[index]!, ahead[index]!, seams[index]!));
  return {
    lines: signs,
    columns: countKnown(around) * 2 > lines.length,
    lostIndents: losesIndents(lines, signs),
    usualBlanks: usualBlanks(lines),
  };
}

function countKnown(measures: Float64Array): number {
  let count = 0;
  for (let i = 0; i < measures.length; i++) if (measures[i]! > 0) count++;
  return count;
}

/** The measures are NaN where there are none: nothing is near them, or narrower. */
function signsAt(lines: readonly Line[], index: number, around: number, ahead: number, seam: number): Signs {
  const line = lines[index]!;
  const { text, raw, marks } = line;
  const narrower = around - line.width;
  const narrowerAhead = ahead - line.width;
  const full = Math.abs(narrower) <= FULL;
  const lostIndent = isIndent(Number.isNaN(ahead) ? narrower : narrowerAhead);
  const credit = (marks & CREDIT) !== 0 && text.length <= MAX_NAMES_LINE && parseCredit(raw) !== null;
  const first = marksOf[text.charCodeAt(0)]!;
  const dateline =
    ((first & BRACKET) !== 0 || (marks & WIRE) !== 0) &&
    DATELINE_WORD.test(text) &&
    (datelineAt(text) !== null || DATELINE_START.test(text));
  return {
    full,
    short: narrower > SHORT,
    fits: full || lostIndent || isIndent(narrower) || Math.abs(narrowerAhead) <= FULL,
    lostIndent,
    columnWide: beginsColumn(lines, index),
    dateline,
    byline: !credit && isByline(line),
    credit,
    furniture: furnitureScore(lines, index),
    opensBracket: (marks & BRACKET) !== 0 && bracketAt(text) > Math.max(text.lastIndexOf('）'), text.lastIndexOf(')')),
    midSentence:
      (first & (CLOSES | PAUSES)) !== 0 ||
      (((marks & (PROSE | STOP)) !== 0 || (classes[text.charCodeAt(0)]! & HAN) === 0) && MID_SENTENCE.test(text)),
    opensNews: (first & OPENS_NEWS) !== 0 && NEWS.test(text),
    endsInNames: !dateline && endsInNames(lines, index),
    seam,
  };
}

/** Whether a line is so much narrower as the indent of a paragraph makes it. */
const isIndent = (by: number): boolean => by >= LOST_INDENT.from && by <= LOST_INDENT.to;

/** Whether the lines after a paragraph's short last line are narrower than their column by an indent. */
function losesIndents(lines: readonly Line[], signs: readonly Signs[]): boolean {
  let starts = 0;
  let lost = 0;
  for (let i = 1; i < lines.length; i++) {
    if (!lines[i - 1]!.ends || !signs[i - 1]!.short || lines[i]!.indented || !signs[i]!.fits) continue;
    starts++;
    if (signs[i]!.lostIndent) lost++;
  }
  return starts >= SHOWS_INDENT && lost >= starts * MOST;
}

/** At least two of the next three lines are as wide, and one of them has the marks of running prose. */
function beginsColumn(lines: readonly Line[], index: number): boolean {
  const { width } = lines[index]!;
  let alike = 0;
  let prose = false;
  for (let at = index + 1; at < lines.length && at < index + 4; at++) {
    const line = lines[at]!;
    if (Math.abs(line.width - width) > 1.1) continue;
    alike++;
    prose ||= line.prose;
  }
  return prose && alike >= 2;
}

/** A line that holds names only: bracketed, with roles, or bare. */
function isByline(line: Line): boolean {
  const { text, raw, marks } = line;
  if (text.length > MAX_NAMES_LINE) return false;
  const unnamed = (marks & ROLE) !== 0 && isUnnamedAuthor(text);
  const bracketed = (marksOf[text.charCodeAt(0)]! & BRACKET) !== 0 && /^[（(]([^（）()]+)[）)]$/u.exec(raw);
  if (bracketed) return unnamed || parsePeople(bracketed[1]!) !== null;
  if (unnamed) return true;
  if (marks & (UNNAMED | PROSE) || (line.gaps === 0 && text.length > 4 && !(marks & ROLE))) return false;
  if (marks & COLON && raw.replace(ROLE_COLON, '').includes('：')) return false;
  const people = parsePeople(raw);
  if (!people) return false;
  return hasRoleWord(raw) || people.every(({ name }) => name.includes('·') || looksLikeName(name));
}

/** Whether the line ends in names in brackets or in a picture's credit; the bracket may open a line or two before. */
function endsInNames(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!;
  if (line.text.endsWith('）') || line.text.endsWith(')')) {
    let printed = line.raw;
    for (let at = index - 1; at >= index - 2 && at >= 0 && bracketAt(printed) < 0; at--) {
      printed = `${lines[at]!.raw}\n${printed}`;
    }
    const open = bracketAt(printed);
    const inside = printed.slice(open + 1, -1);
    if (open >= 0 && (parsePeople(inside) !== null || (CREDIT_WORD.test(inside) && parseCredit(inside) !== null))) {
      return open > 0;
    }
  }
  return (line.marks & CREDIT) !== 0 && trailingCredit(line.raw) > 0;
}

/** Where the last bracket opens. */
function bracketAt(text: string): number {
  return Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
}

/** The median of the blank lines before a line. */
function usualBlanks(lines: readonly Line[]): number {
  const counts = new Array<number>(MANY_BLANKS + 1).fill(0);
  for (const { blanksBefore } of lines) counts[Math.min(blanksBefore, MANY_BLANKS)]!++;
  let seen = 0;
  return Math.max(
    0,
    counts.findIndex((count) => (seen += count) * 2 > lines.length),
  );
}
