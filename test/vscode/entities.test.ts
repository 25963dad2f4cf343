import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPage, readFile, select, stored, tagByCodeAction, until, writeFile } from './support';

/** An invented page whose names have titles, endings and bylines around them. */
const PAGE = [
  '柳泉县抢修河堤',
  '柳泉日报6月12日讯（记者 罗清远）汛期将至，柳泉县水利局局长耿',
  '松年介绍，柳泉县已加固河堤12公里。',
  '“还要再修两段。”耿松年说，白杨镇的村民都来帮忙，白杨镇也是',
  '下游的屏障。今年以来，全县干部群众一起上堤，一锹一锹地把河岸培高，',
  '赶在雨季之前把活干完。',
  '',
].join('\n');

const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`newsmark.${command}`, ...args);

/** The light bulb's actions that decide at some words. */
async function decisions(editor: vscode.TextEditor, words: string, last = false): Promise<vscode.CodeAction[]> {
  const text = editor.document.getText();
  const at = last ? text.lastIndexOf(words) : text.indexOf(words);
  const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + words.length));
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    new vscode.Range(range.start.translate(0, 1), range.start.translate(0, 1)),
    vscode.CodeActionKind.RefactorRewrite.append('newsmark.decide').value,
  );
}

async function suggested(editor: vscode.TextEditor, words: string, label: string, last = false): Promise<boolean> {
  const actions = await decisions(editor, words, last);
  return actions.some(({ title }) => title.includes(` ${label}`) && title.includes(`“${words.replace('\n', '')}”`));
}

async function decide(editor: vscode.TextEditor, words: string, verb: 'Accept' | 'Reject'): Promise<void> {
  const action = (await decisions(editor, words)).find(({ title }) => title.startsWith(verb));
  assert.ok(action?.command, `${verb} for ${words}`);
  await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

async function openWithSuggestions(): Promise<{ uri: vscode.Uri; editor: vscode.TextEditor }> {
  const uri = await writeFile(PAGE);
  const editor = await openPage(uri);
  await until('entities to be suggested', () => suggested(editor, '柳泉县水利局', 'ORG'), 20_000);
  return { uri, editor };
}

describe('suggested entities', () => {
  afterEach(closeEditors);

  it('come with the page, over line ends too, and are not stored', async () => {
    const { uri, editor } = await openWithSuggestions();
    assert.ok(await suggested(editor, '耿\n松年', 'PER'));
    assert.ok(await suggested(editor, '白杨镇', 'GPE'));
    assert.deepEqual(await stored(uri), []);
  });

  it('say in the hover why they are suggested, with links that decide', async () => {
    const { editor } = await openWithSuggestions();
    const range = select(editor, '柳泉县水利局');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      range.start.translate(0, 4),
    );
    const text = hovers.flatMap(({ contents }) => contents.map((c) => (c as vscode.MarkdownString).value)).join('\n');
    assert.match(text, /\*\*ORG\?\*\*/);
    assert.match(text, /局/);
    assert.match(text, /command:newsmark\.accept/);
    assert.match(text, /command:newsmark\.reject/);
  });

  it('are accepted as what they are, without the reasons; the next step leads on', async () => {
    const { uri, editor } = await openWithSuggestions();
    select(editor, '柳泉县');
    await run('acceptAndNext');
    const [first] = await until('the decision', async () => {
      const all = await stored(uri);
      return all.length === 1 ? all : undefined;
    });
    assert.deepEqual([first!.quote, first!.label, first!.state, first!.layer], ['柳泉县', 'GPE', 'accepted', 'entity']);
    assert.ok(!('data' in first!));
    assert.ok(!editor.selection.isEmpty && editor.document.getText(editor.selection) !== '柳泉县抢修');
    await vscode.commands.executeCommand('undo');
    await until('the suggestion to be back', async () => (await stored(uri)).length === 0);
    assert.ok(await suggested(editor, '柳泉县', 'GPE'));
  });

  it('stay rejected where they were rejected, after edits and after opening again', async () => {
    const { uri, editor } = await openWithSuggestions();
    await decide(editor, '白杨镇', 'Reject');
    await until('the decision', async () => (await stored(uri)).at(0)?.state === 'rejected');
    assert.ok(!(await suggested(editor, '白杨镇', 'GPE')));
    assert.ok(await suggested(editor, '白杨镇', 'GPE', true));
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '老'));
    await until('the names to be found again', () => suggested(editor, '柳泉县水利局', 'ORG'));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.ok(!(await suggested(editor, '白杨镇', 'GPE')));
    await editor.document.save();
    await closeEditors();
    const again = await openPage(uri);
    await until('entities to be suggested', () => suggested(again, '白杨镇', 'GPE', true));
    assert.ok(!(await suggested(again, '白杨镇', 'GPE')));
  });

  it('move with the text, and learn from what was tagged, on other open pages too', async () => {
    const { editor } = await openWithSuggestions();
    await tagByCodeAction(editor, '村民', 'TITLE');
    const other = await openPage(await writeFile(`${PAGE}村民和干部一起上堤。\n`));
    await until('the tagged words to be suggested', () => suggested(other, '村民', 'TITLE', true));
    await other.edit((edit) => edit.insert(new vscode.Position(0, 0), '要闻\n'));
    await until('the suggestions to be there still', () => suggested(other, '村民', 'TITLE', true));
  });

  it('are the first label that the list offers', async () => {
    const { editor } = await openWithSuggestions();
    const range = select(editor, '柳泉县水利局');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range,
      vscode.CodeActionKind.RefactorRewrite.append('newsmark.tag').value,
    );
    assert.match(actions[0]!.title, / ORG /);
    assert.equal(actions[0]!.isPreferred, true);
  });

  it('are gone when the setting says so, and back when it does not', async () => {
    const { editor } = await openWithSuggestions();
    const settings = vscode.workspace.getConfiguration('newsmark');
    await settings.update('suggestEntities', false, vscode.ConfigurationTarget.Global);
    try {
      await until('the suggestions to go', async () => !(await suggested(editor, '柳泉县水利局', 'ORG')));
    } finally {
      await settings.update('suggestEntities', undefined, vscode.ConfigurationTarget.Global);
    }
    await until('the suggestions to be back', () => suggested(editor, '柳泉县水利局', 'ORG'));
  });

  it('leave the file of the page alone', async () => {
    const { uri } = await openWithSuggestions();
    assert.equal(await readFile(uri), PAGE);
  });
});
