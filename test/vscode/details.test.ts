import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  openPage,
  PAGE,
  select,
  stored,
  type StoredAnnotation,
  tagByCodeAction,
  until,
  writeFile,
} from './support';

interface Detailed extends StoredAnnotation {
  readonly id: string;
  readonly note?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly relations?: readonly { readonly label: string; readonly target: string }[];
}

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`newsmark.${command}`, ...args);
const detailed = async (uri: vscode.Uri): Promise<readonly Detailed[]> => await stored(uri);

function putCursor(editor: vscode.TextEditor, words: string): void {
  const at = select(editor, words).start.translate(0, 1);
  editor.selection = new vscode.Selection(at, at);
}

async function hoverText(editor: vscode.TextEditor, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    select(editor, words).start.translate(0, 1),
  );
  return hovers.flatMap((h) => h.contents.map((c) => (c as vscode.MarkdownString).value)).join('\n');
}

describe('what is said about an annotation', () => {
  afterEach(closeEditors);

  it('is a note and attributes, each one step of undo, shown in the hover; the state stays', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥镇', 'GPE');
    putCursor(editor, '石桥镇');
    await run('setNote', undefined, '查 县志');
    await run('setAttribute', undefined, 'unsure');
    await run('setAttribute', undefined, 'mention', 'short');
    const [annotation] = await detailed(uri);
    assert.equal(annotation?.note, '查 县志');
    assert.deepEqual(annotation.attributes, { unsure: true, mention: 'short' });
    assert.equal(annotation.state, 'added');
    const hover = await hoverText(editor, '石桥镇');
    for (const part of [/查 县志/, /unsure \| yes/, /kind of mention \| short form/]) assert.match(hover, part);

    putCursor(editor, '石桥镇');
    await run('setAttribute', undefined, 'unsure');
    assert.deepEqual((await detailed(uri))[0]?.attributes, { mention: 'short' });
    for (let i = 0; i < 4; i++) await vscode.commands.executeCommand('undo');
    const bare = await until('the bare annotation', async () => {
      const [first] = await detailed(uri);
      return first && !first.note && !first.attributes ? first : undefined;
    });
    assert.equal(bare.quote, '石桥镇');
  });

  it('is a relation to another annotation, shown at both ends, removable', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥水库', 'FAC');
    await tagByCodeAction(editor, '石桥镇', 'GPE');
    const [dam, town] = await detailed(uri);
    await run('relate', dam!.id, 'locatedIn', town!.id);
    assert.deepEqual((await detailed(uri))[0]?.relations, [{ label: 'locatedIn', target: town!.id }]);
    assert.match(await hoverText(editor, '石桥水库'), /→ located in \[石桥镇\]\(command:newsmark.reveal/);
    assert.match(await hoverText(editor, '石桥镇'), /← located in \[石桥水库\]/);
    await run('removeRelation', dam!.id, { label: 'locatedIn', target: town!.id });
    assert.equal((await detailed(uri))[0]?.relations, undefined);
    await vscode.commands.executeCommand('undo');
    await until('the relation back', async () => (await detailed(uri))[0]?.relations?.length === 1);
  });

  it('is a relation to what the cursor points at', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥水库', 'FAC');
    await tagByCodeAction(editor, '石桥镇', 'GPE');
    putCursor(editor, '石桥水库');
    const asked = run('relate');
    let done = false;
    void asked.then(() => (done = true));
    await until('“point at it”, the first of the list', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done;
    });
    putCursor(editor, '石桥镇');
    const related = run('relate');
    await until('the relation', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await detailed(uri))[0]?.relations?.[0]?.label === 'locatedIn';
    });
    await related;
  });

  it('goes with the annotation that a relation leads to, and comes back with it', async () => {
    const uri = await writeFile(PAGE);
    const editor = await openPage(uri);
    await tagByCodeAction(editor, '石桥水库', 'FAC');
    await tagByCodeAction(editor, '石桥镇', 'GPE');
    const [dam, town] = await detailed(uri);
    await run('relate', dam!.id, 'locatedIn', town!.id);
    putCursor(editor, '石桥镇');
    await run('remove');
    const left = await detailed(uri);
    assert.deepEqual(
      left.map((a) => [a.quote, a.relations]),
      [['石桥水库', undefined]],
    );
    await vscode.commands.executeCommand('undo');
    await until('both back', async () => (await detailed(uri))[0]?.relations?.[0]?.target === town!.id);
  });
});
