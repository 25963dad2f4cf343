import * as vscode from 'vscode';
import { looksLikeNewsPage } from '../../../newsmark';

const REPLACEMENT = '\uFFFD';
/** GB18030 reads every GBK and GB2312 file; Big5 is the other encoding that Chinese papers left behind. */
const LEGACY_ENCODINGS = ['gb18030', 'big5hkscs'] as const;

/** Offers to read a page in the encoding that makes sense of it, where the present one leaves broken characters. */
export class EncodingOffer {
  /** Files that opened with broken characters. */
  readonly #asked = new Set<string>();

  /** Whether a file that opened with broken characters has none any more; says so once. */
  isMended(document: vscode.TextDocument): boolean {
    const key = document.uri.toString();
    return this.#asked.has(key) && !document.getText().includes(REPLACEMENT) && this.#asked.delete(key);
  }

  /** Asks at most once a file; does nothing for a text without broken characters. */
  async offer(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    if (this.#asked.has(key) || document.isDirty || document.isUntitled) return;
    if (!document.getText().includes(REPLACEMENT)) return;
    this.#asked.add(key);
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    if (bytes.includes(0)) return;
    const encoding = await readableEncoding(bytes);
    if (!encoding) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'This file has characters that could not be decoded. Use "Reopen with Encoding" before you annotate it.',
        ),
      );
      return;
    }
    const name = encoding.toUpperCase();
    const reopen = vscode.l10n.t('Reopen as {0}', name);
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('This page is not in UTF-8: its characters are broken. It reads well as {0}.', name),
      reopen,
    );
    if (choice === reopen) await vscode.workspace.openTextDocument(document.uri, { encoding });
  }
}

async function readableEncoding(bytes: Uint8Array): Promise<string | undefined> {
  for (const encoding of LEGACY_ENCODINGS) {
    const text = await vscode.workspace.decode(bytes, { encoding });
    if (!text.includes(REPLACEMENT) && looksLikeNewsPage(text)) return encoding;
  }
  return undefined;
}
