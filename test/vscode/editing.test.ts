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

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problem!.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find((a) => a.command?.command === 'newsmark.confirmCheck')?.command;
    assert.ok(fix, 'a quick fix that marks the figures as checked');
    await vscode.commands.executeCommand(fix.command, ...((fix.arguments ?? []) as unknown[]));
    const count = (): number => vscode.languages.getDiagnostics(uri).filter((d) => d.source === 'Newsmark').length;
    await until('the problem to go', () => count() === 0);
    await vscode.commands.executeCommand('undo');
    await until('the problem to come back', () => count() === 1);
  });

  it('takes a correction of a figure as one decision and shows it from then on', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    const at = select(editor, '2.4万人').start.translate(0, 1);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('newsmark.correctFigure', undefined, 'metric', '受益群众');
    await vscode.commands.executeCommand('newsmark.correctFigure', undefined, 'value', '25,000');
    const hover = async (): Promise<string> =>
      (await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at))
        .flatMap((h) => h.contents.map((c) => (c as vscode.MarkdownString).value))
        .join();
    assert.match(await hover(), /25,000 人[\s\S]*受益群众/);
    await vscode.commands.executeCommand('undo');
    await until('the old value', async () => (await hover()).includes('24,000 人'));
    assert.match(await hover(), /受益群众/);
  });
});
