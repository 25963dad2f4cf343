import { appendFileSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { openPage, stored } from './support';

/**
 * Works on a page without a pause until somebody kills the extension host. Every gesture is written to a journal that
 * survives that: before it begins, and when the command has come back. Run by test/e2e/crash.e2e.ts.
 */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const journal = vscode.Uri.joinPath(folder, 'journal').fsPath;
  const uri = vscode.Uri.joinPath(folder, 'long.txt');
  const say = (line: string): void => appendFileSync(journal, `${line}\n`);
  try {
    const text = (await openPage(uri)).document.getText();
    const last = Number(
      readFileSync(journal, 'utf8')
        .match(/(?<=begin \+)\d+/g)
        ?.at(-1) ?? -4,
    );
    say(`pid ${process.pid}`);
    let gesture = 0;
    for (let start = last + 4; ; start += 4) {
      if (!/^\p{Script=Han}{2}$/u.test(text.slice(start, start + 2))) continue;
      gesture++;
      const target = { uri: uri.toString(), start, end: start + 2 };
      say(`begin +${start}`);
      await vscode.commands.executeCommand('newsmark.tag', 'ORG', target);
      say(`end +${start}`);
      if (gesture % 4 !== 0) continue;
      const [gone] = await stored(uri);
      say(`begin -${gone!.start}`);
      await vscode.commands.executeCommand('newsmark.remove', gone!.id);
      say(`end -${gone!.start}`);
    }
  } catch (error) {
    say(`failed ${String(error)}`);
    throw error;
  }
}
