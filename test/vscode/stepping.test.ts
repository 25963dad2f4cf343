import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPage, PAGE, select, stored, tagByCodeAction, until, writeFile } from './support';

const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(`newsmark.${command}`);
const selected = (editor: vscode.TextEditor): string => editor.document.getText(editor.selection);
const toTop = (editor: vscode.TextEditor): void => {
  editor.selection = new vscode.Selection(0, 0, 0, 0);
};

describe('stepping', () => {
  afterEach(closeEditors);

  it('selects each suggestion; the key that tags a selection accepts it there', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    toTop(editor);
    await run('nextSuggestion');
    const first = selected(editor);
    assert.ok(first.length > 0);
    await run('tag');
    const decided = await until('the decision', async () => (await stored(uri)).at(0));
    assert.deepEqual([decided.quote, decided.state], [first, 'accepted']);
  });

  it('accepts and rejects on the way, each one step of undo, until all is decided', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    toTop(editor);
    await run('nextSuggestion');
    const seen: string[] = [];
    for (let i = 0; i < 3; i++) {
      seen.push(selected(editor));
      await run(i === 1 ? 'rejectAndNext' : 'acceptAndNext');
    }
    assert.equal(new Set(seen).size, 3);
    const decided = await until('three decisions', async () => {
      const all = await stored(uri);
      return all.length === 3 ? all : undefined;
    });
    const states = new Map(decided.map((a) => [a.quote, a.state]));
    assert.deepEqual(
      seen.map((quote) => states.get(quote)),
      ['accepted', 'rejected', 'accepted'],
    );
    await vscode.commands.executeCommand('undo');
    await until('the last one back', async () => (await stored(uri)).length === 2);
    for (let i = 0; i < 30; i++) await run('acceptAndNext');
    const all = await stored(uri);
    await run('nextSuggestion');
    await run('acceptAndNext');
    assert.equal((await stored(uri)).length, all.length);
  });

  it('goes to annotations, nested ones too, from the outer to the inner and back', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥镇村民', 'ORG');
    await tagByCodeAction(editor, '石桥镇', 'LOC');
    await tagByCodeAction(editor, '石桥水库', 'FAC');
    toTop(editor);
    const visited: string[] = [];
    for (let i = 0; i < 4; i++) {
      await run('nextAnnotation');
      visited.push(selected(editor));
    }
    assert.deepEqual(visited, ['石桥水库', '石桥镇', '石桥镇村民', '石桥水库']);
    await run('previousAnnotation');
    assert.equal(selected(editor), '石桥镇村民');
  });

  it('goes to all that waits for a person', async () => {
    const uri = await writeFile(`${PAGE}清河县共有水库8座，其中大型水库3座，小型水库4座。\n`);
    const editor = await openPage(uri);
    toTop(editor);
    await run('nextUnreviewed');
    assert.ok(selected(editor).length > 0);
    await run('previousUnreviewed');
    assert.ok(editor.selection.start.line > 3);
  });
});

describe('the likely label', () => {
  afterEach(closeEditors);

  it('is the first and preferred code action on a selection', async () => {
    const uri = await writeFile(`${PAGE}石桥镇今年还将加固堤防。\n`);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥镇', 'LOC');
    await tagByCodeAction(editor, '何大', 'PER');
    const at = editor.document.getText().lastIndexOf('石桥镇');
    const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 3));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      vscode.CodeActionKind.RefactorRewrite.append('newsmark.tag').value,
    );
    assert.match(actions[0]!.title, /“石桥镇” as LOC /);
    assert.equal(actions[0]!.isPreferred, true);
    assert.equal(actions.filter((action) => action.isPreferred).length, 1);
  });

  it('stands first in the list of labels, for every selection at once', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '云溪县', 'GPE');
    const first = select(editor, '除险加固');
    const second = select(editor, '群众');
    editor.selections = [first, second].map((range) => new vscode.Selection(range.start, range.end));
    const tagging = run('tag');
    await until('both tags', async () => {
      // The list may not be open yet: accepting does nothing then.
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await stored(uri)).length === 3;
    });
    await tagging;
    assert.deepEqual(
      (await stored(uri)).map((a) => a.label),
      ['GPE', 'GPE', 'GPE'],
    );
    await vscode.commands.executeCommand('undo');
    await until('both to go', async () => (await stored(uri)).length === 1);
  });
});
