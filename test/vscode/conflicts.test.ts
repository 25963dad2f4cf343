import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
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

const resolve = (page: vscode.Uri, ...more: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand('newsmark.resolveConflict', sidecarOf(page).toString(), ...more);
const labels = async (page: vscode.Uri): Promise<string> =>
  (await stored(page)).map((a) => `${a.quote} ${a.label}`).join();

/** What git leaves where two people label the same words, one of them others too. Written by another program, as git is. */
async function conflicted(page: vscode.Uri): Promise<string> {
  const [name, town, person] = (await readFile(sidecarOf(page))).split('\n').filter((line) => line.includes('"id"'));
  assert.ok(name && town && person);
  const changed = town.replace('"label":"GPE"', '"label":"LOC"');
  const text = (await readFile(sidecarOf(page)))
    .replace(
      `${town}\n`,
      `<<<<<<< HEAD\n${town}\n=======\n${changed}\n${town.replace(/"id":"[^"]+"/, '"id":"theirs"').replace('GPE', 'FAC')}\n>>>>>>> other\n`,
    )
    .replace(`${person}\n`, `<<<<<<< HEAD\n${person}\n=======\n>>>>>>> other\n`);
  await vscode.workspace.fs.writeFile(sidecarOf(page), new TextEncoder().encode(text));
  return text;
}

/** An open page with three labels. */
async function labelled(): Promise<vscode.Uri> {
  const uri = await writeFile(PAGE);
  const editor = await openPage(uri);
  await tagByCodeAction(editor, '罗清远', 'PER');
  await tagByCodeAction(editor, '石桥镇', 'GPE');
  await tagByCodeAction(editor, '何大', 'PER');
  await until('three on disk', async () => (await stored(uri)).length === 3);
  return uri;
}

const problems = (page: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(sidecarOf(page)).filter((d) => d.source === 'Newsmark');

describe('a merge conflict in the annotations', () => {
  afterEach(closeEditors);

  it('is told and shown at every place, and the file is left alone', async () => {
    const uri = await labelled();
    let text = '';
    const warnings = await warningsWhile(async () => {
      text = await conflicted(uri);
      await until('two problems', () => problems(uri).length === 2);
      select(vscode.window.activeTextEditor!, '方 敏');
      await vscode.commands.executeCommand('newsmark.tag', 'PER');
    });
    assert.match(warnings.join('\n'), /has a merge conflict \(line \d+\)/);
    assert.match(problems(uri)[0]!.message, /1 of ours \(HEAD\), 2 of theirs \(other\)/);
    assert.equal(await readFile(sidecarOf(uri)), text);
    await resolve(uri, 'ours');
  });

  it('is resolved by taking one side, in one step of undo; the page shows its annotations at once', async () => {
    const uri = await labelled();
    const before = await readFile(sidecarOf(uri));
    const text = await conflicted(uri);
    await until('two problems', () => problems(uri).length === 2);
    await resolve(uri, 'ours');
    assert.equal(await readFile(sidecarOf(uri)), before);
    await until('no problem', () => problems(uri).length === 0);
    await vscode.commands.executeCommand('undo');
    await until('the markers again', async () => (await readFile(sidecarOf(uri))) === text);
    await resolve(uri, 'theirs');
    await until('their side', async () => (await labels(uri)) === '罗清远 PER,石桥镇 LOC,石桥镇 FAC');
    await tagByCodeAction(vscode.window.activeTextEditor!, '通讯员', 'TITLE');
    await until('one more', async () => (await stored(uri)).length === 4);
  });

  it('is resolved by taking both; what both changed is asked about', async () => {
    const uri = await labelled();
    await conflicted(uri);
    await until('two problems', () => problems(uri).length === 2);
    const asked = resolve(uri, 'both');
    await until('an answer to be taken', async () => {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return problems(uri).length === 0;
    });
    await asked;
    assert.match(await labels(uri), /^罗清远 PER,(石桥镇 (LOC|GPE|FAC),){2}何大 PER$/);
    await vscode.commands.executeCommand('undo');
    await until('two problems again', () => problems(uri).length === 2);
    const id = /"id":"([^"]+)"[^\n]*"石桥镇"/.exec(await readFile(sidecarOf(uri)))![1]!;
    await resolve(uri, 'both', { [id]: 'theirs' });
    await until('theirs', async () => /石桥镇 LOC/.test(await labels(uri)));
    assert.doesNotMatch(await labels(uri), /GPE/);
  });

  it('offers all of this in the sidecar, whether its page is open or not', async () => {
    const uri = await labelled();
    await conflicted(uri);
    await closeEditors();
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(sidecarOf(uri)));
    const lenses = await until('lenses', async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        sidecarOf(uri),
        10,
      );
      const ours = all.filter((lens) => lens.command?.command === 'newsmark.resolveConflict');
      return ours.length > 0 ? ours : undefined;
    });
    assert.deepEqual(
      lenses.map((lens) => lens.command!.title),
      [
        'Take the Annotations of Both',
        'Take ours (HEAD): 3 annotations',
        'Take theirs (other): 3 annotations',
        'Compare',
      ],
    );
    const [compare, theirs] = [lenses[3]!.command!, lenses[2]!.command!];
    await vscode.commands.executeCommand(compare.command, ...(compare.arguments as unknown[]));
    await until(
      'a comparison',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff,
    );
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand(theirs.command, ...(theirs.arguments as unknown[]));
    await until('their side', async () => (await labels(uri)) === '罗清远 PER,石桥镇 LOC,石桥镇 FAC');
  });

  it('is not guessed at where a marker is missing', async () => {
    const uri = await labelled();
    const text = (await conflicted(uri)).replace('=======\n', '');
    await vscode.workspace.fs.writeFile(sidecarOf(uri), new TextEncoder().encode(text));
    await until('a problem', () => problems(uri).some((problem) => problem.message.includes('missing')));
    const warnings = await warningsWhile(async () => {
      await resolve(uri, 'both');
    });
    assert.match(warnings.join(), /no merge conflict/);
    assert.equal(await readFile(sidecarOf(uri)), text);
  });
});
