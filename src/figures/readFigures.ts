import { toPage } from '../page/flow';
import type { PageStructure, Paragraph, Span } from '../page/model';
import { changesOf } from './changes';
import { checkOf, findingsOf } from './checks';
import { Stated } from './checks/stated';
import { withoutShadow } from './doubling';
import { endsClause, endsSentence } from './marks';
import { metricsOf } from './metrics';
import type { Check, Figure, PageFigures } from './model';
import { modifierAround } from './modifiers';
import { perOf } from './rates';
import type { Reading } from './reading';
import { continued, referencesOf, resolveDate, type PartialDate, type Reference } from './resolve';
import { scan } from './scan';
import { joinSpacedDigits } from './spacedDigits';
import { withTitleStops } from './titleGaps';
import { simplify } from './traditional';
import { Trait, traitsOf } from './traits';

type Draft = { -readonly [K in keyof Figure]: Figure[K] };

const TITLES: ReadonlySet<Paragraph['role']> = new Set(['headline', 'kicker', 'deck']);

/** What is found on the page so far: all figures, and those that take part in arithmetic with their places. */
interface Found {
  readonly figures: Figure[];
  readonly stated: Stated[];
  /** Figures with a partial date, and what stands around them. */
  readonly partial: { readonly figure: Draft; readonly date: PartialDate }[];
}

/**
 * Reads the figures of all paragraphs and the checks between them. Partial dates are read against the datelines and
 * `pageDate`, the day that the page's head prints. Pure; linear in the length of the page.
 */
export function readFigures(structure: PageStructure, pageDate?: Reference): PageFigures {
  const found: Found = { figures: [], stated: [], partial: [] };
  let sentence = 0;
  for (const [number, paragraph] of structure.paragraphs.entries()) {
    if (paragraph.role !== 'furniture') sentence = readParagraph(paragraph, number, sentence, found) + 1;
  }
  sortByPlace(found.figures, startOf);
  resolveDates(structure, found, pageDate);
  sortByPlace(found.stated, startOfStated);
  return { figures: found.figures, checks: checksByArticle(found) };
}

const startOf = ({ start }: Figure): number => start;
const startOfStated = ({ figure }: Stated): number => figure.start;

/** Sorts what is mostly in order already: only paragraphs that run around a picture are not. */
function sortByPlace<T>(list: T[], placeOf: (entry: T) => number): void {
  for (let k = 1; k < list.length; k++) {
    if (placeOf(list[k - 1]!) <= placeOf(list[k]!)) continue;
    list.sort((a, b) => placeOf(a) - placeOf(b));
    return;
  }
}

function resolveDates({ bylines }: PageStructure, { figures, partial }: Found, pageDate?: Reference): void {
  const referenceOf = referencesOf(bylines, figures, pageDate);
  for (const { figure, date } of partial) {
    const resolved = resolveDate(date, referenceOf(figure.articleId));
    if (resolved) figure.resolved = resolved;
  }
}

/** So many characters before a date may tell its year or that it is planned, and so many behind it. */
const WORDS_BEFORE = 8;
const WORDS_BEHIND = 4;
/** 2019年以来，9月…: the date behind is not of that year. */
const SINCE = /^[初底末]?(?:以来|起|开始|至今)/;

function partialDate(
  text: string,
  { iso, start, end }: Reading & { readonly iso: string },
  previous?: string,
): PartialDate {
  let from = start;
  while (from > 0 && start - from < WORDS_BEFORE && !endsClause(text.charCodeAt(from - 1))) from--;
  return { iso, before: text.slice(from, start), behind: text.slice(end, end + WORDS_BEHIND), previous };
}

function isPartial(reading: Reading): reading is Reading & { readonly iso: string } {
  return reading.kind === 'date' && reading.iso !== undefined && reading.iso.startsWith('--');
}

