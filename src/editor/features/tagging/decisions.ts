import * as vscode from 'vscode';
import { isGuess, isLabel, likelyLabels, makeAnnotation, removeEdits, trimSpan } from '../../../newsmark';
import type { Annotation, LikelyLabel, Span } from '../../../newsmark';
import type { SpanArgument } from '../../contributions';
import { HumanError } from '../../errors';
import type { Page } from '../../pages/page';
import type { Schemes } from '../../schemes';
import { signature } from '../../signature';
import { pickLabel } from './pickLabel';
import { isEntity, type Places, quoteOf, sameSpan } from './places';

const LAST_LABEL = 'newsmark.lastLabel';

/** What a person decides about spans of a page; every decision is one edit and one step of undo. */
export class Decisions {
  readonly #places: Places;
  readonly #schemes: Schemes;
  readonly #state: vscode.Memento;

  constructor(places: Places, schemes: Schemes, state: vscode.Memento) {
    this.#places = places;
    this.#schemes = schemes;
    this.#state = state;
  }

  get lastLabel(): string | undefined {
    return this.#state.get<string>(LAST_LABEL);
  }

  /** From now on this label is the last one given. */
  async remember(label: string): Promise<void> {
    await this.#state.update(LAST_LABEL, label);
  }

  /** Labels that a span most likely gets, of those in the page's scheme. */
  likely(page: Page, span: Span): readonly LikelyLabel[] {
    const found = likelyLabels(page.text.text, span, {
      suggestions: page.suggestions,
      annotations: page.annotations.items,
      last: this.lastLabel,
    });
    return found.filter(({ label }) => this.#schemes.label(page.uri, label));
  }

  /** Tags the target, or every selection of the active editor; asks for the label where none is given. */
  async tag(label: string | undefined, target: SpanArgument | undefined): Promise<void> {
    const page = this.#places.page(target);
    const spans = target ? [target] : this.#places.selections(page);
    const trimmed = spans.map((span) => trimSpan(page.text.text, span)).filter((span) => span !== null);
    const [first] = trimmed;
    if (!first) throw new HumanError('nothing-selected', vscode.l10n.t('Select the words to tag first.'));
    page.annotations.assertWritable();
    const { version } = page.document;
    const chosen = label ?? (await this.ask(page, trimmed));
    if (chosen === undefined) return;
    this.assertInScheme(page, chosen);
    if (page.document.version !== version) throw textChanged();
    await page.annotations.edit((items, text) =>
      trimmed
        .filter((span) => !items.some((a) => a.label === chosen && sameSpan(a, span) && isLabel(a)))
        .flatMap((span) => {
          const before = items.find((a) => a.label === chosen && sameSpan(a, span));
          const annotation = makeAnnotation(text, {
            ...span,
            ...signature(page.document),
            layer: 'entity',
            label: chosen,
            state: 'added',
          });
          return [
            // What was refused, or suggested by an import, and is tagged now is that no more.
            ...(before ? [{ type: 'remove' as const, annotation: before }] : []),
            { type: 'add' as const, annotation },
          ];
        }),
    );
    await this.remember(chosen);
  }

  async tagAgain(): Promise<void> {
    await this.tag(this.lastLabel, undefined);
  }

  /** Accepts or rejects the suggestion at the target, the selection or the cursor; gives its span. */
  async decide(state: 'accepted' | 'rejected', target: SpanArgument | undefined): Promise<Span> {
    const page = this.#places.page(target);
    const suggestion = this.#places.suggestion(page, target);
    if (!suggestion) {
      throw new HumanError(
        'no-suggestion',
        vscode.l10n.t('There is no suggestion here. Put the cursor on a marked figure, byline or name.'),
      );
    }
    const { id, start, end, layer, label, data } = suggestion;
    await page.annotations.edit((items, text) => {
      const before = items.find((a) => a.id === id);
      if (before) return [{ type: 'change', before, after: { ...before, ...decisionBy(page), state } }];
      return [
        {
          type: 'add',
          annotation: makeAnnotation(text, {
            ...signature(page.document),
            start,
            end,
            layer,
            label,
            state,
            // Why an entity was suggested says nothing about it once a person has decided.
            ...(!isGuess(suggestion) && { data }),
          }),
        },
      ];
    });
    return suggestion;
  }

  async remove(id: string | undefined, target: SpanArgument | undefined): Promise<void> {
    const page = this.#places.page(target);
    const { id: wanted } = await this.#places.annotation(page, id);
    await page.annotations.edit((items) =>
      items.some((a) => a.id === wanted) ? removeEdits(items, new Set([wanted])) : [],
    );
  }

  async changeLabel(
    id: string | undefined,
    label: string | undefined,
    target: SpanArgument | undefined,
  ): Promise<void> {
    const page = this.#places.page(target);
    const annotation = await this.#places.annotation(page, id, isEntity);
    page.annotations.assertWritable();
    const likely = this.likely(page, annotation).filter((l) => l.label !== annotation.label);
    const chosen = label ?? (await this.ask(page, [annotation], likely));
    if (chosen === undefined || chosen === annotation.label) return;
    this.assertInScheme(page, chosen);
    await page.annotations.edit((items) =>
      items
        .filter((a) => a.id === annotation.id)
        .map((before) => ({ type: 'change', before, after: edited(page, before, { label: chosen }) })),
    );
  }

  async openSidecar(): Promise<void> {
    const page = this.#places.page();
    const { uri, exists } = page.annotations.sidecarFile;
    if (!exists) {
      throw new HumanError(
        'no-sidecar',
        vscode.l10n.t('This page has no annotations yet. Select words and tag them first.'),
      );
    }
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  /** Asks for the label of some spans; undefined where the person chooses none. */
  ask(page: Page, spans: readonly Span[], likely = this.likely(page, spans[0]!)): Promise<string | undefined> {
    const quote = quoteOf(page, spans[0]!);
    const title =
      spans.length === 1
        ? vscode.l10n.t('Label for “{0}”', quote)
        : vscode.l10n.t('Label for “{0}” and {1} more', quote, spans.length - 1);
    return pickLabel({ scheme: this.#schemes.of(page.uri), likely, title });
  }

  /** @throws HumanError where the scheme of the page lacks a label. */
  assertInScheme(page: Page, label: string): void {
    if (this.#schemes.label(page.uri, label)) return;
    throw new HumanError(
      'unknown-label',
      vscode.l10n.t('The scheme has no label {0}. Add it to the scheme file first.', label),
    );
  }
}

/** An annotation with changed fields, by the person and at the time of the change. */
export function edited(page: Page, before: Annotation, change: Partial<Annotation>): Annotation {
  return { ...before, ...change, ...decisionBy(page), state: 'edited' };
}

/** Who decides, and when. */
function decisionBy(page: Page): Pick<Annotation, 'author' | 'time'> {
  const { author, time } = signature(page.document);
  return { time, ...(author !== undefined && { author }) };
}

/** The page changed while the person was asked: the spans that the question was about are not sure any more. */
export function textChanged(): HumanError {
  return new HumanError('text-changed', vscode.l10n.t('The page changed in the meantime. Please do it again.'));
}
