import type { Analysis } from '../analysis';
import { isHigh, isLow } from '../annotations/surrogates';
import type { Person, Span } from '../page/model';
import { isBlank, isLineEnd } from '../page/characters';
import { lineAt, type PageText } from '../page/text';
import type { Document, DocumentArticle, Mark } from './document';
import { extractArticle, type Extract, extractPage, placesOf } from './extract';
import type { Loss, LossCode } from './format';
import type { PageMark } from './pageMarks';
import type { ExportRequest } from './request';
import { simplify } from './script';
import { solidOf } from './solid';

/** A page with what is to be written of it. */
export interface MarkedPage {
  /** The page's path, and the path of its exported files without ending. */
  readonly source: string;
  readonly name: string;
  readonly page: PageText;
  readonly analysis: Analysis;
  readonly marks: readonly PageMark[];
}

type Form = Pick<ExportRequest, 'per' | 'text' | 'script'>;

/** The documents of a page, every mark with its place in them; marks that no document holds are lost. */
export function documentsOf(marked: MarkedPage, form: Form, lose: (loss: Loss) => void): readonly Document[] {
  const { page, analysis } = marked;
  const extracts: readonly { readonly article?: DocumentArticle; readonly extract: Extract }[] =
    form.per === 'page'
      ? [{ extract: extractPage(page.text, analysis, form) }]
      : analysis.articles.map(({ id, title }) => ({
          article: { id, title, people: peopleOf(analysis, id) },
          extract: extractArticle(page.text, analysis, id, form),
        }));
  const reasons = new Map<PageMark, LossCode>();
  const placed = new Set<PageMark>();
  const documents = extracts.map(({ article, extract }) => {
    const marks: Mark[] = [];
    const place = placer(page.text, extract, form.script === 'simplified');
    for (const mark of marked.marks) {
      const found = place(mark);
      if (typeof found === 'string') {
        if (found !== 'outside' || !reasons.has(mark)) reasons.set(mark, found);
        continue;
      }
      placed.add(mark);
      marks.push({
        ...mark,
        ...found,
        quote: extract.text.slice(found.start, found.end),
        page: { start: mark.start, end: mark.end },
        line: lineAt(page, mark.start) + 1,
      });
    }
    marks.sort(byPlace);
    const { text, paragraphs, blocks } = extract;
    const id = article ? `${marked.source}#${article.id}` : marked.source;
    const name = article ? `${marked.name}-${article.id}` : marked.name;
    return { id, name, source: marked.source, article, text, paragraphs, blocks, marks };
  });
  for (const mark of marked.marks) {
    if (!placed.has(mark)) lose(lossOf(marked, mark, reasons.get(mark) ?? 'outside', false));
  }
  return documents;
}

/** What is told of a mark of a page, or of a part of it. */
export function lossOf(
  { source, page }: Pick<MarkedPage, 'source' | 'page'>,
  mark: Pick<PageMark, 'id' | 'layer' | 'label' | 'start' | 'end'>,
  code: LossCode,
  part: boolean,
  detail?: string,
): Loss {
  const { id, layer, label, start, end } = mark;
  const line = lineAt(page, Math.min(start, page.text.length)) + 1;
  return {
    code,
    part,
    source,
    id,
    layer,
    label,
    quote: page.text.slice(start, end),
    line,
    ...(detail !== undefined && { detail }),
  };
}

/** Finds marks in an extract: their span there, or why they have none. */
function placer(page: string, { text, offsets }: Extract, simplified: boolean): (mark: PageMark) => Span | LossCode {
  const place = placesOf(offsets, page.length);
  return ({ start, end }) => {
    const span = place({ start, end });
    if (!span) return 'outside';
    const solid = solidTextOf(page.slice(start, end), simplified);
    if (solid === '' || cutsCharacter(page, start) || cutsCharacter(page, end)) return 'empty';
    const trimmed = trim(text, span);
    // All of the mark and nothing else: in the text itself, and by where its units come from.
    return solidTextOf(text.slice(trimmed.start, trimmed.end), false) === solid ? trimmed : 'torn';
  };
}

function solidTextOf(text: string, simplified: boolean): string {
  const { text: solid } = solidOf(text);
  return simplified ? Array.from(solid, simplify).join('') : solid;
}

function trim(text: string, { start, end }: Span): Span {
  const blank = (code: number): boolean => isBlank(code) || isLineEnd(code);
  while (start < end && blank(text.charCodeAt(start))) start++;
  while (end > start && blank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function cutsCharacter(text: string, offset: number): boolean {
  return isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1));
}

function peopleOf({ bylines }: Analysis, articleId: string): readonly Person[] {
  const people = bylines.filter((byline) => byline.articleId === articleId).flatMap((byline) => byline.people);
  return people.filter(
    ({ name, role }, index) => people.findIndex((other) => other.name === name && other.role === role) === index,
  );
}

function byPlace(a: Mark, b: Mark): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
