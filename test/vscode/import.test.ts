import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPage, PAGE, readFile, root, stored, until, writeFile } from './support';

describe('importing', () => {
  afterEach(closeEditors);

  /** A page whose words no other page has: that is how a document finds it. */
  let pages = 0;
  let text = '';
  const newPage = (): Promise<vscode.Uri> => {
    text = `${PAGE.replace(/\r\n?/g, '\n')}\n独此一页，编号${++pages}。\n`;
    return writeFile(text);
  };
  const doccano = async (spans: readonly (readonly [quote: string, label: string])[]): Promise<vscode.Uri> => {
    const label = spans.map(([quote, name]) => {
      const start = text.indexOf(quote);
      assert.ok(start >= 0, quote);
      return [start, start + quote.length, name];
    });
    const uri = vscode.Uri.joinPath(root(), 'made', `labels-${Math.random().toString(36).slice(2)}.jsonl`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${JSON.stringify({ text, label })}\n`));
    return uri;
  };
  const run = (format: string, file: vscode.Uri, partial?: boolean): Thenable<void> =>
    vscode.commands.executeCommand('newsmark.import', {
      format,
      files: [file.toString()],
      ...(partial !== undefined && { partial }),
    });

  it('takes labels into an open page, one step of undo; a second time there is nothing to take', async () => {
    const uri = await newPage();
    await openPage(uri);
    const file = await doccano([
      ['石桥镇', 'GPE'],
      ['何大', 'PER'],
    ]);
    await run('doccano', file);
    await until('labels on disk', async () => (await stored(uri)).length === 2);
    assert.deepEqual((await stored(uri)).map(({ quote, label, state }) => [quote, label, state]).sort(), [
      ['何大', 'PER', 'added'],
      ['石桥镇', 'GPE', 'added'],
    ]);
    await run('doccano', file);
    assert.equal((await stored(uri)).length, 2);
    await vscode.commands.executeCommand('undo');
    await until('undo on disk', async () => (await stored(uri)).length === 0);
  });

  it('takes predictions as suggestions, which wait for a decision', async () => {
    const uri = await newPage();
    await openPage(uri);
    const start = text.indexOf('石桥镇');
    const value = { start, end: start + 3, text: '石桥镇', labels: ['GPE'] };
    const result = [{ id: 'r1', from_name: 'label', to_name: 'text', type: 'labels', value }];
    const task = [{ data: { text }, predictions: [{ model_version: 'm', result }] }];
    const file = vscode.Uri.joinPath(root(), 'made', 'tasks.json');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(task)));
    await run('label-studio', file);
    await until('the suggestion on disk', async () => (await stored(uri)).length === 1);
    assert.equal((await stored(uri))[0]!.state, 'suggested');
    await vscode.commands.executeCommand('newsmark.accept', { uri: uri.toString(), start, end: start + 3 });
    await until('the decision on disk', async () => (await stored(uri))[0]?.state === 'accepted');
    assert.equal((await stored(uri)).length, 1);
    await vscode.commands.executeCommand('undo');
    await until('undone', async () => (await stored(uri))[0]?.state === 'suggested');
  });

  it('writes nothing where something is wrong, and what is right where that is asked for', async () => {
    const uri = await newPage();
    await openPage(uri);
    const file = await doccano([
      ['石桥镇', 'GPE'],
      ['何大', 'NOPE'],
    ]);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`${await readFile(file)}{oops\n`));
    void run('doccano', file);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal((await stored(uri)).length, 0);
    await vscode.commands.executeCommand('notifications.clearAll');
    await run('doccano', file, true);
    await until('the rest on disk', async () => (await stored(uri)).length === 1);
  });

  it('takes labels into a page that nobody has open', async () => {
    const uri = await newPage();
    await run('doccano', await doccano([['石桥镇', 'GPE']]), true);
    await until('the label on disk', async () => (await stored(uri)).length === 1);
    await openPage(uri);
    assert.equal((await stored(uri)).length, 1);
  });
});
