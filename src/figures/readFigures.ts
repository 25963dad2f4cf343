import { toPage } from '../page/flow';
import type { PageStructure, Paragraph } from '../page/model';
import { metricsOf } from './metrics';
import type { Figure, PageFigures } from './model';
import { modifierAround } from './modifiers';
import { scan } from './scan';
import { joinSpacedDigits } from './spacedDigits';
import { withTitleStops } from './titleGaps';

/** Reads the figures of all paragraphs and the checks between them. Pure; linear in the length of the page. */
export function readFigures(structure: PageStructure): PageFigures {
  const figures = structure.paragraphs
    .filter((paragraph) => paragraph.role !== 'furniture')
    .flatMap((paragraph) => figuresOf(paragraph))
    .sort((a, b) => a.start - b.start);
  return { figures, checks: [] };
}

const TITLES: ReadonlySet<Paragraph['role']> = new Set(['headline', 'kicker', 'deck', 'subhead']);

function figuresOf(paragraph: Paragraph): Figure[] {
  const joined = joinSpacedDigits(paragraph.flow);
  const flow = TITLES.has(paragraph.role) ? withTitleStops(joined) : joined;
  const { articleId } = paragraph;
  const figures: Figure[] = [];
  const readings = scan(flow.text);
  const metrics = metricsOf(flow.text, readings);
  for (const [k, reading] of readings.entries()) {
    if (reading.kind === 'identifier') continue;
    const { kind, value, lo, hi, unit, iso } = reading;
    figures.push({
      ...toPage(flow, reading.start, reading.end),
      kind,
      value: lo === undefined ? value : null,
      ...(lo === undefined || hi === undefined ? {} : { lo, hi }),
      unit,
      modifier: reading.modifier ?? modifierAround(flow.text, reading.start, reading.end),
      ...(iso === undefined ? {} : { iso }),
      change: null,
      basis: null,
      metric: metrics[k] ?? null,
      articleId,
    });
  }
  return figures;
}
