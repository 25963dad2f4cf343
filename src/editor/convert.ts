import * as vscode from 'vscode';
import { lineAt, type PageText, type Span } from '../newsmark';

/** Page offset to position. Lines of the page text are the lines of the document, whatever its line ends. */
export function toPosition(page: PageText, offset: number): vscode.Position {
  const line = lineAt(page, offset);
  return new vscode.Position(line, offset - page.lineStarts[line]!);
}

export function toRange(page: PageText, span: Span): vscode.Range {
  return new vscode.Range(toPosition(page, span.start), toPosition(page, span.end));
}

export function toOffset(page: PageText, position: vscode.Position): number {
  const line = Math.min(position.line, page.lineStarts.length - 1);
  const next = page.lineStarts[line + 1];
  const lineEnd = next === undefined ? page.text.length : next - 1;
  return Math.min(page.lineStarts[line]! + position.character, lineEnd);
}

export function toSpan(page: PageText, range: vscode.Range): Span {
  return { start: toOffset(page, range.start), end: toOffset(page, range.end) };
}
