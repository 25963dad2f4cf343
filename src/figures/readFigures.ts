import { toPage } from '../page/flow';
import type { FlowText } from '../page/flow';
import type { PageStructure, Paragraph } from '../page/model';
import { changesOf } from './changes';
import { checksOf } from './checks';
import type { Stated } from './checks/stated';
import { withoutShadow } from './doubling';
import { metricsOf } from './metrics';
import type { Check, Figure, PageFigures } from './model';
import { modifierAround } from './modifiers';
import { perOf } from './rates';
import type { Reading } from './reading';
import { scan } from './scan';
import { joinSpacedDigits } from './spacedDigits';
import { withTitleStops } from './titleGaps';

const TITLES: ReadonlySet<Paragraph['role']> = new Set(['headline', 'kicker', 'deck']);

/** Reads the figures of all paragraphs and the checks between them. Pure; linear in the length of the page. */
export function readFigures(structure: PageStructure): PageFigures {
  const stated: Stated[] = [];
  let sentence = 0;
  structure.paragraphs.forEach((paragraph, number) => {
    if (paragraph.role === 'furniture') return;
    sentence = readParagraph(paragraph, number, sentence, stated) + 1;
  });
  stated.sort((a, b) => a.figure.start - b.figure.start);
  return { figures: stated.map(({ figure }) => figure), checks: checksByArticle(stated) };
}

/** Appends the figures of a paragraph; gives back the number of its last sentence. */
function readParagraph(paragraph: Paragraph, number: number, firstSentence: number, stated: Stated[]): number {
  const flow = flowOf(paragraph);
  const { text } = flow;
  const readings = scan(text);
  if (readings.length === 0) return firstSentence;
  const metrics = metricsOf(text, readings);
  const changes = changesOf(text, readings);
  const title = TITLES.has(paragraph.role);
  let sentence = firstSentence;
  let from = 0;
  readings.forEach((reading, k) => {
    for (; from < reading.start; from++) if ('。！？；'.includes(text[from]!) && text[from] !== '；') sentence++;
    if (reading.kind === 'identifier') return;
    const per = perOf(text, reading, readings[k - 1]);
    const { lo, hi, iso } = reading;
    const figure: Figure = {
      ...toPage(flow, reading.start, reading.end),
      kind: reading.kind,
      value: lo === undefined ? reading.value : null,
      ...(lo === undefined || hi === undefined ? {} : { lo, hi }),
      unit: reading.unit,
      modifier: reading.modifier ?? modifierAround(text, reading.start, reading.end),
      ...(iso === undefined ? {} : { iso }),
      ...changes[k]!,
      metric: metrics[k] ?? null,
      ...(per === undefined ? {} : { per }),
      articleId: paragraph.articleId,
    };
    stated.push(state(figure, reading, text, number, sentence, title));
  });
  return sentence;
}

function flowOf(paragraph: Paragraph): FlowText {
  const flow = joinSpacedDigits(paragraph.flow);
  return TITLES.has(paragraph.role) ? withTitleStops(withoutShadow(flow)) : flow;
}

function state(
  figure: Figure,
  reading: Reading,
  text: string,
  paragraph: number,
  sentence: number,
  title: boolean,
): Stated {
  const { start, end, step } = reading;
  return {
    figure,
    value: figure.value ?? NaN,
    step,
    quote: text.slice(start, end),
    text,
    start,
    end,
    paragraph,
    sentence,
    title,
  };
}

/** Kinds that take part in no arithmetic. */
const UNCOUNTED: ReadonlySet<Figure['kind']> = new Set(['date', 'time', 'ordinal', 'level', 'age']);

function checksByArticle(stated: readonly Stated[]): Check[] {
  const byArticle = new Map<string, Stated[]>();
  const indices = new Map<Stated, number>();
  stated.forEach((entry, index) => {
    indices.set(entry, index);
    if (UNCOUNTED.has(entry.figure.kind) || Number.isNaN(entry.value)) return;
    const id = entry.figure.articleId ?? '';
    const list = byArticle.get(id);
    if (list) list.push(entry);
    else byArticle.set(id, [entry]);
  });
  return [...byArticle.values()].flatMap((figures) => checksOf(figures, (entry) => indices.get(entry)!));
}
