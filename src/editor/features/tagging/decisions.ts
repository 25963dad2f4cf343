import * as vscode from 'vscode';
import { makeAnnotation, trimSpan } from '../../../newsmark';
import type { Annotation, Span, Suggestion } from '../../../newsmark';
import type { SpanArgument } from '../../contributions';
import { toOffset, toSpan } from '../../convert';
import { HumanError } from '../../errors';
import { itemAt, type Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import type { Schemes } from '../../schemes';
import { signature } from '../../signature';
import { pickLabel } from './pickLabel';

const LAST_LABEL = 'newsmark.lastLabel';

/** What a person decides about spans of a page; every decision is one edit and one step of undo. */
export class Decisions {
  readonly #pages: Pages;
  readonly #schemes: Schemes;
  readonly #state: vscode.Memento;

  constructor(pages: Pages, schemes: Schemes, state: vscode.Memento) {
    this.#pages = pages;
    this.#schemes = schemes;
    this.#state = state;
  }

  /** Tags the target, or every selection of the active editor; asks for the label where none is given. */
  async tag(label: string | undefined, target: SpanArgument | undefined): Promise<void> {
    const page = this.#page(target);
    const spans = target ? [target] : this.#selections(page);
    const trimmed = spans.map((span) => trimSpan(page.text.text, span)).filter((span) => span !== null);
    if (trimmed.length === 0) {
      throw new HumanError('nothing-selected', vscode.l10n.t('Select the words to tag first.'));
    }
    page.annotations.assertWritable();
    const chosen = label ?? (await pickLabel(this.#schemes.of(page.uri), this.#state.get<string>(LAST_LABEL)));
    if (chosen === undefined) return;
    this.#assertInScheme(page, chosen);
    await page.annotations.edit((items, text) =>
      trimmed
        .filter((span) => !items.some((a) => a.label === chosen && sameSpan(a, span)))
        .map((span) => ({
          type: 'add' as const,
          annotation: makeAnnotation(text, {
            ...span,
            ...signature(page.document),
            layer: 'entity',
            label: chosen,
            state: 'added',
          }),
        })),
    );
    await this.#state.update(LAST_LABEL, chosen);
  }

  async tagAgain(): Promise<void> {
    const label = this.#state.get<string>(LAST_LABEL);
    await this.tag(label, undefined);
  }

  /** Accepts or rejects the suggestion at the target or the cursor. */
  async decide(state: 'accepted' | 'rejected', target: SpanArgument | undefined): Promise<void> {
    const page = this.#page(target);
    const suggestion = this.#suggestion(page, target);
    if (!suggestion) {
      throw new HumanError(
        'no-suggestion',
        vscode.l10n.t('There is no suggestion here. Put the cursor on a marked figure or byline.'),
      );
    }
    const { start, end, layer, label, data } = suggestion;
    await page.annotations.edit((_, text) => [
      {
        type: 'add',
        annotation: makeAnnotation(text, { ...signature(page.document), start, end, layer, label, data, state }),
      },
    ]);
  }

  async remove(id: string | undefined, target: SpanArgument | undefined): Promise<void> {
    const page = this.#page(target);
    const { id: wanted } = this.#annotation(page, id);
    await page.annotations.edit((items) =>
      items.filter((a) => a.id === wanted).map((annotation) => ({ type: 'remove', annotation })),
    );
  }

  async changeLabel(
    id: string | undefined,
    label: string | undefined,
    target: SpanArgument | undefined,
  ): Promise<void> {
    const page = this.#page(target);
    const { id: wanted, label: old } = this.#annotation(page, id, 'entity');
    page.annotations.assertWritable();
    const chosen = label ?? (await pickLabel(this.#schemes.of(page.uri), old));
    if (chosen === undefined || chosen === old) return;
    this.#assertInScheme(page, chosen);
    const { author, time } = signature(page.document);
    await page.annotations.edit((items) =>
      items
        .filter((a) => a.id === wanted)
        .map((before) => ({
          type: 'change',
          before,
          after: { ...before, label: chosen, state: 'edited', time, ...(author && { author }) },
        })),
    );
  }

  async openSidecar(): Promise<void> {
    const page = this.#page(undefined);
    const { uri, exists } = page.annotations.sidecarFile;
    if (!exists) {
      throw new HumanError(
        'no-sidecar',
        vscode.l10n.t('This page has no annotations yet. Select words and tag them first.'),
      );
    }
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  #page(target: SpanArgument | undefined): Page {
    const page = target ? this.#pages.byUri(target.uri) : this.#pages.active?.page;
    if (page) return page;
    throw new HumanError('no-page', vscode.l10n.t('Open a page and turn Newsmark on for it first.'));
  }

  #selections(page: Page): readonly Span[] {
    const editor = this.#pages.active?.editor;
    return (editor?.selections ?? []).filter((s) => !s.isEmpty).map((selection) => toSpan(page.text, selection));
  }

  #cursor(page: Page): number {
    const editor = this.#pages.active?.editor;
    return editor ? toOffset(page.text, editor.selection.active) : -1;
  }

  #suggestion(page: Page, target: SpanArgument | undefined): Suggestion | undefined {
    if (target) return page.suggestions.find((s) => sameSpan(s, target));
    return itemAt(page.suggestions, this.#cursor(page));
  }

  #annotation(page: Page, id: string | undefined, layer?: string): Annotation {
    const items = page.annotations.items.filter((a) => layer === undefined || a.layer === layer);
    const found = id === undefined ? itemAt(items, this.#cursor(page)) : items.find((a) => a.id === id);
    if (found) return found;
    throw new HumanError(
      'no-annotation',
      vscode.l10n.t('There is no annotation here. Put the cursor on a tagged span.'),
    );
  }

  #assertInScheme(page: Page, label: string): void {
    if (this.#schemes.label(page.uri, label)) return;
    throw new HumanError(
      'unknown-label',
      vscode.l10n.t('The scheme has no label {0}. Add it to the scheme file first.', label),
    );
  }
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