/** Adds the figures of a paragraph; gives back the number of its last sentence. */
function readParagraph(paragraph: Paragraph, number: number, firstSentence: number, found: Found): number {
  const traits = traitsOf(paragraph.flow.text);
  if ((traits & Trait.Number) === 0) return firstSentence;
  const printed = traits & Trait.Blank ? joinSpacedDigits(paragraph.flow) : paragraph.flow;
  const simple = traits & Trait.Traditional ? simplify(printed.text) : printed.text;
  const first = scan(simple);
  if (first.length === 0) return firstSentence;
  const title = TITLES.has(paragraph.role);
  const flow = title ? withTitleStops(withoutShadow(printed)) : printed;
  const text = flow === printed ? simple : simplify(flow.text);
  const readings = flow === printed ? first : scan(text);
  const metrics = metricsOf(text, readings, flow.text);
  const changes = changesOf(text, readings);
  const place = { text, printed: flow.text, paragraph: number, title };
  let sentence = firstSentence;
  let from = 0;
  let date: string | undefined;
  let dateSentence = sentence;
  for (let k = 0; k < readings.length; k++) {
    const reading = readings[k]!;
    for (; from < reading.start; from++) if (endsSentence(text.charCodeAt(from))) sentence++;
    if (reading.kind === 'identifier') continue;
    const figure = figureOf(reading, text, toPage(flow, reading.start, reading.end), paragraph.articleId);
    figure.metric = metrics[k] ?? null;
    if (text !== flow.text) figure.unit = printedUnit(reading, text, flow.text);
    figure.change = changes[k]!.change;
    figure.basis = changes[k]!.basis;
    const per = perOf(text, reading, readings[k - 1]);
    if (per !== undefined) figure.per = per;
    found.figures.push(figure);
    if (reading.kind === 'date') {
      const previous = sentence === dateSentence ? date : undefined;
      const isSince = SINCE.test(text.slice(reading.end, reading.end + WORDS_BEHIND));
      if (isPartial(reading)) found.partial.push({ figure, date: partialDate(text, reading, previous) });
      date = isSince || reading.iso === undefined ? undefined : continued(reading.iso, previous);
      dateSentence = sentence;
    }
    if (figure.value === null || isUncounted(figure.kind)) continue;
    found.stated.push(new Stated(figure, figure.kind, figure.value, sentence, reading, place));
  }
  return sentence;
}

/** The unit as printed, where words were looked up in simplified characters. */
function printedUnit({ unit, end }: Reading, text: string, printed: string): string {
  return unit !== '' && text.endsWith(unit, end) ? printed.slice(end - unit.length, end) : unit;
}

/** The figure before its claim is known. Filled in by hand: spreading objects per figure cost more than reading it. */
function figureOf(reading: Reading, text: string, { start, end }: Span, articleId: string | null): Draft {
  const figure: Draft = {
    start,
    end,
    kind: reading.kind === 'identifier' ? 'other' : reading.kind,
    value: reading.lo === undefined ? reading.value : null,
    unit: reading.unit,
    modifier: reading.modifier ?? modifierAround(text, reading.start, reading.end),
    change: null,
    basis: null,
    metric: null,
    articleId,
  };
  if (reading.lo !== undefined && reading.hi !== undefined) {
    figure.lo = reading.lo;
    figure.hi = reading.hi;
  }
  if (reading.iso !== undefined) figure.iso = reading.iso;
  return figure;
}

/** Kinds that take part in no arithmetic. */
function isUncounted(kind: Figure['kind']): boolean {
  return kind === 'date' || kind === 'time' || kind === 'ordinal' || kind === 'level' || kind === 'age';
}

function checksByArticle({ figures, stated }: Found): Check[] {
  const byArticle = new Map<string, Stated[]>();
  for (const entry of stated) {
    const id = entry.figure.articleId ?? '';
    const list = byArticle.get(id);
    if (list) list.push(entry);
    else byArticle.set(id, [entry]);
  }
  const checks: Check[] = [];
  for (const list of byArticle.values()) {
    for (const finding of findingsOf(list)) checks.push(checkOf(finding, ({ figure }) => indexOf(figures, figure)));
  }
  return checks;
}

/** The place of a figure in a list sorted by start. */
function indexOf(figures: readonly Figure[], figure: Figure): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (figures[middle]!.start < figure.start) low = middle + 1;
    else high = middle;
  }
  return figures.indexOf(figure, low);
}
