import { toPage } from '../page/flow';
import type { PageStructure, Paragraph } from '../page/model';
import type { Figure, PageFigures } from './model';
import { modifierAround } from './modifiers';
import { scan } from './scan';
import { joinSpacedDigits } from './spacedDigits';

/** Reads the figures of all paragraphs and the checks between them. Pure; linear in the length of the page. */
export function readFigures(structure: PageStructure): PageFigures {
  const figures = structure.paragraphs
    .filter((paragraph) => paragraph.role !== 'furniture')
    .flatMap((paragraph) => figuresOf(paragraph))
    .sort((a, b) => a.start - b.start);
  return { figures, checks: [] };
}

function figuresOf(paragraph: Paragraph): Figure[] {
  const flow = joinSpacedDigits(paragraph.flow);
  const { articleId } = paragraph;
  const figures: Figure[] = [];
  for (const reading of scan(flow.text)) {
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
      metric: null,
      articleId,
    });
  }
  return figures;
}
