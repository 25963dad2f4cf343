import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPage, PAGE, readFile, select, sidecarOf, stored, until, writeFile } from './support';

interface Known {
  readonly id: string;
  readonly quote: string;
  readonly start: number;
  readonly lost?: boolean;
}

const known = async (uri: vscode.Uri): Promise<Known> => ((await stored(uri)) as unknown as readonly Known[])[0]!;

/** A page whose only label has lost its place: the text was changed outside so that two places might be meant. */
async function orphaned(): Promise<vscode.Uri> {
  const uri = await writeFile(PAGE);
  const editor = await openPage(uri);
  select(editor, '石桥镇');
  await vscode.commands.executeCommand('newsmark.tag', 'GPE');
  await until('the label on disk', async () => (await stored(uri)).length === 1);
  const sidecar = await readFile(sidecarOf(uri));
  const changed = await writeFile(
    '石桥镇昨日放晴。\n' + PAGE.replace('“往年一下大雨就睡不好觉，现在心里踏实了。”石桥镇村民', '石桥镇一位'),
  );
  await vscode.workspace.fs.writeFile(sidecarOf(changed), new TextEncoder().encode(sidecar));
  await closeEditors();
  await openPage(changed);
  return changed;
}

describe('annotations that lost their place', () => {
  afterEach(closeEditors);

  it('stay in the file, and go to the candidate that a person chooses, in one step of undo', async () => {
    const uri = await orphaned();
    const before = await known(uri);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vscode.commands.executeCommand('newsmark.placeOrphans', before.id, 0);
    const text = vscode.window.activeTextEditor!.document.getText();
    await until('the label at a place', async () => (await known(uri)).start !== before.start);
    const after = await known(uri);
    assert.equal(text.slice(after.start, after.start + 3), '石桥镇');
    assert.equal(after.id, before.id);
    assert.equal(after.lost, undefined);
    await vscode.commands.executeCommand('undo');
    await until('the label without a place again', async () => (await known(uri)).start === before.start);
  });

  it('go to what is selected, or away', async () => {
    const uri = await orphaned();
    const { id } = await known(uri);
    await new Promise((resolve) => setTimeout(resolve, 300));
    select(vscode.window.activeTextEditor!, '云溪县');
    await vscode.commands.executeCommand('newsmark.placeOrphans', id, 'selection');
    await until('the label on the selected words', async () => (await known(uri)).quote === '云溪县');
    await vscode.commands.executeCommand('undo');
    await until('the words it had', async () => (await known(uri)).quote === '石桥镇');
    await vscode.commands.executeCommand('newsmark.placeOrphans', id, 'delete');
    await until('the label to go', async () => (await stored(uri)).length === 0);
  });

  it('are offered their places when their words are deleted and stand elsewhere', async () => {
    const uri = await writeFile(`${PAGE}石桥镇的水库今天也完工了。\n`);
    const editor = await openPage(uri);
    const range = select(editor, '石桥镇');
    await vscode.commands.executeCommand('newsmark.tag', 'GPE');
    await until('the label on disk', async () => (await stored(uri)).length === 1);
    await editor.edit((edit) => edit.delete(range));
    const { id } = await known(uri);
    await vscode.commands.executeCommand('newsmark.placeOrphans', id, 0);
    const at = editor.document.getText().indexOf('石桥镇');
    await until('the label at the other place', async () => (await known(uri)).start === at);
  });
});
