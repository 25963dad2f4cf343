import * as vscode from 'vscode';
import { parseSidecar, readConflict } from '../../../newsmark';
import { Disposable } from '../../disposable';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { describeRefusal } from '../../sidecar/refusal';
import { isSidecar, pageOfSidecar } from '../../sidecar/sidecarFile';
import { sideNames } from './names';

const CODE = 'conflict-markers';
/** Columns behind the end of a line are its end. */
const WHOLE_LINE = 10_000;

/**
 * What keeps a sidecar from being read, as problems in it: every place that git could not merge with what each side has
 * there, JSON that is none, annotations that are none.
 */
export class SidecarProblems extends Disposable {
  readonly #pages: Pages;
  readonly #problems = this.register(vscode.languages.createDiagnosticCollection('newsmark-conflicts'));

  constructor(pages: Pages) {
    super();
    this.#pages = pages;
    this.register(vscode.workspace.onDidOpenTextDocument((document) => this.#look(document)));
    this.register(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#look(document)));
    this.register(
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (isSidecar(document.uri) && !this.#isRefused(document.uri)) this.#problems.delete(document.uri);
      }),
    );
    this.register(pages.onDidChange((page) => this.#forget(page)));
    this.register(pages.onDidClose((page) => this.#forget(page)));
    for (const document of vscode.workspace.textDocuments) this.#look(document);
  }

  #look(document: vscode.TextDocument): void {
    if (!isSidecar(document.uri) || document.uri.scheme === 'git') return;
    this.#problems.set(document.uri, problemsOf(document.uri, document.getText()));
  }

  /** A file that was deleted, or put right while no editor had it, has no problem any more. */
  #forget(page: Page): void {
    const { uri } = page.annotations.sidecarFile;
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    if (!isOpen && !this.#isRefused(uri)) this.#problems.delete(uri);
  }

  #isRefused(sidecar: vscode.Uri): boolean {
    return this.#pages.byUri(pageOfSidecar(sidecar).toString())?.annotations.refusal !== undefined;
  }
}

function problemsOf(sidecar: vscode.Uri, text: string): vscode.Diagnostic[] {
  const read = parseSidecar(text);
  if (read.ok) return [];
  const { error } = read;
  if (error.code !== CODE)
    return [problem('line' in error ? error.line - 1 : 0, error.code, describeRefusal(sidecar, error))];
  const conflict = readConflict(text);
  if (!conflict) {
    return [
      problem(
        error.line - 1,
        CODE,
        vscode.l10n.t(
          'Conflict markers are missing here, so that nobody knows which line is whose. Put the file right by hand, or take it from version control.',
        ),
      ),
    ];
  }
  const names = sideNames(conflict);
  return conflict.places.map(({ firstLine, ours, theirs }) =>
    problem(
      firstLine,
      CODE,
      vscode.l10n.t(
        'Git could not merge these annotations: {0} of {1}, {2} of {3}. Take one side or both; until then the file is left alone.',
        ours,
        names.ours,
        theirs,
        names.theirs,
      ),
    ),
  );
}

function problem(line: number, code: string, message: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(line, 0, line, WHOLE_LINE), message);
  diagnostic.source = 'Newsmark';
  diagnostic.code = code;
  return diagnostic;
}
