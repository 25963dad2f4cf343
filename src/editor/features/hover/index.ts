import * as vscode from 'vscode';
import type { Annotation, Byline, ReviewedFigure } from '../../../newsmark';
import { LANGUAGE_ID } from '../../contributions';
import { toOffset, toRange } from '../../convert';
import { itemAt, type Page, shownAnnotations } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import type { Schemes } from '../../schemes';
import { annotationText } from './annotationText';
import { bylineText } from './bylineText';
import { figureText } from './figureText';
import { suggestionText } from './suggestionText';

/** What stands under the pointer: the person's annotation, then what Newsmark reads there, then what it suggests. */
export function registerHover(pages: Pages, schemes: Schemes): vscode.Disposable {
  return vscode.languages.registerHoverProvider(LANGUAGE_ID, {
    provideHover(document, position) {
      const page = pages.get(document);
      if (!page) return undefined;
      const offset = toOffset(page.text, position);
      const annotations = shownAnnotations(page).filter((a) => a.start <= offset && offset <= a.end);
      const figure = page.figures.find((f) => f.figure.start <= offset && offset <= f.figure.end);
      const byline = itemAt(page.analysis.bylines, offset);
      const entities = page.suggestions.filter((s) => s.layer === 'entity' && s.start <= offset && offset <= s.end);
      const parts = [
        ...hoverParts(page, schemes, annotations, figure, byline),
        ...entities.map((suggestion) => suggestionText(page, suggestion, schemes.of(page.uri))),
      ];
      const span = figure?.figure ?? byline ?? annotations[0] ?? entities[0];
      return span && parts.length > 0 ? new vscode.Hover(parts, toRange(page.text, span)) : undefined;
    },
  });
}

function hoverParts(
  page: Page,
  schemes: Schemes,
  annotations: readonly Annotation[],
  figure: ReviewedFigure | undefined,
  byline: Byline | undefined,
): vscode.MarkdownString[] {
  return [
    ...annotations
      .filter((annotation) => annotation.layer === 'entity')
      .map((annotation) => annotationText(page, annotation, schemes.of(page.uri))),
    ...(figure ? [figureText(page, figure)] : []),
    ...(byline ? [bylineText(page, byline)] : []),
  ];
}
