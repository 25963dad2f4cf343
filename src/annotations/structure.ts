import type { Article, Block, Byline, PageStructure, Paragraph, Person, Role, Span } from '../page/model';
import { isRole } from '../page/roles';
import type { Annotation } from './model';
import { isLabel } from './states';

/**
 * What a person corrected about the make-up of a page, as annotations of the layer `structure`:
 * - `start`: an article starts with these lines;
 * - `join`: the article that starts with these lines goes on from the one before it;
 * - `role`: these lines have the role `data.role`;
 * - `title`: these lines head the article in whose text the annotation `data.article` stands;
 * - `mark`: a place in the text of an article, for a `title` to point to;
 * - `reviewed`: somebody looked at the whole page.
 * Corrected people of a byline are an edited annotation of the layer `byline`.
 */
export type StructureLabel = 'start' | 'join' | 'role' | 'title' | 'mark' | 'reviewed';

interface Piece extends Span {
  role: Role;
  article: number | null;
}

/** The structure with a person's corrections, which win over the detector. Articles are numbered anew by their first line. */
export function correctStructure(structure: PageStructure, annotations: readonly Annotation[]): PageStructure {
  const corrections = annotations.filter((a) => a.layer === 'structure' && isLabel(a) && a.label !== 'reviewed');
  const bylines = correctBylines(structure.bylines, annotations);
  if (corrections.length === 0) return bylines === structure.bylines ? structure : { ...structure, bylines };
  const pieces = piecesOf(structure, cutsOf(corrections));
  const labelled = (label: StructureLabel): readonly Annotation[] => corrections.filter((a) => a.label === label);
  for (const { start, end, data } of labelled('role')) {
    const role = data?.['role'];
    if (!isRole(role)) continue;
    for (const piece of within(pieces, { start, end })) piece.role = role;
  }
  let next = structure.articles.length;
  for (const correction of labelled('start')) startArticle(pieces, correction, next++);
  for (const correction of labelled('join')) joinArticle(pieces, correction);
  const marks = new Map(labelled('mark').map((mark) => [mark.id, mark]));
  for (const correction of labelled('title')) {
    const mark = marks.get(String(correction.data?.['article']));
    const target = mark && pieces.find((piece) => overlaps(piece, mark))?.article;
    if (target === undefined || target === null) continue;
    for (const piece of within(pieces, correction)) {
      piece.article = target;
      if (piece.role === 'subhead' || piece.role === 'body') piece.role = 'headline';
    }
  }
  for (const piece of pieces) if (piece.role === 'furniture') piece.article = null;
  return rebuild(structure, pieces, bylines, corrections);
}

/** Where corrections begin and end: blocks and paragraphs are cut there. */
function cutsOf(corrections: readonly Annotation[]): readonly number[] {
  return corrections.flatMap((c) => [c.start, c.end]).sort((a, b) => a - b);
}

