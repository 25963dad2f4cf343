import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  openPage,
  PAGE,
  readFile,
  root,
  select,
  sidecarOf,
  stored,
  tagByCodeAction,
  until,
  writeFile,
} from './support';

describe('tagging', () => {
  afterEach(closeEditors);

  it('tags a word by code action, Ctrl+Z takes it back, redo brings it, CoNLL holds it', async () => {
    const [newspaper] = await vscode.workspace.findFiles('pages/*.txt', undefined, 1);
    const uri = newspaper ?? (await writeFile(PAGE));
    const editor = await openPage(uri);
    const words = newspaper ? firstHan(editor.document.getText(), 3) : '石桥镇';
    await tagByCodeAction(editor, words, 'LOC');
    const tagged = await until('the tag on disk', async () => (await stored(uri)).at(0));
    assert.equal(tagged.quote, words);
    assert.equal(editor.document.getText().replace(/\r\n/g, '\n').slice(tagged.start, tagged.end), words);

    await vscode.commands.executeCommand('undo');
    await until('undo on disk', async () => (await stored(uri)).length === 0);
    await vscode.commands.executeCommand('redo');
    await until('redo on disk', async () => (await stored(uri)).length === 1);
    assert.equal(editor.document.isDirty, false);

    const target = vscode.Uri.joinPath(root(), 'made', 'conll');
    await vscode.commands.executeCommand('newsmark.export', {
      scope: 'page',
      wish: { formatVersion: 1, format: 'conll' },
      target: target.toString(),
    });
    const name = vscode.workspace.asRelativePath(uri, false).replace(/\.txt$/, '.conll');
    const rows = (await readFile(vscode.Uri.joinPath(target, name))).split('\n');
    const begin = rows.findIndex((row) => row.endsWith('\tB-LOC'));
    const read = rows.slice(begin, begin + words.length).map((row) => row.split('\t'));
    assert.equal(read.map(([character]) => character).join(''), words);
    assert.deepEqual(
      read.map(([, tag]) => tag),
      ['B-LOC', ...Array<string>(words.length - 1).fill('I-LOC')],
    );
  });

  it('undoes labels and typing in one order', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥镇', 'LOC');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '快讯：'));
    await tagByCodeAction(editor, '何大', 'PER');
    const labels = async (): Promise<string> => (await stored(uri)).map((a) => a.label).join();
    assert.equal(await labels(), 'LOC,PER');
    await vscode.commands.executeCommand('undo');
    await until('the second label to go', async () => (await labels()) === 'LOC');
    assert.ok(editor.document.getText().startsWith('快讯：'));
    await vscode.commands.executeCommand('undo');
    assert.ok(editor.document.getText().startsWith('云溪县'));
    assert.equal(await labels(), 'LOC');
    await vscode.commands.executeCommand('undo');
    await until('the first label to go', async () => (await labels()) === '');
  });

  it('takes back what the person did last, though the page was saved after it', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    select(editor, '罗清远');
    await vscode.commands.executeCommand('newsmark.tag', 'PER');
    const text = editor.document.getText();
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '喜讯：'));
    await editor.document.save();
    const start = text.indexOf('罗清远');
    await until('the moved offset on disk', async () => (await stored(uri))[0]?.start === start + 3);
    select(editor, '方 敏');
    await vscode.commands.executeCommand('newsmark.tag', 'PER');
    await until('two labels', async () => (await stored(uri)).length === 2);
    await vscode.commands.executeCommand('undo');
    await until('one label', async () => (await stored(uri)).length === 1);
    await vscode.commands.executeCommand('undo');
    await until('the words typed to go', () => editor.document.getText() === text);
    await vscode.commands.executeCommand('undo');
    await until('no label', async () => (await stored(uri)).length === 0);
    for (let step = 0; step < 3; step++) {
      await vscode.commands.executeCommand('redo');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await until('two labels again', async () => (await stored(uri)).length === 2);
    assert.ok(editor.document.getText().startsWith('喜讯：'));
  });

  it('keeps spans on their words while the text before them is edited', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥镇', 'LOC');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '（第一版）\n'));
    await editor.document.save();
    const text = editor.document.getText();
    const [annotation] = await until('the moved span on disk', async () => {
      const all = await stored(uri);
      return text.slice(all[0]!.start, all[0]!.end) === '石桥镇' ? all : undefined;
    });
    assert.equal(annotation?.quote, '石桥镇');
  });

  it('trims blanks and full-width punctuation off the selection', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    select(editor, '，云溪县\n');
    await vscode.commands.executeCommand('newsmark.tag', 'GPE');
    assert.equal((await until('the tag', async () => (await stored(uri)).at(0))).quote, '云溪县');
  });

  it('accepts and rejects suggested figures with what was read there', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    const figure = select(editor, '1260万元');
    editor.selection = new vscode.Selection(figure.start.translate(0, 1), figure.start.translate(0, 1));
    await vscode.commands.executeCommand('newsmark.accept');
    const other = select(editor, '85.5%');
    editor.selection = new vscode.Selection(other.start.translate(0, 1), other.start.translate(0, 1));
    await vscode.commands.executeCommand('newsmark.reject');
    const all = (await stored(uri)) as readonly {
      quote: string;
      state: string;
      data?: { value?: number; unit?: string };
    }[];
    assert.deepEqual(
      all.map((a) => [a.quote, a.state, a.data?.value, a.data?.unit]),
      [
        ['1260万元', 'accepted', 12_600_000, '元'],
        ['85.5%', 'rejected', 85.5, '%'],
      ],
    );
  });

  it('undone and redone faster than the file is saved, stands in the file as the editor shows it', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥水库', 'LOC');
    await until('a tag', async () => (await stored(uri)).length === 1);
    const [annotation] = await stored(uri);
    for (let round = 0; round < 24; round++) {
      await vscode.commands.executeCommand('undo');
      await new Promise((resolve) => setTimeout(resolve, round * 2));
      await vscode.commands.executeCommand('redo');
      await until(`the tag again, round ${round}`, async () => (await stored(uri)).length === 1);
      // What was under way has come to its end: it must not take the tag away again.
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.deepEqual(await stored(uri), [annotation], `round ${round}`);
    }
  });

  it('changes the label of an annotation and removes it, each one step of undo', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥水库', 'LOC');
    const range = select(editor, '石桥水库');
    editor.selection = new vscode.Selection(range.start.translate(0, 1), range.start.translate(0, 1));
    await vscode.commands.executeCommand('newsmark.changeLabel', undefined, 'ORG');
    assert.deepEqual(
      (await stored(uri)).map((a) => [a.label, a.state]),
      [['ORG', 'edited']],
    );
    await vscode.commands.executeCommand('newsmark.remove');
    assert.deepEqual(await stored(uri), []);
    await vscode.commands.executeCommand('undo');
    await until('the annotation back', async () => (await stored(uri))[0]?.label === 'ORG');
    await vscode.commands.executeCommand('undo');
    await until('the old label back', async () => (await stored(uri))[0]?.label === 'LOC');
  });

  it('picks up a sidecar that another program writes', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥镇', 'LOC');
    const sidecar = await readFile(sidecarOf(uri));
    await vscode.workspace.fs.writeFile(sidecarOf(uri), new TextEncoder().encode(sidecar.replace('"LOC"', '"GPE"')));
    await until('the new label in the hover', async () => {
      const range = select(editor, '石桥镇');
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        range.start.translate(0, 1),
      );
      return hovers.some((h) => h.contents.some((c) => (c as vscode.MarkdownString).value.includes('GPE')));
    });
  });
});

/** The first run of a few Han characters that occurs once. */
function firstHan(text: string, length: number): string {
  for (const [run] of text.matchAll(new RegExp(`\\p{Script=Han}{${length}}`, 'gu'))) {
    if (text.split(run).length === 2) return run;
  }
  throw new Error('no run of Han characters occurs once');
}
