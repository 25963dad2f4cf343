import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** An invented page: a dateline, figures, a byline at the end. Every test writes its own copy. */
export const PAGE = [
  '云溪县加固三座水库',
  '云溪日报6月12日讯（记者 罗清远 通讯员 方 敏）汛期将至，云溪县',
  '今年投入资金1260万元，对石桥水库等3座水库进行除险加固，',
  '目前已完成工程量的85.5%，惠及群众2.4万人。',
  '“往年一下大雨就睡不好觉，现在心里踏实了。”石桥镇村民何大',
  '山说。',
  '',
].join('\n');

let count = 0;

export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the suite runs in a workspace');
  return folder.uri;
}

/** A fresh file in a folder of its own. */
export async function writeFile(content: string | Uint8Array, name = 'page.txt'): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(root(), 'made', `${Date.now().toString(36)}-${count++}`, name);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

export async function readFile(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

export function sidecarOf(page: vscode.Uri): vscode.Uri {
  return page.with({ path: `${page.path}.newsmark.json` });
}

/** Waits until a probe gives something; fails with what it was waiting for. */
export async function until<T>(
  what: string,
  probe: () => T | PromiseLike<T>,
  timeoutMs = 10_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) assert.fail(`waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens a page and waits until Newsmark has recognised it. */
export async function openPage(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  await until('the page to be recognised', () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() && editor.document.languageId === 'chinese-news';
  });
  return vscode.window.activeTextEditor!;
}

/** Selects the first occurrence of some words; returns the range. */
export function select(editor: vscode.TextEditor, words: string): vscode.Range {
  const at = editor.document.getText().indexOf(words);
  assert.ok(at >= 0, `the page has ${words}`);
  const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + words.length));
  editor.selection = new vscode.Selection(range.start, range.end);
  return range;
}

export interface StoredAnnotation {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly layer: string;
  readonly state: string;
  readonly quote: string;
}

/** The annotations on disk; none where there is no sidecar. VS Code empties a file before it writes it: while it does we wait. */
export async function stored(page: vscode.Uri): Promise<readonly StoredAnnotation[]> {
  const sidecar = sidecarOf(page);
  if (!(await exists(sidecar))) return [];
  const read = async (): Promise<{ annotations: StoredAnnotation[] } | undefined> => {
    try {
      return JSON.parse(await readFile(sidecar)) as { annotations: StoredAnnotation[] };
    } catch {
      return undefined;
    }
  };
  // An empty object ends the list.
  return (await until('the sidecar to be written', read)).annotations.filter((a) => 'id' in a);
}

/** Tags words through the light bulb's own code action. */
export async function tagByCodeAction(editor: vscode.TextEditor, words: string, label: string): Promise<void> {
  const range = select(editor, words);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    range,
    vscode.CodeActionKind.RefactorRewrite.append('newsmark.tag').value,
  );
  const action = actions.find((a) => a.title.includes(`“${words}”`) && a.title.includes(` ${label} `));
  assert.ok(action?.command, `a code action that tags ${words} as ${label}`);
  await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Collects the warnings that the person would see instead of showing them. */
export async function warningsWhile(run: () => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  const { showWarningMessage } = vscode.window;
  const fake = (message: string): Promise<undefined> => {
    seen.push(message);
    return Promise.resolve(undefined);
  };
  Object.assign(vscode.window, { showWarningMessage: fake });
  try {
    await run();
  } finally {
    Object.assign(vscode.window, { showWarningMessage });
  }
  return seen;
}
