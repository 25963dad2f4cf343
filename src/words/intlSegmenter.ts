import type { Segmenter, Word } from './segmenter';

/** The words that the JavaScript engine itself knows: the last resort, available everywhere. */
export function createIntlSegmenter(): Segmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return {
    name: 'intl',
    segment: (text) => Promise.resolve(byLine(segmenter, text)),
    dispose: () => undefined,
  };
}

/** Line by line: the engine's own segmenter is quadratic on long strings. */
function byLine(segmenter: Intl.Segmenter, text: string): readonly Word[] {
  const words: Word[] = [];
  let start = 0;
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    for (const { index, segment } of segmenter.segment(text.slice(start, end))) {
      words.push({ start: start + index, end: start + index + segment.length });
    }
    start = end;
  }
  return words;
}
