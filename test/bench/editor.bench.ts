/**
 * How much of the extension host's time Newsmark takes on a large page: run by `npm run bench vscode` in a real VS Code.
 * Prints a line an action; nothing passes or fails but what does not happen at all.
 */
import * as vscode from 'vscode';
import { makeAnnotations, newSidecar, readPageText, serializeSidecar } from '../../src/newsmark';
import type { Decision } from '../../src/annotations/edits';
import { openPage, sidecarOf, until, writeFile } from '../vscode/support';
import { textOf } from './pages';
import { type Cost, measured, print, summary } from './threadTime';

const BYTES = 1_000_000;
const ANNOTATIONS = 5_000;
const LABELS = ['PER', 'LOC', 'ORG'];
const TIMES = 20;
/** A fast typist's pause; what a key sets off later than this falls to the next one, as it does for a person. */
const BETWEEN_KEYS_MS = 150;
const EXTENSION = 'newsmark.newsmark';

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension(EXTENSION);
  if (!extension) throw new Error('Newsmark is not there');
  const early = extension.isActive;
  const activation = await measured(async () => {
    await extension.activate();
  });
  print(`activation: ${early ? 'already before this could be measured' : summary([activation])}`);
  const text = textOf(BYTES, extension.extensionPath);
  for (const [name, annotations] of [
    ['1 MB, without annotations', 0],
    [`1 MB, ${ANNOTATIONS} annotations`, ANNOTATIONS],
  ] as const) {
    await onPage(name, text, annotations);
  }
  await plain(text);
  print('1 passed, 0 failed');
}

/** The same keys in a file that Newsmark leaves alone: VS Code's own share. */
async function plain(text: string): Promise<void> {
  const uri = await writeFile(text, 'plain.md');
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  await settle();
  print('the same text in a file that Newsmark leaves alone');
  report('typing', await typing());
  await close();
}

async function onPage(name: string, text: string, annotations: number): Promise<void> {
  print(name);
  const uri = await writeFile(text, 'large.txt');
  if (annotations > 0) {
    await vscode.workspace.fs.writeFile(sidecarOf(uri), new TextEncoder().encode(sidecar(text, annotations)));
  }
  report('opening', [
    await measured(async () => {
      await openPage(uri);
      await settle();
    }),
  ]);
  const editor = vscode.window.activeTextEditor!;
  const { document } = editor;
  report('typing', await typing());
  await document.save();
  await settle();

  const hover: Cost[] = [];
  const tag: Cost[] = [];
  const undo: Cost[] = [];
  for (let i = 0; i < TIMES; i++) {
    const line = 40 + Math.floor(((i + 0.5) / TIMES) * (document.lineCount - 80));
    const position = new vscode.Position(line, 2);
    hover.push(
      await measured(async () => {
        await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, position);
      }),
    );
  }
  report('hover', hover);
  for (let i = 0; i < TIMES; i++) {
    const line = lineWithWords(document, 60 + 7 * i);
    editor.selection = new vscode.Selection(line, 0, line, 3);
    await settle();
    tag.push(
      await measured(async () => {
        await vscode.commands.executeCommand('newsmark.tag', 'PER');
      }, BETWEEN_KEYS_MS),
    );
    await settle();
    undo.push(
      await measured(async () => {
        await vscode.commands.executeCommand('undo');
      }, BETWEEN_KEYS_MS),
    );
    await settle();
  }
  report('tag', tag);
  report('undo', undo);
  await close();
}

/** Keys one after the other near the start, at the middle and near the end of the page. */
async function typing(): Promise<readonly Cost[]> {
  const editor = vscode.window.activeTextEditor!;
  const costs: Cost[] = [];
  for (const part of [0.05, 0.5, 0.95]) {
    const line = lineWithWords(editor.document, Math.floor(editor.document.lineCount * part));
    editor.selection = new vscode.Selection(line, 2, line, 2);
    editor.revealRange(editor.selection);
    await settle();
    for (let i = 0; i < TIMES; i++) {
      costs.push(
        await measured(async () => {
          const version = editor.document.version;
          await vscode.commands.executeCommand('type', { text: '新' });
          await until('the key to arrive', () => editor.document.version > version);
        }, BETWEEN_KEYS_MS),
      );
    }
  }
  return costs;
}

function lineWithWords(document: vscode.TextDocument, from: number): number {
  let line = from;
  while (line < document.lineCount - 1 && !/^[\u4e00-\u9fff]{4}/.test(document.lineAt(line).text)) line++;
  return line;
}

function sidecar(text: string, count: number): string {
  const page = readPageText(text);
  const step = Math.floor(page.text.length / (count + 1));
  const decisions: Decision[] = Array.from({ length: count }, (_, i) => ({
    id: `bench${String(i).padStart(6, '0')}`,
    layer: 'entity',
    label: LABELS[i % LABELS.length]!,
    start: (i + 1) * step,
    end: (i + 1) * step + 3,
    state: 'added',
    time: '2024-06-12T08:00:00Z',
  }));
  return serializeSidecar({
    ...newSidecar(page, 'large.txt', 'utf8'),
    annotations: makeAnnotations(page, decisions),
  });
}

function report(action: string, costs: readonly Cost[]): void {
  print(`  ${action.padEnd(8)} ${summary(costs)}`);
}

/** Until nothing is under way any more: the host has been idle for a while. */
async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    const { cpuMs } = await measured(() => Promise.resolve(), 200);
    quiet = cpuMs < 8 ? quiet + 1 : 0;
  }
}

async function close(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await settle();
}
