import * as vscode from 'vscode';
import {
  changeSpan,
  growByCharacter,
  growByWord,
  mergeSpans,
  shrinkByCharacter,
  shrinkByWord,
  type Side,
  splitAt,
} from '../../../newsmark';
import type { Annotation, Span, Word } from '../../../newsmark';
import { HumanError } from '../../errors';
import type { Page } from '../../pages/page';
import { signature } from '../../signature';
import type { Words } from '../../words';
import { textChanged } from './decisions';
import { hasOwnSpan, type Places, sameSpan } from './places';

/** Annotations of one label that are further apart are hardly one name. UTF-16 units. */
const MAX_GAP = 20;

export interface EdgeMove {
  readonly by: 'character' | 'word';
  readonly step: 'grow' | 'shrink';
  readonly side: Side;
}

/** Spans that a person draws otherwise: their edges, cut in two, made one. Every command is one step of undo. */
export class SpanCommands {
  readonly #places: Places;
  readonly #words: Words;

  constructor(places: Places, words: Words) {
    this.#places = places;
    this.#words = words;
  }

  /** Moves an edge of the annotation at the cursor; the selection goes with it where it was the span. */
  async moveEdge(move: EdgeMove): Promise<void> {
    const page = this.#places.page();
    const annotation = await this.#places.annotation(page, undefined, hasOwnSpan);
    const { version } = page.document;
    const span = move.by === 'word' ? await this.#byWord(page, annotation, move) : byCharacter(page, annotation, move);
    if (page.document.version !== version) throw textChanged();
    if (span.start >= span.end) {
      throw new HumanError('too-short', vscode.l10n.t('An annotation holds at least one character.'));
    }
    const taken = page.annotations.items.some(
      (a) =>
        a.id !== annotation.id && a.layer === annotation.layer && a.label === annotation.label && sameSpan(a, span),
    );
    if (taken) throw new HumanError('same-span', vscode.l10n.t('The same words carry this label already.'));
    const [selected] = this.#places.selections(page);
    const wasSelected = selected !== undefined && sameSpan(selected, annotation);
    await page.annotations.edit((items, text) =>
      items.filter((a) => a.id === annotation.id).flatMap((a) => changeSpan(text, a, span, signature(page.document))),
    );
    const cursor = this.#places.cursor(page);
    if (wasSelected) this.#places.select(page, span);
    // The next press must find the annotation again.
    else if (cursor < span.start || cursor > span.end) this.#places.select(page, edgeOf(span, move.side));
    this.#places.remember(page, annotation.id);
  }

  /** Cuts the annotation at the cursor in two there. */
  async split(): Promise<void> {
    const page = this.#places.page();
    const cursor = this.#places.cursor(page);
    const inside = (a: Annotation): boolean => hasOwnSpan(a) && a.start < cursor && cursor < a.end;
    if (!page.annotations.items.some(inside)) throw notInside();
    const { id } = await this.#places.annotation(page, undefined, inside);
    await page.annotations.edit((items, text) => {
      const found = items.find((a) => a.id === id);
      const by = signature(page.document);
      const edits = found ? splitAt(text, found, cursor, by.id, by) : [];
      if (edits.length === 0) throw notInside();
      return edits;
    });
  }

  /** Makes one annotation of those in the selections, or of the one at the cursor and its neighbour. */
  async merge(): Promise<void> {
    const page = this.#places.page();
    const ids = new Set((await this.#toMerge(page)).map((a) => a.id));
    await page.annotations.edit((items, text) =>
      mergeSpans(
        text,
        items.filter((a) => ids.has(a.id)),
        items,
        signature(page.document),
      ),
    );
  }

  async #toMerge(page: Page): Promise<readonly Annotation[]> {
    const selections = this.#places.selections(page);
    const selected = page.annotations.items.filter(
      (a) => hasOwnSpan(a) && selections.some((s) => s.start < a.end && a.start < s.end),
    );
    const groups = groupsOf(selected);
    if (groups.length === 1) return groups[0]!;
    if (groups.length > 1) return pickGroup(groups);
    const annotation = await this.#places.annotation(page, undefined, hasOwnSpan);
    const neighbour = neighbourOf(page, annotation);
    if (neighbour) return [annotation, neighbour];
    throw new HumanError(
      'no-neighbour',
      vscode.l10n.t(
        'There is no other annotation with the label {0} nearby. Select the ones to merge.',
        annotation.label,
      ),
    );
  }

  async #byWord(page: Page, span: Span, { step, side }: EdgeMove): Promise<Span> {
    const words = await this.#words.around(page, side === 'end' ? span.end : span.start);
    return (step === 'grow' ? growByWord : shrinkByWord)(withoutBlanks(page, words), span, side);
  }
}

function byCharacter(page: Page, span: Span, { step, side }: EdgeMove): Span {
  return (step === 'grow' ? growByCharacter : shrinkByCharacter)(page.text.text, span, side);
}

function withoutBlanks(page: Page, words: readonly Word[]): readonly Word[] {
  return words.filter(({ start, end }) => page.text.text.slice(start, end).trim() !== '');
}

function edgeOf(span: Span, side: Side): Span {
  return side === 'end' ? { start: span.end, end: span.end } : { start: span.start, end: span.start };
}

/** Annotations of one layer and label, where there are at least two of them. */
function groupsOf(annotations: readonly Annotation[]): readonly (readonly Annotation[])[] {
  const groups = new Map<string, Annotation[]>();
  for (const a of annotations) {
    const key = `${a.layer} ${a.label}`;
    const group = groups.get(key);
    if (group) group.push(a);
    else groups.set(key, [a]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

async function pickGroup(groups: readonly (readonly Annotation[])[]): Promise<readonly Annotation[]> {
  const chosen = await vscode.window.showQuickPick(
    groups.map((group) => ({
      label: group[0]!.label,
      description: vscode.l10n.t('{0} annotations', group.length),
      group,
    })),
    { placeHolder: vscode.l10n.t('Merge the annotations with which label?') },
  );
  if (!chosen) throw new vscode.CancellationError();
  return chosen.group;
}

/** The next annotation of the same label close by, or else the one before. */
function neighbourOf(page: Page, annotation: Annotation): Annotation | undefined {
  const others = page.annotations.items.filter(
    (a) => hasOwnSpan(a) && a.id !== annotation.id && a.layer === annotation.layer && a.label === annotation.label,
  );
  const near = others.filter((a) => a.start - annotation.end <= MAX_GAP && annotation.start - a.end <= MAX_GAP);
  return near.find((a) => a.start >= annotation.start) ?? near.at(-1);
}

function notInside(): HumanError {
  return new HumanError('not-inside', vscode.l10n.t('Put the cursor inside an annotation, where it is to be cut.'));
}
