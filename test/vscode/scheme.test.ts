import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  openPage,
  PAGE,
  root,
  select,
  stored,
  tagByCodeAction,
  until,
  warningsWhile,
  writeFile,
} from './support';

const file = (): vscode.Uri => vscode.Uri.joinPath(root(), 'newsmark.scheme.json');

async function writeScheme(...ids: readonly string[]): Promise<void> {
  const labels = ids.map((id) => ({ id, name: { en: id.toLowerCase(), zh: '标签' }, color: '#2277aa' }));
  const text = JSON.stringify({ formatVersion: 1, labels }, null, 2);
  await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(text));
}

/** The labels that the light bulb offers for a selection. */
async function offered(editor: vscode.TextEditor): Promise<string[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    editor.selection,
    vscode.CodeActionKind.RefactorRewrite.append('newsmark.tag').value,
  );
  return actions.flatMap((action) => / as (\w+) /.exec(action.title)?.[1] ?? []).sort();
}

async function hoverText(editor: vscode.TextEditor, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    select(editor, words).start.translate(0, 1),
  );
  return hovers.flatMap((h) => h.contents.map((c) => (c as vscode.MarkdownString).value)).join('\n');
}

describe('the scheme file', () => {
  afterEach(async () => {
    await vscode.workspace.fs.delete(file());
    const editor = await openPage(await writeFile(PAGE));
    await until('the built-in labels', async () => {
      select(editor, '石桥水库');
      return (await offered(editor)).includes('PER');
    });
    await closeEditors();
  });

  it('applies at once; a label in use that goes is named, its annotations stay', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await writeScheme('TOWN', 'DAM');
    await until('the labels of the file', async () => {
      select(editor, '石桥水库');
      return (await offered(editor)).join() === 'DAM,TOWN';
    });
    await tagByCodeAction(editor, '石桥镇', 'TOWN');
    await until('the tag', async () => (await stored(uri)).length === 1);

    const warnings = await warningsWhile(async () => {
      await writeScheme('DAM');
      await until('the changed labels', async () => {
        select(editor, '石桥水库');
        return (await offered(editor)).join() === 'DAM';
      });
    });
    assert.ok(
      warnings.some((text) => text.includes('TOWN (1)')),
      warnings.join('\n'),
    );
    assert.match(await hoverText(editor, '石桥镇'), /TOWN.*not in the scheme/);
    assert.deepEqual(
      (await stored(uri)).map((a) => a.label),
      ['TOWN'],
    );
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const seen: string[] = [];
    for (let i = 0; i < 20; i++) {
      await vscode.commands.executeCommand('newsmark.nextUnreviewed');
      seen.push(editor.document.getText(editor.selection));
    }
    assert.ok(seen.includes('石桥镇'));
  });

  it('is checked against its schema while it is edited', async () => {
    const bad = JSON.stringify({ formatVersion: 1, labels: [{ id: '1 bad id', color: 'red' }] });
    const document = await vscode.workspace.openTextDocument(
      await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(bad)).then(() => file()),
    );
    await vscode.window.showTextDocument(document);
    const problems = await until('problems', () => {
      const found = vscode.languages.getDiagnostics(document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.ok(problems.some((problem) => /name/.test(problem.message)));
  });
});
