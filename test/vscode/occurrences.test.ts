import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPage, PAGE, select, stored, tagByCodeAction, until, writeFile } from './support';

const MORE = `${PAGE}石桥镇今年还将加固堤防，石桥镇党委书记何大山到会。石桥镇中学也在其中。石桥\n镇的路修好了。\n`;

describe('tagging all places', () => {
  afterEach(closeEditors);

  const quotes = async (uri: vscode.Uri): Promise<string[]> =>
    (await stored(uri)).map((a) => `${a.label} ${a.quote.replace(/\s/g, '')}`);

  it('offers it with the count, and is one step of undo', async () => {
    const uri = await writeFile(MORE);
    const editor = await openPage(uri);
    const range = select(editor, '石桥镇');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
    );
    assert.ok(
      actions.some((action) => action.title.startsWith('Tag all 5 places of “石桥镇”')),
      actions.map((action) => action.title).join('\n'),
    );
    await vscode.commands.executeCommand('newsmark.labelOccurrences', 'GPE', undefined, 'all');
    await until('five tags', async () => (await stored(uri)).length === 5);
    assert.deepEqual(new Set(await quotes(uri)), new Set(['GPE 石桥镇']));
    const text = editor.document.getText();
    for (const { start, end, quote } of await stored(uri)) assert.equal(text.slice(start, end), quote);
    await vscode.commands.executeCommand('undo');
    await until('none', async () => (await stored(uri)).length === 0);
    await vscode.commands.executeCommand('redo');
    await until('five again', async () => (await stored(uri)).length === 5);
  });

  it('takes the words and the label of the annotation at the cursor and leaves out what is decided', async () => {
    const uri = await writeFile(MORE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥镇', 'GPE');
    const at = select(editor, '石桥镇').start.translate(0, 1);
    editor.selection = new vscode.Selection(at, at);
    const asked = vscode.commands.executeCommand('newsmark.labelOccurrences');
    await until('the preview, all ticked, taken as it is', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await stored(uri)).length === 5;
    });
    await asked;
    assert.ok(editor.selection.isEmpty && editor.selection.active.isEqual(at));
    await vscode.commands.executeCommand('undo');
    await until('the first one only', async () => (await stored(uri)).length === 1);
  });

  it('tags over the workspace, page by page, each with its own undo', async () => {
    // Words that no page of another test has.
    const rare = '白鹭坳渡口';
    const page = PAGE.replace('石桥镇', rare);
    const [one, two] = [await writeFile(page, 'one.txt'), await writeFile(page, 'two.txt')];
    const editor = await openPage(one);
    select(editor, rare);
    await vscode.commands.executeCommand('newsmark.labelOccurrencesInWorkspace', 'ORG', undefined, 'all');
    await until('the open page', async () => (await stored(one)).length === 1);
    await until('the page that was not open', async () => (await stored(two)).length === 1);
    assert.deepEqual(await quotes(two), [`ORG ${rare}`]);
    await openPage(two);
    await vscode.commands.executeCommand('undo');
    await until('undo in that page', async () => (await stored(two)).length === 0);
    assert.equal((await stored(one)).length, 1);
  });
});
