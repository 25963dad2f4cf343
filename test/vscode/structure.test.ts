import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPage, PAGE, select, stored, until, writeFile } from './support';

const SECOND =
  '清河县办起龙舟赛\n6月22日，清河县第二届龙舟赛在白石江开赛，共有16支队伍、320名\n选手参加，两岸观众的喝彩声此起彼伏。（方 敏）\n';
const TWO = `${PAGE}（罗清远）\n${SECOND}`;

const titles = async (uri: vscode.Uri): Promise<string> =>
  (await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri))
    .map((s) => s.name)
    .join('|');
const cursor = (editor: vscode.TextEditor, words: string): void => {
  const { start } = select(editor, words);
  editor.selection = new vscode.Selection(start, start);
};

describe('correcting the structure of a page', () => {
  afterEach(closeEditors);

  it('joins two articles, takes it back with one undo, and keeps it when the page opens again', async () => {
    const uri = await writeFile(TWO);
    const editor = await openPage(uri);
    assert.equal(await titles(uri), '云溪县加固三座水库|清河县办起龙舟赛');
    cursor(editor, '清河县办起龙舟赛');
    await vscode.commands.executeCommand('newsmark.joinArticle');
    await until('one article', async () => !(await titles(uri)).includes('|'));
    await vscode.commands.executeCommand('undo');
    await until('two articles', async () => (await titles(uri)).includes('|'));
    await vscode.commands.executeCommand('redo');
    await until('one article', async () => !(await titles(uri)).includes('|'));
    await closeEditors();
    await openPage(uri);
    await until('one article', async () => !(await titles(uri)).includes('|'));
  });

  it('starts an article by code action; joining there again brings the first reading back', async () => {
    const uri = await writeFile(TWO);
    const editor = await openPage(uri);
    cursor(editor, '“往年一下大雨');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      editor.selection,
      'refactor.rewrite.newsmark.structure',
    );
    const start = actions.find((a) => a.command?.command === 'newsmark.startArticle');
    assert.ok(start?.command);
    await vscode.commands.executeCommand(start.command.command);
    await until('three articles', async () => (await titles(uri)).split('|').length === 3);
    await vscode.commands.executeCommand('newsmark.joinArticle');
    await until('two articles', async () => (await titles(uri)).split('|').length === 2);
    assert.deepEqual(await stored(uri), []);
  });

  it('offers every correction that makes sense at the end of a line, too', async () => {
    const uri = await writeFile(TWO);
    const editor = await openPage(uri);
    cursor(editor, '清河县办起龙舟赛');
    const end = editor.document.lineAt(editor.selection.active.line).range.end;
    const offered = async (): Promise<readonly (string | undefined)[]> =>
      (
        await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          uri,
          new vscode.Range(end, end),
          'refactor.rewrite.newsmark.structure',
        )
      ).map((action) => action.command?.command.replace('newsmark.', ''));
    assert.deepEqual(await offered(), ['startArticle', 'joinArticle', 'setRole', 'moveTitle', 'toggleReviewed']);
  });

  it('keeps a correction on its line while the text is edited', async () => {
    const uri = await writeFile(TWO);
    const editor = await openPage(uri);
    cursor(editor, '清河县办起龙舟赛');
    await vscode.commands.executeCommand('newsmark.joinArticle');
    await until('one article', async () => !(await titles(uri)).includes('|'));
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '本报讯 '));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal((await titles(uri)).includes('|'), false);
  });

  it('sets roles, moves titles, edits people and marks the page as reviewed', async () => {
    const uri = await writeFile(TWO);
    const editor = await openPage(uri);
    cursor(editor, '清河县办起龙舟赛');
    await vscode.commands.executeCommand('newsmark.moveTitle', 'a1');
    await until('the title to move', async () => (await titles(uri)).startsWith('云溪县加固三座水库清河县办起龙舟赛'));
    await vscode.commands.executeCommand('undo');
    await until('the title to come back', async () => (await titles(uri)).includes('|清河县办起龙舟赛'));
    await vscode.commands.executeCommand('newsmark.setRole', 'subhead');
    await until('the headline to go', async () => (await titles(uri)).endsWith('|(no headline)'));
    cursor(editor, '（罗清远）');
    await vscode.commands.executeCommand('newsmark.editPeople', '记者 罗远清');
    await vscode.commands.executeCommand('newsmark.toggleReviewed');
    const all = (await stored(uri)) as readonly { label: string; data?: { people?: object[] } }[];
    assert.deepEqual(all.find((a) => a.data?.people)?.data?.people, [{ name: '罗远清', role: 'reporter' }]);
    assert.ok(all.some((a) => a.label === 'reviewed'));
    await vscode.commands.executeCommand('newsmark.toggleReviewed');
    assert.ok(!(await stored(uri)).some((a) => a.label === 'reviewed'));
  });
});
