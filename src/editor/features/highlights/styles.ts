import * as vscode from 'vscode';
import { Color } from '../../contributions';

const { ClosedClosed } = vscode.DecorationRangeBehavior;

export type AnalysisStyles = Readonly<
  Record<'boundary' | 'title' | 'byline' | 'bylineDecided', vscode.TextEditorDecorationType>
>;

/** The looks of what Newsmark finds. A suggestion is dotted or dashed, a decision is solid: never colour alone. */
export function analysisStyles(): AnalysisStyles {
  const create = vscode.window.createTextEditorDecorationType;
  const byline = new vscode.ThemeColor(Color.byline);
  const boundary = new vscode.ThemeColor(Color.boundary);
  return {
    boundary: create({
      isWholeLine: true,
      borderWidth: '1px 0 0 0',
      borderStyle: 'solid',
      borderColor: boundary,
      overviewRulerColor: boundary,
      overviewRulerLane: vscode.OverviewRulerLane.Full,
      rangeBehavior: ClosedClosed,
    }),
    title: create({ fontWeight: 'bold', rangeBehavior: ClosedClosed }),
    byline: create({ ...underlined('dashed', byline), fontStyle: 'italic' }),
    bylineDecided: create({ ...underlined('solid', byline), fontStyle: 'italic' }),
  };
}

/** What a figure is at first sight: a quantity, a share, money, or a time. */
export type FigureGroup = 'figure' | 'percent' | 'money' | 'time';

export const FIGURE_GROUPS: readonly FigureGroup[] = ['figure', 'percent', 'money', 'time'];

export function groupOf(kind: string): FigureGroup {
  switch (kind) {
    case 'percent':
    case 'money':
      return kind;
    case 'date':
    case 'time':
    case 'duration':
      return 'time';
    default:
      return 'figure';
  }
}

/** The look of figures of a group: dotted while nobody decided, solid when somebody did. */
export function figureStyle(group: FigureGroup, decided: boolean): vscode.TextEditorDecorationType {
  const color = new vscode.ThemeColor(Color[group]);
  return vscode.window.createTextEditorDecorationType(underlined(decided ? 'solid' : 'dotted', color));
}

/** The look of an entity label: its colour (grey where the scheme lacks it), a solid line below, its name behind. */
export function labelStyle(id: string, color: string | undefined, showName: boolean): vscode.TextEditorDecorationType {
  const paint = paintOf(color);
  return vscode.window.createTextEditorDecorationType({
    ...underlined('solid', paint),
    overviewRulerColor: paint,
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    ...(showName && {
      after: {
        contentText: id,
        color: paint,
        fontStyle: 'normal',
        fontWeight: 'normal',
        // The API has no font size for attachments; the declaration rides on one that it passes through.
        textDecoration: 'none; font-size: 0.7em; vertical-align: super',
        margin: '0 1px 0 2px',
      },
    }),
  });
}

/**
 * The look of a suggested entity: dotted in the colour of the label, but finer than figures are and without its name,
 * for it is only a guess.
 */
export function suggestedLabelStyle(color: string | undefined): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    ...underlined('dotted', paintOf(color)),
    borderWidth: '0 0 1px 0',
  });
}

function paintOf(color: string | undefined): vscode.ThemeColor | string {
  return color?.startsWith('#') ? color : new vscode.ThemeColor(color ?? Color.unknownLabel);
}

function underlined(
  style: 'dotted' | 'dashed' | 'solid',
  color: vscode.ThemeColor | string,
): vscode.DecorationRenderOptions {
  return { borderWidth: '0 0 2px 0', borderStyle: style, borderColor: color, rangeBehavior: ClosedClosed };
}
