import * as vscode from 'vscode';
import { readConflict } from '../../../newsmark';
import { Disposable } from '../../disposable';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import { isSidecar, pageOfSidecar } from '../../sidecar/sidecarFile';
import { sideNames } from './names';

const CODE = 'conflict-markers';

/** Every place of a sidecar that git could not merge, as a problem with what each side has there. */
export class ConflictProblems extends Disposable {
  readonly #pages: Pages;
  readonly #problems = this.register(vscode.languages.createDiagnosticCollection('newsmark-conflicts'));

  constructor(pages: Pages) {
    super();
    this.#pages = pages;
    this.register(vscode.workspace.onDidOpenTextDocument((document) => this.#look(document)));
    this.register(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#look(document)));
    this.register(
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (isSidecar(document.uri) && !this.#isConflicted(document.uri)) this.#problems.delete(document.uri);
      }),
    );
    this.register(pages.onDidChange((page) => this.#forget(page)));
    this.register(pages.onDidClose((page) => this.#forget(page)));
    for (const document of vscode.workspace.textDocuments) this.#look(document);
  }

  #look(document: vscode.TextDocument): void {
    if (!isSidecar(document.uri) || document.uri.scheme === 'git') return;
    this.#problems.set(document.uri, problemsOf(document.getText()));
  }

  /** A file that was deleted, or put right while no editor had it, has no problem any more. */
  #forget(page: Page): void {
    const { uri } = page.annotations.sidecarFile;
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    if (!isOpen && !this.#isConflicted(uri)) this.#problems.delete(uri);
  }

  #isConflicted(sidecar: vscode.Uri): boolean {
    return this.#pages.byUri(pageOfSidecar(sidecar).toString())?.annotations.refusal?.code === CODE;
  }
}

function problemsOf(text: string): vscode.Diagnostic[] {
  const first = /^<{7}(?: |\r?$)/m.exec(text);
  if (!first) return [];
  const conflict = readConflict(text);
  if (!conflict) {
    const line = text.slice(0, first.index).split('\n').length - 1;
    return [
      problem(
        line,
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

function problem(line: number, message: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(line, 0, line, 7), message);
  diagnostic.source = 'Newsmark';
  diagnostic.code = CODE;
  return diagnostic;
}
