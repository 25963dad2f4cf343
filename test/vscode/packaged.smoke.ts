import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPage, PAGE, select, stored, tagByCodeAction, until, writeFile } from './support';

describe('the installed package', () => {
  afterEach(closeEditors);

  it('is what runs', () => {
    const extension = vscode.extensions.getExtension('newsmark.newsmark');
    assert.match(extension?.extensionPath ?? '', /extensions/);
  });

  it('reads a page, tags a word, takes it back', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥镇', 'LOC');
    assert.deepEqual(
      (await stored(uri)).map((a) => [a.quote, a.label]),
      [['石桥镇', 'LOC']],
    );
    await vscode.commands.executeCommand('undo');
    await until('undo on disk', async () => (await stored(uri)).length === 0);
  });

  it('grows a selection by a word, with the binary or without', async () => {
    const editor = await openPage(await writeFile(PAGE));
    const { start } = select(editor, '水库');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('newsmark.growSelection');
    assert.equal(editor.document.getText(editor.selection), '水库');
  });
});
