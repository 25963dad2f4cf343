import * as vscode from 'vscode';
import { looksLikeNewsPage } from '../../../newsmark';
import { registerCommand } from '../../commands';
import { Command, LANGUAGE_ID, Setting } from '../../contributions';
import { HumanError } from '../../errors';
import type { Log } from '../../log';
import { setting } from '../../settings';
import { Choices } from './choices';
import { EncodingOffer } from './encoding';

const PLAIN_TEXT = 'plaintext';

/** Plain-text pages become `chinese-news` by their content; one command turns that on or off for a file for good. */
export function registerRecognition(context: vscode.ExtensionContext, log: Log): vscode.Disposable {
  const choices = new Choices(context.workspaceState);
  const encodings = new EncodingOffer();

  const recognize = async (document: vscode.TextDocument): Promise<void> => {
    if (document.languageId === LANGUAGE_ID) return encodings.offer(document);
    const choice = choices.of(document.uri);
    if (choice === 'off') return;
    if (choice !== 'on') {
      if (document.languageId !== PLAIN_TEXT || isInternal(document)) return;
      if (!setting(Setting.recognizePages, document)) return;
      if (document.getText().includes('\uFFFD')) return encodings.offer(document);
      if (!looksLikeNewsPage(document.getText())) return;
    }
    await vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  };

  const toggle = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) throw new HumanError('no-editor', vscode.l10n.t('Open a text file first, then run this command.'));
    if (document.languageId === LANGUAGE_ID) {
      await choices.set(document.uri, 'off');
      await vscode.languages.setTextDocumentLanguage(document, choices.languageBefore(document.uri) ?? PLAIN_TEXT);
    } else {
      await choices.set(document.uri, 'on', document.languageId);
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
    }
  };

  const safely = (document: vscode.TextDocument): void => {
    recognize(document).catch((error: unknown) => log.error(`recognition: ${String(error)}`));
  };
  for (const document of vscode.workspace.textDocuments) safely(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(safely),
    // A page that was read again in the right encoding is the same document with other text.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (encodings.isMended(document)) safely(document);
    }),
    registerCommand(log, Command.toggle, toggle),
  );
}

/** Output channels, diffs of Git and the like are plain text too, but nobody annotates them. */
function isInternal(document: vscode.TextDocument): boolean {
  return document.uri.scheme === 'output' || document.uri.scheme === 'git';
}
