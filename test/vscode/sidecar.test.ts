import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import {
  closeEditors,
  exists,
  openPage,
  PAGE,
  readFile,
  sidecarOf,
  stored,
  tagByCodeAction,
  until,
  writeFile,
} from './support';

/** Sets settings, runs, and sets them back. */
async function withSettings(settings: Readonly<Record<string, unknown>>, run: () => Promise<void>): Promise<void> {
  const set = async (key: string, value: unknown): Promise<void> => {
    await vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Workspace);
  };
  for (const [key, value] of Object.entries(settings)) await set(key, value);
  try {
    await run();
  } finally {
    for (const key of Object.keys(settings)) await set(key, undefined);
  }
}

/** Annotations whose offsets are not those of their quote in the file on disk. */
async function moved(page: vscode.Uri): Promise<string[]> {
  const text = await readFile(page);
  return (await stored(page)).filter((a) => text.slice(a.start, a.end) !== a.quote).map((a) => a.quote);
}

const quotes = async (page: vscode.Uri): Promise<string> => (await stored(page)).map((a) => a.quote).join();

/** An open page with labels at its beginning, in its middle, at its end. */
async function labelled(): Promise<vscode.TextEditor> {
  const uri = await writeFile(PAGE);
  const editor = await openPage(uri);
  for (const [words, label] of [
    ['云溪县', 'GPE'],
    ['石桥水库', 'FAC'],
    ['石桥镇', 'LOC'],
  ] as const) {
    await tagByCodeAction(editor, words, label);
  }
  await until('three on disk', async () => (await stored(uri)).length === 3);
  return editor;
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

describe('the annotation file', () => {
  afterEach(closeEditors);

  it('keeps fields and layers that nobody here knows', async () => {
    const { document } = await labelled();
    const { uri } = document;
    const before = await readFile(sidecarOf(uri));
    const known = JSON.parse(before) as { annotations: { id?: string }[] };
    const foreign = { ...known.annotations[0], id: 'foreign', layer: 'sentiment', label: 'warm', mood: { score: 0.5 } };
    await write(
      sidecarOf(uri),
      JSON.stringify({ ...known, team: ['A', 'B'], annotations: [...known.annotations.filter((a) => a.id), foreign] }),
    );
    const sidecar = await vscode.workspace.openTextDocument(sidecarOf(uri));
    await until('VS Code to see it', () => sidecar.getText().includes('sentiment'));
    await tagByCodeAction(vscode.window.activeTextEditor!, '罗清远', 'PER');
    await until('five on disk', async () => (await stored(uri)).length === 5);
    const after = JSON.parse(await readFile(sidecarOf(uri))) as { team: string[]; annotations: { id?: string }[] };
    assert.deepEqual(after.team, ['A', 'B']);
    assert.deepEqual(
      after.annotations.find((a) => a.id === 'foreign'),
      foreign,
    );
  });

  it('is read at once when somebody edits it by hand, typed or saved', async () => {
    const { document } = await labelled();
    const { uri } = document;
    const sidecar = await vscode.workspace.openTextDocument(sidecarOf(uri));
    const hovers = async (label: string): Promise<boolean> => {
      const place = document.positionAt(document.getText().indexOf('石桥镇') + 1);
      const all = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place);
      return all.some((hover) => hover.contents.some((c) => (c as vscode.MarkdownString).value.includes(label)));
    };
    await until('the label in the hover', () => hovers('LOC'));
    const at = sidecar.getText().indexOf('"label":"LOC"');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(sidecar.uri, new vscode.Range(sidecar.positionAt(at), sidecar.positionAt(at + 13)), '"label":"EVENT"');
    await vscode.workspace.applyEdit(edit);
    await until('the new label in the hover', () => hovers('EVENT'));
    await sidecar.save();
    await write(sidecarOf(uri), (await readFile(sidecarOf(uri))).replace('"EVENT"', '"TITLE"'));
    await until('the label of another program', () => hovers('TITLE'));
  });

  it('follows a checkout of another branch while the page is open', async function () {
    const editor = await labelled();
    const { document } = editor;
    const { uri } = document;
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        cwd: vscode.Uri.joinPath(uri, '..').fsPath,
        stdio: 'pipe',
      });
    };
    try {
      git('init', '--quiet', '--initial-branch=first');
    } catch {
      this.skip();
    }
    git('add', '.');
    git('commit', '--quiet', '-m', 'first');
    const first = await readFile(sidecarOf(uri));
    git('checkout', '--quiet', '-b', 'second');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '本报今日共八版，第四版为县区新闻。\n'));
    await document.save();
    await tagByCodeAction(editor, '罗清远', 'PER');
    await until('four on disk', async () => (await stored(uri)).length === 4);
    git('commit', '--quiet', '-a', '-m', 'second');
    const second = await readFile(sidecarOf(uri));
    const sidecar = await vscode.workspace.openTextDocument(sidecarOf(uri));
    for (const [branch, text, count] of [
      ['first', first, 3],
      ['second', second, 4],
    ] as const) {
      git('checkout', '--quiet', branch);
      await until(`VS Code to see ${branch}`, () => sidecar.getText() === text && !document.isDirty);
      const page = await readFile(uri);
      await until(`the page of ${branch}`, () => document.getText() === page);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await readFile(sidecarOf(uri)), text, 'looking at a branch writes nothing');
      await tagByCodeAction(editor, '通讯员', 'TITLE');
      await until('one more', async () => (await stored(uri)).length === count + 1);
      assert.deepEqual(await moved(uri), []);
      git('checkout', '--quiet', '.');
      await until('it gone again', async () => (await stored(uri)).length === count);
      await until('VS Code to see that', () => sidecar.getText() === text);
    }
  });

  it('follows replace-all: words that stay are labelled where they are now, words that go are an orphan', async () => {
    const editor = await labelled();
    const { uri } = editor.document;
    const replaceAll = async (words: string, by: string): Promise<void> => {
      const text = editor.document.getText();
      await editor.edit((edit) => {
        for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
          const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + words.length));
          edit.replace(range, by);
        }
      });
    };
    await replaceAll('日', '（日）');
    await editor.document.save();
    await until('offsets that hold', async () => (await moved(uri)).length === 0);
    assert.equal(await quotes(uri), '云溪县,石桥水库,石桥镇');
    await replaceAll('石桥镇', '');
    await editor.document.save();
    await until('the orphan in the file', async () => (await readFile(sidecarOf(uri))).includes('"lost":true'));
    assert.deepEqual(await moved(uri), ['石桥镇']);
    assert.equal(await quotes(uri), '云溪县,石桥水库,石桥镇');
  });

  it('follows several cursors that type and delete at once', async () => {
    const editor = await labelled();
    const { document } = editor;
    editor.selections = [1, 2, 3, 4].map((line) => new vscode.Selection(line, 0, line, 0));
    await vscode.commands.executeCommand('type', { text: '一二' });
    await vscode.commands.executeCommand('deleteLeft');
    await vscode.commands.executeCommand('cursorMove', { to: 'right', by: 'character', value: 4 });
    await vscode.commands.executeCommand('deleteRight');
    await document.save();
    await until('offsets that hold', async () => (await moved(document.uri)).length === 0);
    assert.deepEqual((await quotes(document.uri)).split(',').slice(0, 3), ['云溪县', '石桥水库', '石桥镇']);
  });

  it('follows a formatter that runs when the page is saved, and keeps its own lines', async () => {
    const registered = vscode.languages.registerDocumentFormattingEditProvider('chinese-news', {
      provideDocumentFormattingEdits: (document) =>
        Array.from({ length: document.lineCount - 1 }, (_, line) =>
          vscode.TextEdit.insert(new vscode.Position(line, 0), '\u3000\u3000'),
        ),
    });
    try {
      await withSettings({ 'editor.formatOnSave': true, 'files.trimTrailingWhitespace': true }, async () => {
        const editor = await labelled();
        const { document } = editor;
        await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '新'));
        await document.save();
        assert.ok((await readFile(document.uri)).startsWith('\u3000\u3000云溪县'));
        await until('offsets that hold', async () => (await moved(document.uri)).length === 0);
        assert.equal(await quotes(document.uri), '云溪县,石桥水库,石桥镇');
        assert.equal((await readFile(sidecarOf(document.uri))).match(/^ {4}\{"id":.*\},$/gm)?.length, 3);
        await tagByCodeAction(editor, '罗清远', 'PER');
        await until('four', async () => (await stored(document.uri)).length === 4);
        await vscode.commands.executeCommand('undo');
        await until('three again', async () => (await stored(document.uri)).length === 3);
        assert.equal((await readFile(sidecarOf(document.uri))).match(/^ {4}\{"id":.*\},$/gm)?.length, 3);
        assert.ok(await exists(sidecarOf(document.uri)));
      });
    } finally {
      registered.dispose();
    }
  });
});
