import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  exists,
  openPage,
  PAGE,
  readFile,
  select,
  sidecarOf,
  stored,
  tagByCodeAction,
  until,
  warningsWhile,
  writeFile,
} from './support';

/** 云溪县今年投入资金，完成3座水库加固。 in GBK, often enough to be a page. */
const GBK_SENTENCE = [
  0xd4, 0xc6, 0xcf, 0xaa, 0xcf, 0xd8, 0xbd, 0xf1, 0xc4, 0xea, 0xcd, 0xb6, 0xc8, 0xeb, 0xd7, 0xca, 0xbd, 0xf0, 0xa3,
  0xac, 0xcd, 0xea, 0xb3, 0xc9, 0x33, 0xd7, 0xf9, 0xcb, 0xae, 0xbf, 0xe2, 0xbc, 0xd3, 0xb9, 0xcc, 0xa1, 0xa3, 0x0a,
];
const GBK_PAGE = Uint8Array.from(Array.from({ length: 12 }, () => GBK_SENTENCE).flat());

describe('bad input', () => {
  afterEach(closeEditors);

  it('shows an empty file as an empty page', async () => {
    const uri = await writeFile('');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await vscode.commands.executeCommand('newsmark.toggle');
    const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.equal(symbols?.length ?? 0, 0);
  });

  it('asks to save an untitled page before it is tagged', async () => {
    const document = await vscode.workspace.openTextDocument({ content: PAGE, language: 'chinese-news' });
    const editor = await vscode.window.showTextDocument(document);
    select(editor, '石桥镇');
    const warnings = await warningsWhile(async () => {
      await vscode.commands.executeCommand('newsmark.tag', 'LOC');
    });
    assert.match(warnings.join(), /Save the page first/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('says what to do where nothing is selected', async () => {
    const editor = await openPage(await writeFile(PAGE));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const warnings = await warningsWhile(async () => {
      await vscode.commands.executeCommand('newsmark.tag', 'LOC');
    });
    assert.match(warnings.join(), /Select the words/);
  });

  it('keeps annotations in UTF-8 in a workspace of GBK files', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('encoding', 'gb18030', vscode.ConfigurationTarget.Workspace);
    try {
      const uri = await writeFile(GBK_PAGE, '石桥.txt');
      const editor = await openPage(uri);
      assert.equal(editor.document.encoding, 'gb18030');
      await tagByCodeAction(editor, '云溪县', 'GPE');
      await until('a tag', async () => (await stored(uri)).length === 1);
      assert.deepEqual(
        (await stored(uri)).map(({ quote }) => quote),
        ['云溪县'],
      );
    } finally {
      await files.update('encoding', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('offers the right encoding for a page in GBK and reads it then', async () => {
    const uri = await writeFile(GBK_PAGE);
    const seen = await warningsWhile(async () => {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await new Promise((resolve) => setTimeout(resolve, 1000));
    });
    assert.match(seen.join(), /GB18030/);
    const document = await vscode.workspace.openTextDocument(uri, { encoding: 'gb18030' });
    await until('the page to be recognised', () => document.languageId === 'chinese-news');
    const editor = await vscode.window.showTextDocument(document);
    await tagByCodeAction(editor, '云溪县', 'GPE');
    const sidecar = JSON.parse(await readFile(sidecarOf(uri))) as { page: { encoding: string } };
    assert.equal(sidecar.page.encoding, 'gb18030');
  });

  for (const [name, content, message] of [
    ['is no JSON', '{"formatVersion": 1, "annotations": [', /not valid JSON/],
    ['is from version 99', '{"formatVersion": 99, "annotations": []}', /newer Newsmark/],
    ['is something else', '{"name": "not ours"}', /not a Newsmark annotation file/],
  ] as const) {
    it(`leaves a sidecar alone that ${name}`, async () => {
      const uri = await writeFile(PAGE);
      await vscode.workspace.fs.writeFile(sidecarOf(uri), new TextEncoder().encode(content));
      const warnings = await warningsWhile(async () => {
        const editor = await openPage(uri);
        await new Promise((resolve) => setTimeout(resolve, 500));
        select(editor, '石桥镇');
        await vscode.commands.executeCommand('newsmark.tag', 'LOC');
      });
      assert.match(warnings.join('\n'), message);
      assert.equal(await readFile(sidecarOf(uri)), content);
    });
  }

  it('keeps annotations that belong to another text as they are and does not place them', async () => {
    const first = await writeFile(PAGE);
    await tagByCodeAction(await openPage(first), '石桥镇', 'LOC');
    await closeEditors();
    const other = await writeFile(
      '清河县举行龙舟赛\n6月22日，清河县第二届龙舟赛开赛，共有16支队伍、320名选手参加。'.repeat(3),
    );
    await vscode.workspace.fs.copy(sidecarOf(first), sidecarOf(other));
    const editor = await openPage(other);
    await tagByCodeAction(editor, '龙舟赛', 'EVENT');
    const all = await until('both annotations on disk', async () => {
      const now = await stored(other);
      return now.length === 2 ? now : undefined;
    });
    assert.deepEqual(all.map((a) => a.quote).sort(), ['石桥镇', '龙舟赛'].sort());
  });

  it('says so when the text of a page is not the one that was annotated', async () => {
    const uri = await writeFile(PAGE);
    await tagByCodeAction(await openPage(uri), '石桥镇', 'LOC');
    await closeEditors();
    const before = await readFile(sidecarOf(uri));
    const other = await writeFile(
      '清河县举行龙舟赛\n6月22日，清河县第二届龙舟赛开赛，共有16支队伍、320名选手参加。\n'.repeat(3),
    );
    await vscode.workspace.fs.writeFile(sidecarOf(other), new TextEncoder().encode(before));
    const warnings = await warningsWhile(async () => {
      await openPage(other);
      await new Promise((resolve) => setTimeout(resolve, 700));
    });
    assert.match(warnings.join(), /1 of 1 annotations have no certain place/);
    assert.equal(await readFile(sidecarOf(other)), before);
  });

  it('shows a page in a read-only place and says why it cannot be tagged', async () => {
    const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const bytes = new TextEncoder().encode(PAGE);
    const refuse = (): never => {
      throw vscode.FileSystemError.NoPermissions();
    };
    const provider: vscode.FileSystemProvider = {
      onDidChangeFile: changed.event,
      watch: () => changed,
      stat: (uri) => {
        if (!uri.path.endsWith('page.txt')) throw vscode.FileSystemError.FileNotFound(uri);
        return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length };
      },
      readDirectory: () => [],
      readFile: () => bytes,
      createDirectory: refuse,
      writeFile: refuse,
      delete: refuse,
      rename: refuse,
    };
    const registered = vscode.workspace.registerFileSystemProvider('newsmark-read-only', provider, {
      isReadonly: true,
    });
    try {
      const editor = await openPage(vscode.Uri.parse('newsmark-read-only:/page.txt'));
      select(editor, '石桥镇');
      const warnings = await warningsWhile(async () => {
        await vscode.commands.executeCommand('newsmark.tag', 'LOC');
      });
      assert.match(warnings.join(), /read-only place/);
    } finally {
      registered.dispose();
    }
  });

  it('leaves a binary file alone', async () => {
    const uri = await writeFile(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256));
    const document = await vscode.workspace.openTextDocument(uri).then(
      (opened) => opened,
      () => undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.notEqual(document?.languageId, 'chinese-news');
    assert.equal(await exists(sidecarOf(uri)), false);
  });

  it('does not analyse a file of 20 MB and says so', async function () {
    this.timeout(60_000);
    const uri = await writeFile(PAGE.repeat(Math.ceil((20 << 20) / new TextEncoder().encode(PAGE).length)));
    const warnings = await warningsWhile(async () => {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await until(
        'the page to be recognised',
        () => vscode.window.activeTextEditor?.document.languageId === 'chinese-news',
        30_000,
      );
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    assert.match(warnings.join(), /more than 4000000 characters/);
    const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.equal(symbols?.length ?? 0, 0);
  });
});
