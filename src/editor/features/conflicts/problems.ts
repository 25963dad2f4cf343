import * as vscode from 'vscode';
import { parseSidecar, readConflict } from '../../../newsmark';
import type { SidecarError } from '../../../newsmark';
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
    this.register(pages.onDidChange((page) => this.#lookAt(page)));
    this.register(
      pages.onDidClose((page) => {
        const document = openDocument(page.annotations.sidecarFile.uri);
        if (document) this.#look(document);
        else this.#lookAt(page);
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.#look(document);
  }

  /** A sidecar whose page is not open. What is wrong with that of an open page, its annotations know: it is read once. */
  #look(document: vscode.TextDocument): void {
    const { uri } = document;
    if (!isSidecar(uri) || uri.scheme === 'git' || this.#pageOf(uri)) return;
    const text = document.getText();
    const read = parseSidecar(text);
    this.#show(uri, text, read.ok ? undefined : read.error);
  }

  #lookAt({ annotations }: Page): void {
    const { uri, text = '' } = annotations.sidecarFile;
    this.#show(uri, text, annotations.refusal);
  }

  #show(uri: vscode.Uri, text: string, error: SidecarError | undefined): void {
    if (error) this.#problems.set(uri, problemsOf(uri, text, error));
    else if (this.#problems.has(uri)) this.#problems.delete(uri);
  }

  #pageOf(sidecar: vscode.Uri): Page | undefined {
    return this.#pages.byUri(pageOfSidecar(sidecar).toString());
  }

  #isRefused(sidecar: vscode.Uri): boolean {
    return this.#pageOf(sidecar)?.annotations.refusal !== undefined;
  }
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

function problemsOf(sidecar: vscode.Uri, text: string, error: SidecarError): vscode.Diagnostic[] {
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
