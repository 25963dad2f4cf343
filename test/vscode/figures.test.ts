import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPage, select, stored, until, writeFile } from './support';

/** A list of parts that misses its total by one, a range, a rise, and dates with and without their year. */
const FIGURES = [
  '云溪县清理河道',
  '云溪日报6月12日讯（记者 罗清远 通讯员 方 敏）今年4月以来，云溪县',
  '清理河道33条，分为3类，其中干流6条、支流7条、渠道21条，投入',
  '资金超过1260万元，同比增长8.5%，每处补助2至3万元。工程于2024年',
  '5月20日开工，还将清理河道18条。',
  '',
].join('\n');

/** The hovers' Markdown without its escapes. */
async function hoverOver(editor: vscode.TextEditor, words: string): Promise<string> {
  const at = select(editor, words).start.translate(0, 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    at,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((c) => (c as vscode.MarkdownString).value))
    .join('\n')
    .replace(/\\(.)/g, '$1');
}

function assertHolds(text: string, parts: readonly string[]): void {
  for (const part of parts) assert.ok(text.includes(part), `${part} in\n${text}`);
}

const problemsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Newsmark');

describe('figures', () => {
  afterEach(closeEditors);

  it('say in the hover what they are in digits and words, how they changed, which day they mean', async () => {
    const editor = await openPage(await writeFile(FIGURES));
    assertHolds(await hoverOver(editor, '1260万元'), ['12,600,000 元', '1260万元', '投入资金', 'more than']);
    assertHolds(await hoverOver(editor, '8.5%'), ['8.5 %', 'up on the same period last year']);
    assertHolds(await hoverOver(editor, '2至3万元'), ['20,000–30,000 元', '2万–3万元', '处']);
    assertHolds(await hoverOver(editor, '4月以来'), ['--04', '2024-04 (the text says this year)']);
  });

  it('link the hover to other mentions of what they measure, and to the checks that involve them', async () => {
    const editor = await openPage(await writeFile(FIGURES));
    const text = await hoverOver(editor, '33条');
    assertHolds(text, ['The same on this page', '[18 条](command:newsmark.reveal', '$(warning)', '6条']);
    assertHolds(text, ['command:newsmark.accept', 'command:newsmark.reject', 'command:newsmark.correctFigure']);
  });

  it('that do not agree are a problem with the other places, until somebody marks it as checked', async () => {
    const uri = await writeFile(FIGURES);
    const editor = await openPage(uri);
    const [problem] = await until('the problem', () => {
      const found = problemsOf(uri);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      problem!.relatedInformation?.map(({ message, location }) => [message, editor.document.getText(location.range)]),
      ['33条', '6条', '7条'].map((quote) => [quote, quote]),
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problem!.range,
    );
    const checked = actions.find(({ title }) => title === 'Mark as checked');
    assert.ok(checked?.command);
    await vscode.commands.executeCommand(checked.command.command, ...(checked.command.arguments as unknown[]));
    await until('no problem', () => problemsOf(uri).length === 0);
    assert.equal((await stored(uri)).length, 1);
    await vscode.commands.executeCommand('undo');
    await until('the problem again', () => problemsOf(uri).length === 1);
  });

  it('are corrected field by field, each one step of undo', async () => {
    const uri = await writeFile(FIGURES);
    const editor = await openPage(uri);
    select(editor, '1260万元');
    await vscode.commands.executeCommand('newsmark.correctFigure', undefined, 'metric', '河道整治资金');
    await until('the correction', async () => (await stored(uri)).length === 1);
    assertHolds(await hoverOver(editor, '1260万元'), ['河道整治资金', '12,600,000 元']);
    select(editor, '1260万元');
    await vscode.commands.executeCommand('newsmark.correctFigure', undefined, 'value', '12,650,000');
    assertHolds(await hoverOver(editor, '1260万元'), ['河道整治资金', '12,650,000 元']);
    await vscode.commands.executeCommand('undo');
    await until('the value as read', async () => (await hoverOver(editor, '1260万元')).includes('12,600,000 元'));
  });

  it('are counted over their article', async () => {
    const uri = await writeFile(FIGURES);
    await openPage(uri);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(
      titles.some((title) => /^Article 1\/1 · \d+ characters · \d+ figures · 2 names$/.test(title)),
      titles.join('\n'),
    );
  });
});
