import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { analyze, articleRuns, makeAnnotation, newSidecar, readPageText, serializeSidecar } from '../../src/newsmark';
import type { Annotation } from '../../src/newsmark';
import { closeEditors, openPage, PAGE, sidecarOf, stored, tagByCodeAction, until, writeFile } from './support';

const SECOND = ['清河县办起龙舟赛', '清河县第二届龙舟赛开赛，共有16支队伍、320名选手参加。（方 敏）', ''].join('\n');

/** A page that is read by the thread beside. */
const LARGE = `${PAGE}${SECOND}`.repeat(160);
/** The limit of the analysis, a little more than what is allowed. */
const TOO_MUCH = '长'.repeat(4_000_001);

/** What the editor shows of a page, as VS Code's own commands tell it. */
async function shown(uri: vscode.Uri): Promise<{ readonly lenses: number[]; readonly symbols: string[] }> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return {
    lenses: lenses.map(({ range }) => range.start.line).sort((a, b) => a - b),
    symbols: (symbols ?? []).map(({ name, range }) => `${range.start.line} ${name}`),
  };
}

/** What it should show: a fresh analysis of the text. */
function expected(document: vscode.TextDocument): { readonly lenses: number[]; readonly symbols: number } {
  const { articles } = analyze(readPageText(document.getText()));
  const first = new Map<string, number>();
  for (const run of articleRuns(articles)) if (!first.has(run.articleId)) first.set(run.articleId, run.start);
  const lenses = [...first.values()].map((offset) => document.positionAt(offset).line);
  return { lenses: lenses.sort((a, b) => a - b), symbols: articles.length };
}

async function showsWhatIsThere(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const { lenses, symbols } = await shown(document.uri);
  const fresh = expected(document);
  assert.deepEqual(lenses, fresh.lenses);
  assert.equal(symbols.length, fresh.symbols);
}

/** Types at the cursors, one key after the other without a pause. */
async function type(keys: string): Promise<void> {
  for (const text of keys) await vscode.commands.executeCommand('type', { text });
}

function cursorAt(editor: vscode.TextEditor, line: number, character = 2): void {
  editor.selection = new vscode.Selection(line, character, line, character);
}

describe('a large page', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
  });

  it('shows after a burst of keys what a fresh analysis of the text finds', async () => {
    const editor = await openPage(await writeFile(LARGE));
    await showsWhatIsThere(editor);
    cursorAt(editor, Math.floor(editor.document.lineCount / 2));
    await type('新修公路85公里，\n增长12%。');
    await showsWhatIsThere(editor);
  });

  it('shows it after edits at many cursors and after undoing them all', async () => {
    const editor = await openPage(await writeFile(LARGE));
    const before = await shown(editor.document.uri);
    const lines = [10, 200, 500, 900, editor.document.lineCount - 20];
    editor.selections = lines.map((line) => new vscode.Selection(line, 0, line, 0));
    await type('县道\n3条');
    await showsWhatIsThere(editor);
    const changed = editor.document.getText();
    for (let steps = 0; editor.document.getText() !== LARGE && steps < 12; steps++) {
      await vscode.commands.executeCommand('undo');
    }
    assert.equal(editor.document.getText(), LARGE);
    assert.notEqual(changed, LARGE);
    assert.deepEqual(await shown(editor.document.uri), before);
  });

  it('keeps annotations on their words through a burst of keys and undo', async () => {
    const uri = await writeFile(LARGE);
    const page = readPageText(LARGE);
    const annotations = [...LARGE.matchAll(/罗清远/g)].slice(20, 60).map(({ index }, i): Annotation =>
      makeAnnotation(page, {
        id: `large-${String(i).padStart(3, '0')}`,
        layer: 'entity',
        label: 'PER',
        start: index,
        end: index + 3,
        state: 'added',
        time: '2024-06-12T08:00:00Z',
      }),
    );
    const sidecar = serializeSidecar({ ...newSidecar(page, 'page.txt', 'utf8'), annotations });
    await vscode.workspace.fs.writeFile(sidecarOf(uri), new TextEncoder().encode(sidecar));
    const editor = await openPage(uri);
    cursorAt(editor, 0);
    await type('今天，');
    cursorAt(editor, 300);
    await type('\n');
    await tagByCodeAction(editor, '石桥镇', 'LOC');
    await editor.document.save();
    const text = editor.document.getText();
    const saved = await until('the offsets to be saved', async () => {
      const all = await stored(uri);
      return all.length === 41 && all.every(({ start, end, quote }) => text.slice(start, end) === quote)
        ? all
        : undefined;
    });
    assert.equal(saved.filter(({ quote }) => quote === '罗清远').length, 40);
  });

  it('is stepped through right after a key: the step waits until the text has been read', async () => {
    const editor = await openPage(await writeFile(LARGE));
    await shown(editor.document.uri);
    const middle = Math.floor(editor.document.lineCount / 2);
    cursorAt(editor, middle, 0);
    await type('\n');
    await vscode.commands.executeCommand('newsmark.nextArticle');
    const starts = expected(editor.document).lenses;
    assert.equal(
      editor.selection.start.line,
      starts.find((line) => line > middle + 1),
    );
  });

  it('is closed while it is read, and read again when it is opened', async () => {
    const uri = await writeFile(LARGE);
    await openPage(uri);
    await closeEditors();
    const editor = await openPage(uri);
    await showsWhatIsThere(editor);
  });

  it('is no longer read when it grows beyond the limit, and read again when it shrinks', async () => {
    const editor = await openPage(await writeFile(LARGE));
    await showsWhatIsThere(editor);
    const at = new vscode.Position(0, 0);
    await editor.edit((edit) => edit.insert(at, `${TOO_MUCH}\n`));
    assert.deepEqual((await shown(editor.document.uri)).lenses, []);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await showsWhatIsThere(editor);
  }).timeout(60_000);
});
