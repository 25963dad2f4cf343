import { type ExportDocument, type Format, skip, type Skipped, type Written } from './model';

/**
 * JSON Lines: one page a line, without loss. `text` is the page text, offsets are UTF-16 code units into it with the
 * end exclusive, nested and overlapping spans stand side by side.
 */
export const jsonl: Format = { id: 'jsonl', extension: '.jsonl', files: 'all', keepsState: true, write };

function write(document: ExportDocument): Written {
  const { source, page, analysis, annotations } = document;
  const skipped: Skipped[] = [];
  const spans = annotations.flatMap((annotation) => {
    const { prefix, suffix, context, lost, ...span } = annotation;
    if (page.text.slice(span.start, span.end) === span.quote) return [span];
    skipped.push(skip(document, annotation, 'quote-differs'));
    return [];
  });
  const articles = analysis.articles.map(({ id, title, blocks }) => ({ id, title, blocks }));
  const line = { source, offsetUnit: 'utf-16', text: page.text, articles, spans };
  return { text: `${JSON.stringify(line)}\n`, written: spans.length, skipped };
}
