import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPage, PAGE, select, sidecarOf, stored, until, writeFile } from './support';

const NAMES = ['罗清远', '石桥镇', '云溪县'] as const;

/** A page with three names tagged, one gesture each. */
async function tagged(): Promise<vscode.Uri> {
  const uri = await writeFile(PAGE);
  const editor = await openPage(uri);
  for (const [index, name] of NAMES.entries()) {
    select(editor, name);
    await vscode.commands.executeCommand('newsmark.tag', 'PER');
    await until(`${name} on disk`, async () => (await stored(uri)).length === index + 1);
  }
  return uri;
}

describe('restoring annotations', () => {
  afterEach(closeEditors);

  it('goes back to an earlier state in one step of undo', async () => {
    const uri = await tagged();
    await vscode.commands.executeCommand('newsmark.restore', 0);
    await until('the state before the last gesture', async () => (await stored(uri)).length === 2);
    await vscode.commands.executeCommand('undo');
    await until('all three', async () => (await stored(uri)).length === 3);
  });

  it('goes back far, over states that are kept whole and as edits of another', async () => {
    const uri = await writeFile(PAGE.repeat(24));
    const editor = await openPage(uri);
    for (let copy = 0; copy < 24; copy++) {
      const start = editor.document.positionAt(editor.document.getText().indexOf('石桥镇', copy * PAGE.length));
      editor.selection = new vscode.Selection(start, start.translate(0, 3));
      await vscode.commands.executeCommand('newsmark.tag', 'GPE');
      await until(`tag ${copy} on disk`, async () => (await stored(uri)).length === copy + 1);
    }
    const all = await stored(uri);
    for (const back of [0, 4, 11, 18]) {
      await vscode.commands.executeCommand('newsmark.restore', back);
      await until('the earlier state', async () => (await stored(uri)).length === 23 - back);
      assert.deepEqual(await stored(uri), all.slice(0, 23 - back));
      await vscode.commands.executeCommand('undo');
      await until('all again', async () => (await stored(uri)).length === 24);
    }
  });

  it('brings back what a write that was cut short has emptied', async () => {
    const uri = await tagged();
    await closeEditors();
    await vscode.workspace.fs.writeFile(sidecarOf(uri), new Uint8Array());
    const sidecar = await vscode.workspace.openTextDocument(sidecarOf(uri));
    await until('VS Code to see it', () => sidecar.getText() === '');
    await openPage(uri);
    await vscode.commands.executeCommand('newsmark.restore', 0);
    await until('all three', async () => (await stored(uri)).length === 3);
  });

  it('helps where VS Code refuses to undo because somebody else wrote the file', async () => {
    const uri = await tagged();
    const sidecar = await vscode.workspace.openTextDocument(sidecarOf(uri));
    const edit = new vscode.WorkspaceEdit();
    const all = new vscode.Range(new vscode.Position(0, 0), sidecar.positionAt(sidecar.getText().length));
    edit.replace(sidecar.uri, all, JSON.stringify({ ...(JSON.parse(sidecar.getText()) as object), annotations: [] }));
    await vscode.workspace.applyEdit(edit);
    await sidecar.save();
    await until('nothing left', async () => (await stored(uri)).length === 0);
    await vscode.commands.executeCommand('newsmark.restore', 0);
    await until('all three', async () => (await stored(uri)).length === 3);
    assert.deepEqual((await stored(uri)).map((a) => a.quote).sort(), [...NAMES].sort());
  });
});
