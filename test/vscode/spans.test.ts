import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPage, PAGE, select, stored, tagByCodeAction, until, writeFile } from './support';

const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(`newsmark.${command}`);

/** Puts the cursor so many characters into the first occurrence of some words. */
function putCursor(editor: vscode.TextEditor, words: string, characters: number): void {
  const at = select(editor, words).start.translate(0, characters);
  editor.selection = new vscode.Selection(at, at);
}

describe('the span of an annotation', () => {
  afterEach(closeEditors);

  const quotes = async (uri: vscode.Uri): Promise<string> => (await stored(uri)).map((a) => a.quote).join();

  it('grows and shrinks at both ends by character, each one step of undo', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '桥水', 'FAC');
    putCursor(editor, '桥水', 1);
    const steps: string[] = [];
    for (const command of [
      'growAnnotation',
      'growAnnotationBackward',
      'shrinkAnnotation',
      'shrinkAnnotation',
      'shrinkAnnotationBackward',
    ]) {
      await run(command);
      steps.push(await quotes(uri));
    }
    assert.deepEqual(steps, ['桥水库', '石桥水库', '石桥水', '石桥', '桥']);
    await run('shrinkAnnotation');
    assert.equal(await quotes(uri), '桥');
    for (const before of ['石桥', '石桥水', '石桥水库', '桥水库', '桥水']) {
      await vscode.commands.executeCommand('undo');
      await until(before, async () => (await quotes(uri)) === before);
    }
    assert.equal((await stored(uri))[0]?.state, 'added');
  });

  it('grows and shrinks by word, over the end of a line, and the selection goes with it', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '今年', 'TIME');
    select(editor, '今年');
    await run('growAnnotationByWord');
    await until('one word more', async () => (await quotes(uri)).length > 2);
    assert.equal(editor.document.getText(editor.selection), await quotes(uri));
    await run('shrinkAnnotationByWord');
    await until('one word less', async () => (await quotes(uri)) === '今年');
    await run('growAnnotationBackwardByWord');
    await until('the line before', async () => /^[云溪县]+\n今年$/.test(await quotes(uri)));
  });

  it('is cut in two at the cursor and made one again', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥镇村民', 'ORG');
    putCursor(editor, '石桥镇村民', 3);
    await run('splitAnnotation');
    await until('two', async () => (await quotes(uri)) === '石桥镇,村民');
    await run('mergeAnnotations');
    await until('one', async () => (await quotes(uri)) === '石桥镇村民');
    await vscode.commands.executeCommand('undo');
    await until('two again', async () => (await quotes(uri)) === '石桥镇,村民');
    await vscode.commands.executeCommand('undo');
    await until('the first again', async () => (await quotes(uri)) === '石桥镇村民');
  });

  it('is made one of all that are selected, whatever stands between them', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    for (const words of ['石桥镇', '村民', '何大']) await tagByCodeAction(editor, words, 'ORG');
    select(editor, '石桥镇村民何大');
    await run('mergeAnnotations');
    await until('one of three', async () => (await quotes(uri)) === '石桥镇村民何大');
    await vscode.commands.executeCommand('undo');
    await until('three again', async () => (await quotes(uri)) === '石桥镇,村民,何大');
  });

  it('is that of the selected annotation where several stand at the cursor', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥镇村民', 'ORG');
    await tagByCodeAction(editor, '石桥镇', 'LOC');
    select(editor, '石桥镇');
    await run('shrinkAnnotation');
    await until('the inner one', async () => (await quotes(uri)) === '石桥,石桥镇村民');
    select(editor, '石桥镇村民');
    await run('growAnnotation');
    await until('the outer one', async () => (await quotes(uri)) === '石桥,石桥镇村民何');
  });

  it('asks which one is meant, once', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥镇村民', 'ORG');
    await tagByCodeAction(editor, '石桥镇', 'LOC');
    putCursor(editor, '石桥镇', 1);
    const asked = run('shrinkAnnotation');
    await until('the smaller one, offered first', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await quotes(uri)) === '石桥,石桥镇村民';
    });
    await asked;
    await run('growAnnotation');
    await until('the same again', async () => (await quotes(uri)) === '石桥镇,石桥镇村民');
  });
});
