import * as vscode from 'vscode';
import { lineAt, makeAnnotation, ROLES } from '../../../newsmark';
import type { Annotation, PageText, Role, SidecarEdit, Span, StructureLabel } from '../../../newsmark';
import { toSpan } from '../../convert';
import { HumanError } from '../../errors';
import { roleName } from '../../names';
import { articleAt, type Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { signature } from '../../signature';
import { parsePeopleOrAsk } from './people';

/** A person's corrections of a page's make-up; each is one edit of the sidecar and one step of undo. */
export class Corrections {
  readonly #pages: Pages;

  constructor(pages: Pages) {
    this.#pages = pages;
  }

  /** An article starts with the first selected line. A join of the same line is taken back. */
  async startArticle(): Promise<void> {
    const { page, lines } = this.#selection();
    await this.#put(page, firstLine(page.text, lines), 'start', ['start', 'join']);
  }

  /** The article under the cursor goes on from the one before it. A start of the same line is taken back. */
  async joinArticle(): Promise<void> {
    const { page, lines } = this.#selection();
    const article = page.analysis.articles[articleAt(page, lines.start)];
    const first = article?.blocks[0];
    if (!first || page.analysis.articles[0] === article) {
      throw new HumanError('no-join', vscode.l10n.t('There is no article before this one to join it with.'));
    }
    await this.#put(page, firstLine(page.text, first), 'join', ['start', 'join']);
  }

  async setRole(role: Role | undefined): Promise<void> {
    const { page, lines } = this.#selection();
    const chosen = role ?? (await askRole());
    if (chosen) await this.#put(page, lines, 'role', ['role'], { role: chosen });
  }

  /** The selected lines head another article. */
  async moveTitle(articleId: string | undefined): Promise<void> {
    const { page, lines } = this.#selection();
    const id = articleId ?? (await askArticle(page));
    const body = page.analysis.articles.find((a) => a.id === id)?.blocks.find((b) => b.role === 'body');
    if (!id) return;
    if (!body)
      throw new HumanError('no-body', vscode.l10n.t('That article has no text that the title could belong to.'));
    const place = firstLine(page.text, body);
    await page.annotations.edit((items, text) => {
      const known = items.find((a) => isCorrection(a, 'mark') && a.start === place.start);
      const mark = known ?? make(page, text, place, 'mark');
      const title = make(page, text, lines, 'title', { article: mark.id });
      return [
        ...replaced(items, lines, ['title']),
        ...(known ? [] : [{ type: 'add' as const, annotation: mark }]),
        { type: 'add', annotation: title },
      ];
    });
  }

  /** Asks for the people of the byline under the cursor, in the words of a byline: 记者 罗清远 通讯员 方敏. */
  async editPeople(printed: string | undefined): Promise<void> {
    const { page, cursor } = this.#selection();
    const byline = page.analysis.bylines.find((b) => b.start <= cursor && cursor <= b.end);
    if (!byline) throw new HumanError('no-byline', vscode.l10n.t('There is no byline here. Put the cursor on one.'));
    const people = await parsePeopleOrAsk(byline, printed);
    if (!people) return;
    await page.annotations.edit((items, text) => {
      const before = items.find((a) => a.layer === 'byline' && a.start === byline.start && a.end === byline.end);
      const { start, end, kind, articleId, ...read } = byline;
      const data = { ...read, ...before?.data, people };
      const signed = signature(page.document);
      if (before)
        return [{ type: 'change', before, after: { ...before, ...signed, id: before.id, state: 'edited', data } }];
      const annotation = makeAnnotation(text, {
        ...signed,
        start,
        end,
        layer: 'byline',
        label: kind,
        state: 'edited',
        data,
      });
      return [{ type: 'add', annotation }];
    });
  }

  /** Says that somebody looked at the make-up of the whole page, or takes that back. */
  async toggleReviewed(): Promise<void> {
    const { page } = this.#selection();
    await page.annotations.edit((items, text) => {
      const known = items.filter((a) => isCorrection(a, 'reviewed'));
      if (known.length > 0) return known.map((annotation) => ({ type: 'remove', annotation }));
      const first = page.analysis.articles[0]?.blocks[0];
      if (!first) return [];
      return [{ type: 'add', annotation: make(page, text, firstLine(text, first), 'reviewed') }];
    });
  }

  /** Adds a correction in place of those of the same lines that it contradicts. */
  async #put(
    page: Page,
    span: Span,
    label: StructureLabel,
    instead: readonly StructureLabel[],
    data?: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await page.annotations.edit((items, text) => {
      const old = replaced(items, span, instead);
      const opposite = old.some(({ annotation }) => annotation.label !== label);
      // Starting what was joined, or joining what was started, brings the detector's reading back.
      if (opposite && label !== 'role') return old;
      return [...old, { type: 'add', annotation: make(page, text, span, label, data) }];
    });
  }

  /** The active page with the selected lines, without blanks at their ends. */
  #selection(): { readonly page: Page; readonly lines: Span; readonly cursor: number } {
    const { active } = this.#pages;
    if (!active) throw new HumanError('no-page', vscode.l10n.t('Open a page and turn Newsmark on for it first.'));
    const { page, editor } = active;
    const selected = toSpan(page.text, editor.selection);
    const lines = wholeLines(page.text, selected);
    if (!lines) throw new HumanError('empty-line', vscode.l10n.t('Put the cursor on a line with text.'));
    return { page, lines, cursor: selected.start };
  }
}

function make(
  page: Page,
  text: PageText,
  span: Span,
  label: StructureLabel,
  data?: Readonly<Record<string, unknown>>,
): Annotation {
  return makeAnnotation(text, {
    ...signature(page.document),
    ...span,
    layer: 'structure',
    label,
    state: 'added',
    data,
  });
}

/** Whether an annotation is a correction of one kind. */
export function isCorrection(annotation: Annotation, label: StructureLabel): boolean {
  return annotation.layer === 'structure' && annotation.label === label;
}

function replaced(
  items: readonly Annotation[],
  span: Span,
  labels: readonly StructureLabel[],
): readonly (SidecarEdit & { readonly type: 'remove' })[] {
  return items
    .filter((a) => labels.some((label) => isCorrection(a, label)) && a.start < span.end && span.start < a.end)
    .map((annotation) => ({ type: 'remove', annotation }));
}

/** The lines that a span touches, without blanks at the ends; undefined where they hold nothing. */
function wholeLines({ text, lineStarts }: PageText, span: Span): Span | undefined {
  const page = { lineStarts } as PageText;
  let start = lineStarts[lineAt(page, span.start)]!;
  const after = lineStarts[lineAt(page, span.end > span.start ? span.end - 1 : span.end) + 1];
  let end = after === undefined ? text.length : after - 1;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : undefined;
}

function firstLine(page: PageText, span: Span): Span {
  return wholeLines(page, { start: span.start, end: span.start }) ?? span;
}

async function askRole(): Promise<Role | undefined> {
  const items = ROLES.map((role) => ({ label: roleName(role), role }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Role of these lines') }))?.role;
}

async function askArticle(page: Page): Promise<string | undefined> {
  const items = page.analysis.articles.map((article) => ({
    label: article.title || vscode.l10n.t('(no headline)'),
    description: page.text.text
      .slice(article.blocks[0]?.start, (article.blocks[0]?.start ?? 0) + 24)
      .replace(/\s+/gu, ''),
    id: article.id,
  }));
  return (
    await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('The article that this title belongs to') })
  )?.id;
}