function piecesOf({ articles, unassigned }: PageStructure, cuts: readonly number[]): Piece[] {
  return [
    ...articles.flatMap((article, index) => article.blocks.map((block) => ({ ...block, article: index }))),
    ...unassigned.map((block) => ({ ...block, article: null })),
  ]
    .flatMap((piece) => {
      const inside = cuts.filter((cut) => cut > piece.start && cut < piece.end);
      const starts = [piece.start, ...inside];
      return starts.map((start, index) => ({ ...piece, start, end: inside[index] ?? piece.end }));
    })
    .sort((a, b) => a.start - b.start);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function within(pieces: readonly Piece[], span: Span): readonly Piece[] {
  return pieces.filter((piece) => overlaps(piece, span));
}

/** From the first piece of the span on, what belonged to its article (or to none) is a new one. */
function startArticle(pieces: readonly Piece[], span: Span, id: number): void {
  const first = pieces.find((piece) => overlaps(piece, span));
  if (!first) return;
  const old = first.article;
  for (const piece of pieces) {
    if (piece.start >= first.start && piece.article === old && (old !== null || overlaps(piece, span)))
      piece.article = id;
  }
}

/** The article of the span becomes one with the article of the nearest text before it. */
function joinArticle(pieces: readonly Piece[], span: Span): void {
  const first = pieces.find((piece) => overlaps(piece, span));
  if (!first || first.article === null) return;
  const own = first.article;
  const before = pieces.findLast(
    (piece) => piece.start < first.start && piece.article !== own && piece.article !== null,
  );
  if (!before) return;
  for (const piece of pieces) if (piece.article === own) piece.article = before.article;
}

function rebuild(
  structure: PageStructure,
  pieces: readonly Piece[],
  bylines: readonly Byline[],
  corrections: readonly Annotation[],
): PageStructure {
  const ids = new Map<number, string>();
  for (const { article } of pieces) if (article !== null && !ids.has(article)) ids.set(article, `a${ids.size + 1}`);
  const idAt = (offset: number): string | null => {
    const piece = pieces.findLast((p) => p.start <= offset && offset < p.end);
    return piece?.article === null || piece === undefined ? null : ids.get(piece.article)!;
  };
  const cuts = cutsOf(corrections);
  const paragraphs = structure.paragraphs
    .flatMap((paragraph) => splitParagraph(paragraph, cuts))
    .map((paragraph): Paragraph => {
      const piece = pieces.find((p) => overlaps(p, paragraph));
      const corrected = corrections.some((c) => (c.label === 'role' || c.label === 'title') && overlaps(c, paragraph));
      return { ...paragraph, articleId: idAt(paragraph.start), role: corrected && piece ? piece.role : paragraph.role };
    });
  const articles = [...ids].map(([article, id]): Article => {
    const blocks = pieces.filter((piece) => piece.article === article).map(asBlock);
    return { id, title: titleOf(paragraphs, id), blocks };
  });
  const unassigned = pieces.filter((piece) => piece.article === null).map(asBlock);
  return {
    articles,
    unassigned,
    paragraphs,
    bylines: bylines.map((byline) => ({ ...byline, articleId: idAt(byline.start) })),
  };
}

function asBlock({ role, start, end }: Piece): Block {
  return { role, start, end };
}

function titleOf(paragraphs: readonly Paragraph[], id: string): string {
  return paragraphs
    .filter((paragraph) => paragraph.articleId === id && paragraph.role === 'headline')
    .map((paragraph) => paragraph.flow.text)
    .join('');
}

/** A paragraph cut where a correction begins or ends inside it. */
function splitParagraph(paragraph: Paragraph, cuts: readonly number[]): readonly Paragraph[] {
  const inside = cuts.filter((cut) => cut > paragraph.start && cut < paragraph.end);
  if (inside.length === 0) return [paragraph];
  const { text, offsets } = paragraph.flow;
  const parts: Paragraph[] = [];
  let from = 0;
  for (const cut of [...inside, paragraph.end]) {
    let to = from;
    while (to < offsets.length && offsets[to]! < cut) to++;
    if (to === from) continue;
    const flow = { text: text.slice(from, to), offsets: offsets.slice(from, to) };
    parts.push({ ...paragraph, start: offsets[from]!, end: offsets[to - 1]! + 1, flow });
    from = to;
  }
  return parts;
}

function correctBylines(bylines: readonly Byline[], annotations: readonly Annotation[]): readonly Byline[] {
  const edited = annotations.filter((a) => a.layer === 'byline' && a.state === 'edited');
  if (edited.length === 0) return bylines;
  return bylines.map((byline) => {
    const people = edited.find((a) => a.start === byline.start && a.end === byline.end)?.data?.['people'];
    return isPeople(people) ? { ...byline, people } : byline;
  });
}

function isPeople(value: unknown): value is readonly Person[] {
  return Array.isArray(value) && value.every((p) => typeof (p as Partial<Person> | null)?.name === 'string');
}
