import * as vscode from 'vscode';
import { isLabel } from '../../../newsmark';
import type { Annotation, SchemeLabel, Span, Suggestion } from '../../../newsmark';
import type { SpanArgument } from '../../contributions';
import { toOffset, toRange, toSpan } from '../../convert';
import { HumanError } from '../../errors';
import { inChinese, stateName } from '../../names';
import { itemAt, type Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';

/** Which annotations a command can be about. */
export type Wanted = (annotation: Annotation) => boolean;

export const isEntity: Wanted = (annotation) => annotation.layer === 'entity';
export const isShown: Wanted = isLabel;
/** Annotations with a span that a person may draw otherwise. */
export const hasOwnSpan: Wanted = (a) => isShown(a) && (a.layer === 'entity' || a.layer === 'figure');

interface Chosen {
  readonly uri: string;
  readonly id: string;
  /** The cursor when it was chosen: elsewhere the choice says nothing. */
  readonly cursor: number;
}

/** What a command is about: the page, the selected spans, the suggestion and the annotation at the cursor. */
export class Places {
  readonly #pages: Pages;
  /** The annotation that the last command was about: where several stand at the cursor, nobody is asked twice. */
  #chosen: Chosen | undefined;

  constructor(pages: Pages) {
    this.#pages = pages;
  }

  /** @throws HumanError where there is no page. */
  page(target?: SpanArgument): Page {
    const page = target ? this.#pages.byUri(target.uri) : this.#pages.active?.page;
    if (page) return page;
    throw new HumanError('no-page', vscode.l10n.t('Open a page and turn Newsmark on for it first.'));
  }

  /** The selections of the active editor that are not empty. */
  selections(page: Page): readonly Span[] {
    const editor = this.#editor(page);
    return (editor?.selections ?? []).filter((s) => !s.isEmpty).map((selection) => toSpan(page.text, selection));
  }

  /** Offset of the cursor; -1 where the page is not the active one. */
  cursor(page: Page): number {
    const editor = this.#editor(page);
    return editor ? toOffset(page.text, editor.selection.active) : -1;
  }

  /** The suggestion with exactly the target's span or the selection's, else the smallest at the cursor. */
  suggestion(page: Page, target?: SpanArgument): Suggestion | undefined {
    const exact = target ?? this.selections(page)[0];
    const found = exact && page.suggestions.find((s) => sameSpan(s, exact));
    return found ?? (target ? undefined : itemAt(page.suggestions, this.cursor(page)));
  }

  /**
   * The annotation with an id; without one, the annotations whose span is selected, or else all at the cursor. Where
   * these are several, the person chooses; the smallest is offered first.
   * @throws HumanError where there is none. @throws CancellationError where the person chooses none.
   */
  async annotation(page: Page, id: string | undefined, wanted: Wanted = () => true): Promise<Annotation> {
    const items = page.annotations.items.filter(wanted);
    if (id !== undefined) {
      const found = items.find((a) => a.id === id);
      if (found) return found;
      throw noAnnotation();
    }
    const cursor = this.cursor(page);
    const here = this.#annotationsHere(page, items, cursor);
    if (here.length === 0) throw noAnnotation();
    const known = this.#chosen;
    const again =
      known && known.uri === page.uri.toString() && known.cursor === cursor && here.find((a) => a.id === known.id);
    const chosen = again || (here.length === 1 ? here[0]! : await pickAnnotation(page, here));
    this.#chosen = { uri: page.uri.toString(), id: chosen.id, cursor };
    return chosen;
  }

  /** The next command at the cursor as it stands now is about this annotation again. */
  remember(page: Page, id: string): void {
    this.#chosen = { uri: page.uri.toString(), id, cursor: this.cursor(page) };
  }

  /** Selects a span of a page that is shown in the active editor. */
  select(page: Page, span: Span): void {
    const editor = this.#editor(page);
    if (!editor) return;
    const range = toRange(page.text, span);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #annotationsHere(page: Page, items: readonly Annotation[], cursor: number): readonly Annotation[] {
    const [selected] = this.selections(page);
    const exact = selected ? items.filter((a) => sameSpan(a, selected)) : [];
    if (exact.length > 0) return exact;
    const here = items.filter((a) => a.start <= cursor && cursor <= a.end);
    // Corrections of the page's make-up span lines: they are meant only where no words are marked.
    const marks = here.filter((a) => a.layer !== 'structure' && a.layer !== 'check');
    return (marks.length > 0 ? marks : here).sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  #editor(page: Page): vscode.TextEditor | undefined {
    const active = this.#pages.active;
    return active?.page === page ? active.editor : undefined;
  }
}

interface AnnotationItem extends vscode.QuickPickItem {
  readonly annotation: Annotation;
}

/** Asks for one of several annotations. @throws CancellationError where the person chooses none. */
export async function pickAnnotation(
  page: Page,
  annotations: readonly Annotation[],
  placeHolder = vscode.l10n.t('Several annotations stand here: which one?'),
): Promise<Annotation> {
  const items = annotations.map((annotation): AnnotationItem => ({
    annotation,
    label: quoteOf(page, annotation),
    description: `${annotation.label} · ${stateName(annotation.state)}`,
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (!chosen) throw new vscode.CancellationError();
  return chosen.annotation;
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

const MAX_QUOTE = 12;

/** The words of a span without line ends and blanks, cut where they are long. */
export function quoteOf(page: Page, span: Span, max = MAX_QUOTE): string {
  const quote = [...page.text.text.slice(span.start, span.end).replace(/\s+/g, '')];
  return quote.length > max ? `${quote.slice(0, max - 1).join('')}…` : quote.join('');
}

/** The name of a label in the person's language. */
export function labelName(label: SchemeLabel): string {
  return inChinese() ? label.name.zh : label.name.en;
}

function noAnnotation(): HumanError {
  return new HumanError(
    'no-annotation',
    vscode.l10n.t('There is no annotation here. Put the cursor on a tagged span.'),
  );
}
