import { CLOSING, PAUSE } from './characters';
import { parseCredit, trailingCredit } from './credits';
import { datelineAt } from './datelines';
import { furnitureScore } from './furniture';
import type { Line } from './lines';
import { hasRoleWord, parsePeople } from './people';
import { looksLikeName } from './surnames';
import { never, weights } from './weights';

/** How a line is read before articles are known. */
export type Label = 'start' | 'next' | 'title' | 'byline' | 'credit' | 'furniture';

const LABELS: readonly Label[] = ['start', 'next', 'title', 'byline', 'credit', 'furniture'];
const START = 0;
const NEXT = 1;
const TITLE = 2;
const BYLINE = 3;
const CREDIT = 4;
const FURNITURE = 5;

const BODY_OPENING =
  /^(?:[“"‘]|\d{1,2}月|近日|日前|近年|今年|去年|连日来|目前|当前|为|在|自|据|随着|记者|截至|“|入[春夏秋冬汛]|[这這]|如今|眼下|[“「])/u;
const MAX_NAMES_LINE = 40;
/** Lines on either side that show the measure of a column. */
const WINDOW = 6;
/** Widths that count as the same, and how far from the measure a line is full or short: half-width characters vary. */
const SAME = 0.8;
const FULL = 1.6;
const SHORT = 3.3;
/** Lines of so narrow a column often hold no mark at all. */
const NARROW = 12;
/** The indent of a paragraph's first line is lost in many PDFs: the line is this much narrower than its column. */
const INDENT = 2;
const LOST_INDENT = { from: 1.3, to: 4.2 };
/** A paragraph of a page without columns that breaks off so early is a title. */
const EARLY = 30;

/** What a line says about itself; computed once a line. */
interface Signs {
  /** Set as wide as its column; `short` where it clearly is not. Both false where the page has no columns. */
  readonly full: boolean;
  readonly short: boolean;
  /** The next lines are set as wide and read like prose: this one begins a column. */
  readonly columnWide: boolean;
  /** Narrower than its column by the indent of a paragraph. */
  readonly lostIndent: boolean;
  /** Whether the page is set in columns at all. */
  readonly column: boolean;
  readonly dateline: boolean;
  readonly byline: boolean;
  readonly credit: boolean;
  readonly furniture: number;
  /** Leaves a round bracket open. */
  readonly opensBracket: boolean;
  readonly closingStart: boolean;
  /** Ends in a bracket with names or a picture's source: the paragraph is over. */
  readonly endsInNames: boolean;
}

/** Reads all lines together: the most likely sequence of labels (Viterbi). Linear in the number of lines. */
export function labelLines(lines: readonly Line[]): readonly Label[] {
  if (lines.length === 0) return [];
  const measures = measuresOf(lines);
  const columns = measures.filter((measure) => measure !== undefined).length * 2 > lines.length;
  const signs = lines.map((_, index) => signsOf(lines, index, measures[index], columns));
  const usualBlanks = median(lines.map((line) => line.blanksBefore));
  const n = LABELS.length;
  const back = new Uint8Array(lines.length * n);
  let scores: number[] = LABELS.map((_, label) => (label === NEXT ? never : emission(lines, signs, 0, label)));
  for (let i = 1; i < lines.length; i++) {
    const next: number[] = [];
    for (let label = 0; label < n; label++) {
      let best = -Infinity;
      for (let before = 0; before < n; before++) {
        const score = scores[before]! + transition(lines, signs, i, before, label, usualBlanks);
        if (score > best) {
          best = score;
          back[i * n + label] = before;
        }
      }
      next.push(best + emission(lines, signs, i, label));
    }
    scores = next;
  }
  const labels: Label[] = [];
  let label = scores.indexOf(Math.max(...scores));
  for (let i = lines.length - 1; i >= 0; i--) {
    labels.push(LABELS[label]!);
    label = back[i * n + label]!;
  }
  return labels.reverse();
}

function signsOf(lines: readonly Line[], index: number, measure: number | undefined, columns: boolean): Signs {
  const line = lines[index]!;
  const mayStart = lines[index - 1]?.ends ?? true;
  const narrower = measure === undefined ? 0 : measure - line.width;
  const credit = line.text.length <= MAX_NAMES_LINE && parseCredit(line.raw) !== null;
  const dateline =
    datelineAt(line.text) !== null ||
    /^(?:本[报報][讯訊]|[\p{Script=Han}]{1,8}[报報社].{0,16}(?:[讯訊]|[电電])[（(])/u.test(line.text);
  return {
    full: measure !== undefined && Math.abs(line.width - measure) <= FULL,
    short: narrower > (mayStart ? SHORT + INDENT : SHORT),
    lostIndent: mayStart && narrower >= LOST_INDENT.from && narrower <= LOST_INDENT.to,
    columnWide: beginsColumn(lines, index),
    column: columns,
    dateline,
    byline: !credit && isByline(line),
    credit,
    furniture: furnitureScore(lines, index),
    opensBracket:
      Math.max(line.text.lastIndexOf('（'), line.text.lastIndexOf('(')) >
      Math.max(line.text.lastIndexOf('）'), line.text.lastIndexOf(')')),
    closingStart: CLOSING.has(line.text[0]!) || PAUSE.has(line.text[0]!) || '。！？：%％'.includes(line.text[0]!),
    endsInNames: !dateline && endsInNames(lines, index),
  };
}

/** The measure of the column around a line: the width that most of its neighbours share; undefined without one. */
function measureAt(lines: readonly Line[], index: number): number | undefined {
  const from = Math.max(0, index - WINDOW);
  const to = Math.min(lines.length - 1, index + WINDOW);
  let best = 0;
  let measure: number | undefined;
  for (let i = from; i <= to; i++) {
    const { width } = lines[i]!;
    let same = 0;
    for (let j = from; j <= to; j++) if (Math.abs(lines[j]!.width - width) <= SAME) same++;
    const closer = Math.abs(i - index);
    const score = same - closer * 0.01;
    if (same >= 4 && score > best) [best, measure] = [score, width];
  }
  return measure;
}

/** The measure of every line; a few lines without one of their own have that of the lines before. */
function measuresOf(lines: readonly Line[]): readonly (number | undefined)[] {
  let last: number | undefined;
  let since = 0;
  return lines.map((_, index) => {
    const own = measureAt(lines, index);
    since = own === undefined ? since + 1 : 0;
    if (own !== undefined) last = own;
    return since > WINDOW ? undefined : (own ?? last);
  });
}

/** At least two of the next three lines are as wide, and one of them has the marks of running prose. */
function beginsColumn(lines: readonly Line[], index: number): boolean {
  const { width } = lines[index]!;
  const next = lines.slice(index + 1, index + 4).filter((line) => Math.abs(line.width - width) <= 1.1);
  return next.length >= 2 && next.some((line) => /[，。；、]/u.test(line.text));
}

/** A line that holds names only: bracketed, with roles, or bare. */
function isByline(line: Line): boolean {
  if (line.text.length > MAX_NAMES_LINE) return false;
  const bracketed = /^[（(]([^（）()]+)[）)]$/u.exec(line.raw);
  if (bracketed) return parsePeople(bracketed[1]!) !== null;
  if (/[，。；：！？“”《》（）()\d]/u.test(line.raw)) return false;
  const people = parsePeople(line.raw);
  if (!people) return false;
  if (hasRoleWord(line.raw)) return true;
  return people.every((person) => person.name.includes('·') || looksLikeName(person.name));
}

/** Whether the line ends in names in brackets or in a picture's credit; the bracket may open a line or two before. */
function endsInNames(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!;
  if (/[）)]$/u.test(line.text)) {
    let printed = line.raw;
    for (let at = index - 1; at >= index - 2 && at >= 0 && bracketAt(printed) < 0; at--) {
      printed = `${lines[at]!.raw}\n${printed}`;
    }
    const open = bracketAt(printed);
    if (open >= 0 && parsePeople(printed.slice(open + 1, -1)) !== null) return open > 0;
  }
  return trailingCredit(line.raw) > 0;
}

/** Where the last bracket opens. */
function bracketAt(text: string): number {
  return Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
}

function emission(lines: readonly Line[], signs: readonly Signs[], index: number, label: number): number {
  const line = lines[index]!;
  const sign = signs[index]!;
  switch (label) {
    case TITLE:
      return titleEmission(line, sign);
    case START:
      return (
        (line.indented ? weights.body.indent : 0) +
        (!sign.column && !line.ends && line.text.length < EARLY && !isProse(line) ? weights.body.early : 0) +
        (isProse(line) ? 0 : weights.body.bare) +
        (sign.dateline ? weights.body.dateline : 0) +
        (sign.lostIndent && !line.indented ? weights.body.lostIndent : 0) +
        (sign.closingStart ? weights.body.closingStart : 0)
      );
    case NEXT:
      return (
        (line.indented ? -weights.body.indent : 0) +
        (sign.dateline ? -weights.body.dateline : 0) +
        (isProse(line) || line.width < NARROW ? 0 : weights.body.bare)
      );
    case BYLINE:
      return sign.byline ? weights.byline.own : never;
    case CREDIT:
      return sign.credit ? weights.credit.own : never;
    default:
      return sign.furniture > 0 ? sign.furniture : never;
  }
}

function titleEmission(line: Line, sign: Signs): number {
  const w = weights.title;
  const { text } = line;
  const commas = text.split(/[，；,;]/u).length - 1;
  let score = w.base;
  if (line.ends) score += /[！？!?]”?$/u.test(text) ? w.endsExclaiming : w.endsSentence;
  if (/。./u.test(text)) score += w.stopInside;
  if (line.pauses) score += w.pauses;
  if (commas === 1) score += w.comma;
  else if (commas > 1) score += w.commas;
  if (text.length >= 5 && text.length <= 28) score += w.goodLength;
  if (text.length > 40) score += w.tooLong;
  else if (text.length > 30) score += w.long;
  if (text.length < 4) score += w.tooShort;
  if (/^(?:——|—|－－)/u.test(text)) score += w.dash;
  if (!isProse(line)) score += w.bare;
  if (isPhrases(line)) score += w.phrases;
  if (isUnbalanced(text)) score += w.unbalanced;
  if (sign.columnWide) score += w.columnWide;
  if (sign.lostIndent && !line.ends) score += w.lostIndent;
  if (sign.dateline) score += w.dateline;
  if (BODY_OPENING.test(text)) score += w.opensLikeBody;
  if (line.indented) score += w.indented;
  if (line.spread) score += w.spread;
  if (isDoubled(text)) score += w.doubled;
  if (sign.closingStart) score += weights.body.closingStart;
  return score;
}

/** Has the marks of running text. */
function isProse(line: Line): boolean {
  return /[，。；、]/u.test(line.text);
}

/** 多措并举 提质增效: a few phrases of Chinese characters, each of four or more, with blanks between them. */
function isPhrases(line: Line): boolean {
  const phrases = line.raw.split(/\s+/u);
  return (
    phrases.length >= 2 && phrases.length <= 4 && phrases.every((phrase) => phrase.length >= 4 && phrase.length <= 16)
  );
}

/** A headline that the PDF holds twice: printed twice, or interleaved with its shadow. */
export function isDoubled(text: string): boolean {
  if (text.length < 8) return false;
  const half = text.length / 2;
  if (Number.isInteger(half) && text.slice(0, half) === text.slice(half)) return true;
  const period = text.indexOf(text.slice(0, 4), 4);
  return period >= 4 && period <= text.length - 4 && text.slice(0, period) === text.slice(period, 2 * period);
}

function isUnbalanced(text: string): boolean {
  for (const [open, close] of ['“”', '（）', '《》', '()']) {
    let depth = 0;
    for (const character of text) {
      if (character === open) depth++;
      else if (character === close && --depth < 0) return true;
    }
    if (depth !== 0) return true;
  }
  return false;
}

function transition(
  lines: readonly Line[],
  signs: readonly Signs[],
  index: number,
  before: number,
  label: number,
  usualBlanks: number,
): number {
  const line = lines[index]!;
  const previous = lines[index - 1]!;
  const sign = signs[index - 1]!;
  const w = weights.body;
  const inBody = before === START || before === NEXT;
  const open = inBody && !previous.ends && !sign.endsInNames;
  const blank = line.blanksBefore > usualBlanks;
  if (label === NEXT) {
    if (!inBody) return before === TITLE || before === CREDIT ? w.resumes + w.brokenOff : never;
    if (sign.endsInNames) return w.brokenOff;
    if (sign.opensBracket) return w.goesOn + w.openBracket;
    let score = open ? (sign.short ? w.shortGoesOn : w.goesOn) : sign.full ? w.fullContinues : w.shortContinues;
    if (Math.abs(line.width - previous.width) <= 1.1) score += w.sameWidth;
    else if (line.width > previous.width + 1.5 && !(before === START && sign.lostIndent)) score += w.widens;
    return blank && !open ? score - w.extraBlank : score;
  }
  if (sign.opensBracket && inBody) return -w.openBracket;
  const brokenOff = open ? (sign.short ? w.shortBrokenOff : w.brokenOff) : 0;
  switch (label) {
    case START: {
      if (!inBody) return before === TITLE ? w.afterTitle : 0;
      const soft = /[：—…]$/u.test(previous.text) ? 3 : 0;
      if (open) return brokenOff + soft + (blank ? w.extraBlank : 0);
      return (sign.full ? w.fullStarts : w.shortStarts) + (blank ? w.extraBlank : 0);
    }
    case TITLE:
      if (before === TITLE) return weights.title.afterTitle;
      return inBody && open ? (sign.short ? w.shortBrokenOff : weights.title.bodyBefore) : 0;
    case BYLINE:
    case FURNITURE:
      return brokenOff / 2;
    default:
      return 0;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
