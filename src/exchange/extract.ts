import type { Analysis } from '../analysis';
import type { Paragraph, Role, Span } from '../page/model';
import type { DocumentBlock } from './document';
import { ExtractBuilder, NOWHERE } from './extractBuilder';
import type { ExportRequest } from './request';

/** A text made of parts of a page, with the way back. */
export interface Extract {
  readonly text: string;
  /** Page offset of every UTF-16 unit of `text`; -1 for line breaks that were put between its parts. */
  readonly offsets: Int32Array;
  readonly paragraphs: readonly Span[];
  readonly blocks: readonly DocumentBlock[];
}

export type TextForm = Pick<ExportRequest, 'text' | 'script'>;

const HEADING = new Set<Role>(['kicker', 'headline', 'deck']);

/** A whole page: as it stands, or its articles as they are read, an empty line between them. */
export function extractPage(page: string, analysis: Analysis, form: TextForm): Extract {
  const builder = new ExtractBuilder(page, page.length, form.script === 'simplified');
  if (form.text === 'flow') {
    const ids = [...analysis.articles.map(({ id }) => id), null];
    return readArticles(builder, analysis, ids);
  }
  builder.copy({ start: 0, end: page.length });
  const place = placesOf(builder.offsets, page.length);
  const blocks = [
    ...analysis.articles.flatMap(({ id, blocks: own }) => own.map((block) => ({ ...block, articleId: id }))),
    ...analysis.unassigned.map((block) => ({ ...block, articleId: null })),
  ];
  return {
    text: builder.text,
    offsets: builder.offsets,
    paragraphs: analysis.paragraphs.flatMap((paragraph) => place(paragraph) ?? []),
    blocks: blocks
      .sort((a, b) => a.start - b.start)
      .flatMap(({ role, articleId, ...span }) => {
        const at = place(span);
        return at ? [{ role, articleId, ...at }] : [];
      }),
  };
}

/**
 * An article: its headings first, wherever they stand on the page, then the rest in page order; its lines as they
 * stand, or its paragraphs as they are read.
 */
export function extractArticle(page: string, analysis: Analysis, articleId: string, form: TextForm): Extract {
  const own = analysis.articles.find(({ id }) => id === articleId)?.blocks ?? [];
  const size = own.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  const builder = new ExtractBuilder(page, size, form.script === 'simplified');
  if (form.text === 'flow') return readArticles(builder, analysis, [articleId]);
  const blocks = headingsFirst(own).map(({ role, start, end }): DocumentBlock => {
    if (builder.length > 0) builder.breakLine();
    return { role, articleId, ...builder.copy({ start, end }) };
  });
  const place = placesOf(builder.offsets, page.length);
  const paragraphs = analysis.paragraphs
    .filter((paragraph) => paragraph.articleId === articleId)
    .flatMap((paragraph) => place(paragraph) ?? [])
    .sort((a, b) => a.start - b.start);
  return { text: builder.text, offsets: builder.offsets, paragraphs, blocks };
}

function readArticles(builder: ExtractBuilder, analysis: Analysis, ids: readonly (string | null)[]): Extract {
  const blocks: DocumentBlock[] = [];
  const byArticle = new Map(ids.map((id): [string | null, Paragraph[]] => [id, []]));
  for (const paragraph of analysis.paragraphs) byArticle.get(paragraph.articleId)?.push(paragraph);
  for (const [articleId, paragraphs] of byArticle) {
    let first = builder.length > 0;
    for (const { role, flow } of headingsFirst(paragraphs)) {
      if (flow.text.length === 0) continue;
      if (builder.length > 0) builder.breakLine();
      if (first) builder.breakLine();
      first = false;
      blocks.push({ role, articleId, ...builder.write(flow.text, flow.offsets) });
    }
  }
  const paragraphs = blocks.map(({ start, end }) => ({ start, end }));
  return { text: builder.text, offsets: builder.offsets, paragraphs, blocks };
}

function headingsFirst<T extends { readonly role: Role }>(parts: readonly T[]): readonly T[] {
  return [...parts.filter(({ role }) => HEADING.has(role)), ...parts.filter(({ role }) => !HEADING.has(role))];
}

/** Finds the span of an extract that holds what it has of a page span; undefined where it has nothing of it. */
export function placesOf(offsets: Int32Array, pageLength: number): (span: Span) => Span | undefined {
  const at = new Int32Array(pageLength).fill(NOWHERE);
  for (let index = offsets.length - 1; index >= 0; index--) {
    const offset = offsets[index]!;
    if (offset !== NOWHERE) at[offset] = index;
  }
  return ({ start, end }) => {
    let first = -1;
    let last = -1;
    for (let offset = start; offset < end; offset++) {
      const index = at[offset]!;
      if (index === NOWHERE) continue;
      if (first < 0 || index < first) first = index;
      if (index > last) last = index;
    }
    if (first < 0) return undefined;
    let stop = last + 1;
    while (stop < offsets.length && offsets[stop] === offsets[last]) stop++;
    return { start: first, end: stop };
  };
}
