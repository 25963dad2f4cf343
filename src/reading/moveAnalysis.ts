import type { Analysis } from '../analysis';
import { Moves, type TextChange } from '../annotations/moves';
import type { Block, Span } from '../page/model';

/**
 * An analysis on a text that has changed since, until the new text is read. `changes`: what was replaced, without
 * overlaps, from the end of the text to its start. Blocks stretch and shrink with the text in them; figures, bylines,
 * checks and paragraphs that a change touches are left out: what stands there now may be something else. The order and
 * the numbers of the articles stay.
 */
export function moveAnalysis(analysis: Analysis, changes: readonly TextChange[]): Analysis {
  if (changes.length === 0) return analysis;
  const moves = new Moves(changes);
  const articles = analysis.articles.flatMap((article) => {
    const blocks = stretched(article.blocks, moves);
    return blocks.length === 0 ? [] : blocks === article.blocks ? [article] : [{ ...article, blocks }];
  });
  /** The new index of each figure; -1 where it is left out. */
  const indices: number[] = [];
  const figures: Analysis['figures'][number][] = [];
  for (const figure of analysis.figures) {
    const delta = moves.delta(figure);
    indices.push(delta === null ? -1 : figures.length);
    if (delta !== null) figures.push(movedBy(figure, delta));
  }
  return {
    articles,
    unassigned: stretched(analysis.unassigned, moves),
    bylines: untouched(analysis.bylines, moves),
    paragraphs: untouched(analysis.paragraphs, moves),
    figures,
    checks: analysis.checks.flatMap((check) => {
      const places = check.figures.map((index) => indices[index] ?? -1);
      if (places.includes(-1)) return [];
      return places.every((place, i) => place === check.figures[i]) ? [check] : [{ ...check, figures: places }];
    }),
  };
}

/** A span with all that it holds, moved. */
export function movedBy<T extends Span>(item: T, delta: number): T {
  if (delta === 0) return item;
  const moved = { ...item, start: item.start + delta, end: item.end + delta };
  if (!('flow' in item)) return moved;
  const { text, offsets } = item.flow as { readonly text: string; readonly offsets: Int32Array };
  const next = new Int32Array(offsets.length);
  for (let i = 0; i < next.length; i++) next[i] = offsets[i]! + delta;
  return { ...moved, flow: { text, offsets: next } };
}

/** Spans moved through changes; those that a change touches are left out. Nothing else in them may hold offsets. */
export function moveSpans<T extends Span>(spans: readonly T[], changes: readonly TextChange[]): readonly T[] {
  return spans.length === 0 ? spans : untouched(spans, new Moves(changes));
}

function untouched<T extends Span>(items: readonly T[], moves: Moves): readonly T[] {
  const kept: T[] = [];
  for (const item of items) {
    const delta = moves.delta(item);
    if (delta !== null) kept.push(movedBy(item, delta));
  }
  return kept;
}

/** The same array where nothing moved. */
function stretched(blocks: readonly Block[], moves: Moves): readonly Block[] {
  const moved = blocks.map((block) => {
    const { start, end } = moves.stretched(block);
    return start === block.start && end === block.end ? block : { ...block, start, end };
  });
  return moved.every((block, i) => block === blocks[i]) ? blocks : moved.filter(({ start, end }) => start < end);
}
