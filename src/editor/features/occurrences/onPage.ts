import * as vscode from 'vscode';
import { makeAnnotations, sameWords, trimSpan } from '../../../newsmark';
import type { PageText, SameWords, SidecarEdit, Span } from '../../../newsmark';
import type { SpanArgument } from '../../contributions';
import { HumanError } from '../../errors';
import type { Page } from '../../pages/page';
import { signature } from '../../signature';
import { isEntity, isShown, type Places } from '../tagging/places';

/** The words that a command is about, and the label that they carry already where they are an annotation. */
export interface Subject {
  readonly spans: readonly Span[];
  readonly label: string | undefined;
}

/** The target, the selected words, or those of the annotation at the cursor. @throws HumanError where there are none. */
export async function subjectOf(page: Page, places: Places, target: SpanArgument | undefined): Promise<Subject> {
  const selected = (target ? [target] : places.selections(page))
    .map((span) => trimSpan(page.text.text, span))
    .filter((span) => span !== null);
  if (selected.length > 0) return { spans: selected, label: undefined };
  const annotation = await places.annotation(page, undefined, (a) => isEntity(a) && isShown(a));
  return { spans: [annotation], label: annotation.label };
}

/** Where the words of some spans could get a label; of words within words the longest have their places first. */
export function findPlaces(page: Page, words: readonly string[], label: string | undefined): SameWords {
  const flows = page.analysis.paragraphs.map((paragraph) => paragraph.flow);
  const annotations = page.annotations.items;
  const places: Span[] = [];
  const skipped = { labelled: 0, rejected: 0, inLonger: 0 };
  for (const each of [...new Set(words)].sort((a, b) => b.length - a.length)) {
    const found = sameWords(page.text, { words: each, label, annotations, flows });
    skipped.labelled += found.skipped.labelled;
    skipped.rejected += found.skipped.rejected;
    skipped.inLonger += found.skipped.inLonger;
    const taken = [...places];
    places.push(...found.places.filter((p) => !taken.some((t) => t.start < p.end && p.start < t.end)));
  }
  return { places: places.sort((a, b) => a.start - b.start), skipped };
}

export function wordsOf(page: Page, spans: readonly Span[]): readonly string[] {
  return spans.map(({ start, end }) => page.text.text.slice(start, end));
}

/** The edits that give places a label: all of them one gesture. */
export function labelEdits(page: Page, text: PageText, places: readonly Span[], label: string): readonly SidecarEdit[] {
  const decisions = places.map(({ start, end }) => ({
    ...signature(page.document),
    start,
    end,
    layer: 'entity',
    label,
    state: 'added' as const,
  }));
  return makeAnnotations(text, decisions).map((annotation) => ({ type: 'add', annotation }));
}

/** What was left out and why, in words; empty where nothing was. */
export function skippedText({ labelled, rejected, inLonger }: SameWords['skipped']): string {
  return [
    ...(labelled > 0 ? [vscode.l10n.t('{0} have it already', labelled)] : []),
    ...(rejected > 0 ? [vscode.l10n.t('{0} were rejected', rejected)] : []),
    ...(inLonger > 0 ? [vscode.l10n.t('{0} are part of longer names', inLonger)] : []),
  ].join(vscode.l10n.t(', '));
}

export function nothingLeft(skipped: SameWords['skipped']): HumanError {
  const why = skippedText(skipped);
  return new HumanError(
    'no-places',
    why === ''
      ? vscode.l10n.t('These words stand nowhere else.')
      : vscode.l10n.t('There is no place left to tag: {0}.', why),
  );
}
