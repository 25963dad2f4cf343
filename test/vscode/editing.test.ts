import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPage, PAGE, select, until, writeFile } from './support';

const SECOND = [
  '清河县办起龙舟赛',
  '6月22日，清河县第二届龙舟赛在白石江开赛，共有16支队伍、320名',
  '选手参加。全县今年办赛32场，其中完成24场，完成率达85%。（方 敏）',
  '',
].join('\n');

describe('working through a page', () => {
  afterEach(closeEditors);

  it('shows the facts of every article above it', async () => {
    const uri = await writeFile(`${PAGE}（罗清远）\n${SECOND}`);
    await openPage(uri);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    assert.equal(lenses.length, 2);
    assert.match(lenses[1]?.command?.title ?? '', /Article 2\/2 .* 1 names/);
  });

  it('steps from suggestion to suggestion and from article to article, round the end', async () => {
    const editor = await openPage(await writeFile(`${PAGE}（罗清远）\n${SECOND}`));
    const start = new vscode.Position(0, 0);
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('newsmark.nextSuggestion');
    const first = editor.selection.start;
    assert.ok(first.isAfter(start));
    await vscode.commands.executeCommand('newsmark.nextSuggestion');
    assert.ok(editor.selection.start.isAfter(first));
    await vscode.commands.executeCommand('newsmark.previousSuggestion');
    assert.ok(editor.selection.start.isEqual(first));
    await vscode.commands.executeCommand('newsmark.nextArticle');
    const second = editor.selection.start.line;
    assert.match(editor.document.lineAt(second).text, /龙舟赛/);
    await vscode.commands.executeCommand('newsmark.nextArticle');
    assert.equal(editor.selection.start.line, 0);
  });

  it('selects an article whole', async () => {
    const editor = await openPage(await writeFile(`${PAGE}（罗清远）\n${SECOND}`));
    select(editor, '320名');
    await vscode.commands.executeCommand('newsmark.selectArticle');
    assert.match(editor.document.getText(editor.selection), /^清河县办起龙舟赛[\s\S]*（方 敏）$/);
  });

  it('lists figures that do not agree as problems, with the places they come from', async () => {
    const uri = await writeFile(`${PAGE}（罗清远）\n${SECOND}`);
    await openPage(uri);
    const [problem] = await until('a problem', () => {
      const all = vscode.languages.getDiagnostics(uri).filter((d) => d.source === 'Newsmark');
      return all.length > 0 ? all : undefined;
    });
    assert.match(problem!.message, /do not agree/);
    assert.equal(problem!.relatedInformation?.length, 2);
  });
});
