import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPage, PAGE, select, until, writeFile } from './support';

const hoverText = async (uri: vscode.Uri, at: vscode.Position): Promise<string> => {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
  return hovers.flatMap((h) => h.contents.map((c) => (c as vscode.MarkdownString).value)).join('\n');
};

describe('reading a page', () => {
  afterEach(closeEditors);

  it('registers every command of the manifest', async () => {
    await openPage(await writeFile(PAGE));
    const extension = vscode.extensions.getExtension('newsmark.newsmark');
    const { contributes } = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { command } of contributes.commands) assert.ok(known.has(command), command);
  });

  it('recognises a plain-text page by its content and leaves other text alone', async () => {
    await openPage(await writeFile(PAGE));
    await closeEditors();
    const notes = await vscode.workspace.openTextDocument(await writeFile('milk, bread\ncall 021-555 on Monday\n'));
    await vscode.window.showTextDocument(notes);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(notes.languageId, 'plaintext');
  });

  it('turns off and on for a file and remembers it', async () => {
    const uri = await writeFile(PAGE);
    const { document } = await openPage(uri);
    await vscode.commands.executeCommand('newsmark.toggle');
    await until('Newsmark off', () => document.languageId === 'plaintext');
    await closeEditors();
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'plaintext');
    await vscode.commands.executeCommand('newsmark.toggle');
    await until('Newsmark on', () => vscode.window.activeTextEditor?.document.languageId === 'chinese-news');
  });

  it('gives Chinese text the defaults it needs', async () => {
    const { document } = await openPage(await writeFile(PAGE));
    const settings = vscode.workspace.getConfiguration('editor', { uri: document.uri, languageId: 'chinese-news' });
    assert.equal(settings.get('wordWrap'), 'on');
    assert.equal(settings.get('unicodeHighlight.ambiguousCharacters'), false);
    assert.deepEqual(settings.get('wordSegmenterLocales'), ['zh-CN']);
  });

  it('outlines the article with its title and folds it', async () => {
    const uri = await writeFile(PAGE);
    await openPage(uri);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.deepEqual(
      symbols.map((s) => s.name),
      ['云溪县加固三座水库'],
    );
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    assert.deepEqual(
      folds.map((f) => [f.start, f.end]),
      [[0, 5]],
    );
  });

  it('shows value, unit, kind, sentence and title over a figure', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    const text = await hoverText(uri, select(editor, '2.4万人').start.translate(0, 1));
    for (const part of ['24,000', '人', 'count', '目前已完成工程量', '云溪县加固三座水库'])
      assert.ok(text.includes(part), part);
  });

  it('shows people with their roles over a byline', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    const text = await hoverText(uri, select(editor, '罗清远').start.translate(0, 1));
    for (const part of ['罗清远', 'reporter', '方敏', 'correspondent', '6月12日']) assert.ok(text.includes(part), part);
  });

  it('grows and shrinks a selection by words', async () => {
    const editor = await openPage(await writeFile(PAGE));
    const start = select(editor, '除险加固').start;
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('newsmark.growSelection');
    const once = editor.document.getText(editor.selection);
    assert.ok(once.length >= 1 && '除险加固'.startsWith(once), once);
    await vscode.commands.executeCommand('newsmark.growSelection');
    const twice = editor.document.getText(editor.selection);
    assert.ok(twice.length > once.length, twice);
    await vscode.commands.executeCommand('newsmark.shrinkSelection');
    assert.equal(editor.document.getText(editor.selection), once);
  });

  it('takes a figure with its unit as one word', async () => {
    const editor = await openPage(await writeFile(PAGE));
    const start = select(editor, '1260万元').start;
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('newsmark.growSelection');
    assert.equal(editor.document.getText(editor.selection), '1260万元');
  });
});
