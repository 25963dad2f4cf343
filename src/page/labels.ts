import { marksOf, EXCLAIMS, LEADS_ON, LEADS_TO_SPEECH, COLON, OPENS_BODY, STOP } from './classes';
import type { Line } from './lines';
import { type PageSigns, type Signs, signsOf } from './signs';
import type { SolidText } from './solid';
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

/** Words and marks with which a body begins rather than a title. */
const BODY_OPENING = /^(?:[“"‘「]|\d{1,2}月|为|在|自|据|随着|记者|[这這]|他|她|我)/u;
/** 问：…… 答：……: what is said, by whom. */
const SPEAKER = /^(?:[问問答QA]|[记記]者|主持人|嘉[宾賓])[：:]/u;
/** 治：功夫下在岸上, 某某县：新渠通水: a title in two parts. */
const IN_TWO = /^[^：，。“]{1,10}(?<![说說道示称稱绍紹为為出悉到析])：[^，。][^。]{2,}$/u;
/** 以花为媒，小城出圈: a slogan of two short parts. */
const PAIR = /^[^，。]{3,9}，[^，。]{3,9}$/u;
/** In UTF-16 units, of which a rare character has two. */
const MAX_PAIR = 37;
/** # in front of a title, as Markdown has it. */
const MARKDOWN_TITLE = /^#{1,6}\s/u;
/** Lines of narrower columns often hold no mark at all. */
const WIDE = 20;
/** 评论, 短讯: so short a line begins no paragraph. */
const STUB = 4;
/** A paragraph of a page without columns that breaks off so early is a title. */
const EARLY = 30;

/** Reads all lines together: the most likely sequence of labels (Viterbi). Linear in the number of lines. */
export function labelLines(lines: readonly Line[], solid: SolidText): readonly Label[] {
  if (lines.length === 0) return [];
  const page = signsOf(lines, solid);
  const n = LABELS.length;
  const back = new Uint8Array(lines.length * n);
  let scores = new Float64Array(n);
  let next = new Float64Array(n);
  for (let label = 0; label < n; label++) scores[label] = label === NEXT ? never : emission(lines, page, 0, label);
  const own = new Float64Array(n);
  for (let i = 1; i < lines.length; i++) {
    for (let label = 0; label < n; label++) own[label] = emission(lines, page, i, label);
    next.fill(-Infinity);
    const seam = seamAt(lines, page, i);
    for (let before = 0; before < n; before++) {
      const score = scores[before]!;
      // Nothing goes on from what the line before cannot be.
      if (score === never) continue;
      for (let label = 0; label < n; label++) {
        if (own[label] === never) continue;
        const total = score + transition(seam, before, label);
        if (total > next[label]!) {
          next[label] = total;
          back[i * n + label] = before;
        }
      }
    }
    for (let label = 0; label < n; label++) next[label] = own[label] === never ? never : next[label]! + own[label]!;
    [scores, next] = [next, scores];
  }
  const labels: Label[] = [];
  let label = scores.indexOf(Math.max(...scores));
  for (let i = lines.length - 1; i >= 0; i--) {
    labels.push(LABELS[label]!);
    label = back[i * n + label]!;
  }
  return labels.reverse();
}

function emission(lines: readonly Line[], page: PageSigns, index: number, label: number): number {
  const line = lines[index]!;
  const sign = page.lines[index]!;
  const w = weights.body;
  switch (label) {
    case TITLE:
      return titleEmission(line, sign, page);
    case START:
      return (
        (line.indented ? w.indent : 0) +
        (line.prose ? 0 : w.bare) +
        (sign.dateline ? w.dateline : 0) +
        (sign.opensNews ? w.opensNews : 0) +
        (opensQuote(line) ? w.opensQuote : 0) +
        (sign.midSentence ? (page.columns ? w.midSentence : w.midSentenceWithoutColumn) : 0) +
        (!line.prose && !line.ends && line.text.length <= STUB ? w.stub : 0) +
        (page.columns
          ? startInColumn(line, sign, page)
          : !line.ends && line.text.length < EARLY && !line.prose
            ? w.early
            : 0)
      );
    case NEXT:
      return (
        (line.indented ? -w.indent : 0) +
        (sign.dateline ? -w.dateline : 0) +
        (sign.opensNews ? w.opensNewsInside : 0) +
        (opensQuote(line) ? w.opensQuoteInside : 0) +
        (line.prose ? 0 : w.bare * Math.min(1, line.width / WIDE))
      );
    case BYLINE:
      return sign.byline ? weights.byline.own : never;
    case CREDIT:
      return sign.credit ? weights.credit.own : never;
    default:
      return sign.furniture > 0 ? sign.furniture : never;
  }
}

/** The first line of a paragraph fills its column, but for the indent. */
function startInColumn(line: Line, sign: Signs, page: PageSigns): number {
  const w = weights.body;
  if (line.indented) return 0;
  if (!sign.fits && !line.ends) return w.stunted;
  return page.lostIndents && sign.lostIndent ? w.lostIndent : 0;
}

function titleEmission(line: Line, sign: Signs, page: PageSigns): number {
  const w = weights.title;
  const { text } = line;
  let score = w.base;
  if (line.ends) score += exclaims(text) ? w.endsExclaiming : w.endsSentence;
  if (line.prose && line.marks & STOP && hasStopInside(text)) score += w.stopInside;
  if (line.pauses) score += w.pauses;
  const said = (line.marks & COLON) !== 0 && SPEAKER.test(text);
  const inTwo = !said && (line.marks & COLON) !== 0 && IN_TWO.test(text);
  if (said) score += w.said;
  if (line.commas === 1)
    score += text.length <= MAX_PAIR && PAIR.test(text) ? w.pair : inTwo ? w.commaBehindColon : w.comma;
  else if (line.commas > 1) score += w.commas;
  if (text.length >= 5 && text.length <= 28) score += w.goodLength;
  if (text.length > 40) score += w.tooLong;
  else if (text.length > 30) score += w.long;
  if (text.length < 4) score += w.tooShort;
  if (text[0] === '—' || text.startsWith('－－')) score += w.dash;
  if (!line.prose) score += w.bare * Math.min(1, line.width / WIDE);
  if (isPhrases(line)) score += w.phrases;
  if (inTwo) score += w.colon;
  if (line.unbalanced) score += w.unbalanced;
  if (sign.columnWide) score += w.columnWide;
  if (page.columns && sign.fits) score += w.fits;
  if (page.lostIndents && sign.lostIndent && !line.ends) score += w.lostIndent;
  if (sign.dateline) score += w.dateline;
  if (sign.opensNews) score += w.opensNews;
  else if (marksOf[text.charCodeAt(0)]! & OPENS_BODY && BODY_OPENING.test(text)) score += w.opensLikeBody;
  if (line.indented) score += w.indented;
  if (line.spread) score += w.spread;
  if (isDoubled(text)) score += w.doubled;
  if (line.raw.startsWith('#') && MARKDOWN_TITLE.test(line.raw)) score += w.markdown;
  if (sign.midSentence) score += weights.body.midSentence;
  return score;
}

/** Whether the last character of a text has a mark. */
function endsWith(text: string, mark: number): boolean {
  return (marksOf[text.charCodeAt(text.length - 1)]! & mark) !== 0;
}

function exclaims(text: string): boolean {
  return endsWith(text.endsWith('”') ? text.slice(0, -1) : text, EXCLAIMS);
}

/** A dateline that fills a line or more: its body follows in the next. */
function endsInBracket(line: Line): boolean {
  return line.text.endsWith('）') || line.text.endsWith(')');
}

function hasStopInside(text: string): boolean {
  const at = text.indexOf('。');
  return at >= 0 && at < text.length - 1;
}

function opensQuote(line: Line): boolean {
  return line.text[0] === '“' || line.text[0] === '「';
}

/** “有事您说话！”: a line that is said whole. */
function isSpeech({ text, ends }: Line): boolean {
  return ends && (text[0] === '“' || text[0] === '「') && /^[“「][^“”「」]+[！？。…!?][”」]$/u.test(text);
}

/** 多措并举 提质增效: phrases of Chinese characters with blanks between them, in a line that is not letter-spaced. */
function isPhrases(line: Line): boolean {
  if (line.spread || line.gaps < 1 || line.gaps > 3 || /[（）()]/u.test(line.text)) return false;
  const phrases = line.raw.split(/\s+/u);
  return phrases.filter((phrase) => phrase.length < 4 && !/\d/u.test(phrase)).length <= 1;
}

/** A headline that the PDF holds twice: printed twice, or interleaved with its shadow. */
function isDoubled(text: string): boolean {
  const { length } = text;
  if (length < 8) return false;
  const half = length / 2;
  if (length % 2 === 0 && text.charCodeAt(0) === text.charCodeAt(half) && text.slice(0, half) === text.slice(half))
    return true;
  const period = periodOf(text);
  return period >= 4 && period <= length - 4 && text.slice(0, period) === text.slice(period, 2 * period);
}

/** Where the first four characters stand again; -1 where they do not. */
function periodOf(text: string): number {
  const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
  for (let at = 4; at + 4 <= text.length; at++) {
    if (text.charCodeAt(at) !== first || text.charCodeAt(at + 1) !== second) continue;
    if (text.charCodeAt(at + 2) === text.charCodeAt(2) && text.charCodeAt(at + 3) === text.charCodeAt(3)) return at;
  }
  return -1;
}

/** A line end, as far as it decides what follows what. */
interface Seam {
  readonly line: Line;
  readonly previous: Line;
  /** Of the line before. */
  readonly sign: Signs;
  readonly page: PageSigns;
  /** How much the characters that it parts speak for going on. */
  readonly words: number;
  /** More blank lines stand there than between most lines. */
  readonly blank: boolean;
}

function seamAt(lines: readonly Line[], page: PageSigns, index: number): Seam {
  const line = lines[index]!;
  return {
    line,
    previous: lines[index - 1]!,
    sign: page.lines[index - 1]!,
    page,
    words: page.lines[index]!.seam,
    blank: line.blanksBefore > page.usualBlanks,
  };
}

function transition(seam: Seam, before: number, label: number): number {
  const { previous, sign, page, blank } = seam;
  const w = weights.body;
  const inBody = before === START || before === NEXT;
  const open = inBody && !previous.ends && !sign.endsInNames;
  const short = page.columns && sign.short && !(before === START && sign.fits);
  if (label === NEXT) {
    if (!inBody) return before === TITLE || before === CREDIT ? w.resumes + w.brokenOff : never;
    if (sign.endsInNames) return w.brokenOff;
    if (sign.opensBracket) return w.goesOn + w.openBracket;
    if (!open) return (sign.full ? w.fullContinues : w.shortContinues) - (blank ? w.extraBlank : 0);
    return goesOn(seam, before, short);
  }
  if (sign.opensBracket && inBody) return -w.openBracket;
  const brokenOff = !open ? 0 : short ? w.shortBrokenOff : page.columns ? w.brokenOff : w.brokenOffWithoutColumn;
  switch (label) {
    case START:
      if (!inBody) return before === TITLE ? w.afterTitle : 0;
      if (open) return brokenOff + (endsWith(previous.text, LEADS_ON) ? w.leadsOn : 0) + (blank ? w.extraBlank : 0);
      return (sign.full ? w.fullStarts : w.shortStarts) + (blank ? w.extraBlank : 0);
    case TITLE:
      return before === TITLE ? weights.title.afterTitle : brokenOff;
    case BYLINE:
    case FURNITURE:
      return brokenOff / 2;
    default:
      return 0;
  }
}

/** A sentence that did not end goes on in the next line. */
function goesOn({ line, previous, sign, page, words }: Seam, before: number, short: boolean): number {
  const w = weights.body;
  if (before === START && sign.dateline && endsInBracket(previous)) return w.goesOn + w.openBracket;
  const spoken = isSpeech(line) && !endsWith(previous.text, LEADS_TO_SPEECH) ? w.speechInside : 0;
  const score = words + spoken + (short ? w.shortGoesOn : page.columns ? w.goesOn : w.goesOnWithoutColumn);
  if (!page.columns) return score;
  if (Math.abs(line.width - previous.width) <= 1.1) return score + w.sameWidth;
  return line.width > previous.width + 1.5 && !(before === START && sign.fits) ? score + w.widens : score;
}
