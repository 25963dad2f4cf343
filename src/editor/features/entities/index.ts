import * as vscode from 'vscode';
import { entitiesOnPage, entityQuestion, inScheme, taggedWords } from '../../../newsmark';
import type { EntityFinder, PageText } from '../../../newsmark';
import { Coalesced } from '../../coalesced';
import { Setting } from '../../contributions';
import { Disposable } from '../../disposable';
import type { Log } from '../../log';
import type { Page } from '../../pages/page';
import type { Pages } from '../../pages/pages';
import type { Schemes } from '../../schemes';
import { setting } from '../../settings';

/** Suggestions of entities may come a little after the rest: nobody waits for them. */
const DELAY_MS = 300;
/** Longer pages have no entities suggested: a second of the segmenter and thousands of marks help nobody. */
const MAX_LENGTH = 200_000;

/** What entities of a page were found in: the text, and what people had tagged. */
interface Asked {
  readonly text: PageText;
  /** The paragraphs: an edit of the structure makes others of the same text. */
  readonly paragraphs: unknown;
  readonly tagged: string;
}

/**
 * Finds entities of the pages that are shown, in the segmenter's thread, whenever their text has settled or people have
 * tagged something, and hands them to the page as suggestions. They are guesses: nothing is stored of them until a
 * person accepts or rejects one.
 */
export function registerEntities(pages: Pages, schemes: Schemes, finder: EntityFinder, log: Log): vscode.Disposable {
  return new Entities(pages, schemes, finder, log);
}

class Entities extends Disposable {
  readonly #pages: Pages;
  readonly #schemes: Schemes;
  readonly #finder: EntityFinder;
  readonly #log: Log;
  readonly #asked = new WeakMap<Page, Asked>();
  readonly #busy = new WeakSet<Page>();
  readonly #refresh = this.register(new Coalesced(DELAY_MS, () => this.#findAll()));

  constructor(pages: Pages, schemes: Schemes, finder: EntityFinder, log: Log) {
    super();
    this.#pages = pages;
    this.#schemes = schemes;
    this.#finder = finder;
    this.#log = log;
    const soon = (): void => this.#refresh.request();
    this.register(pages.onDidOpen(soon));
    this.register(pages.onDidSettle(soon));
    this.register(vscode.window.onDidChangeVisibleTextEditors(soon));
    this.register(schemes.onDidChange(() => this.#forget()));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(Setting.suggestEntities)) this.#forget();
      }),
    );
    soon();
  }

  /** What was found is found anew: with other labels, or not at all. */
  #forget(): void {
    for (const page of this.#pages.all()) this.#asked.delete(page);
    this.#refresh.request();
  }

  #findAll(): void {
    const shown = new Set(vscode.window.visibleTextEditors.map(({ document }) => this.#pages.get(document)));
    for (const page of shown) {
      if (!page) continue;
      this.#find(page).catch((error: unknown) => this.#log.error(`entities: ${String(error)}`));
    }
  }

  async #find(page: Page): Promise<void> {
    // One question a page at a time: when it is answered, or the page has settled, this is called again.
    if (this.#busy.has(page) || !page.isSettled) return;
    const { text } = page;
    if (!setting(Setting.suggestEntities, page.uri) || text.text.length > MAX_LENGTH) {
      page.setEntities([], text);
      return;
    }
    const { analysis } = page;
    const labels = this.#schemes.of(page.uri).labels;
    const tagged = this.#taggedFor(page);
    const asked: Asked = { text, paragraphs: analysis.paragraphs, tagged: JSON.stringify(tagged) };
    if (isSame(this.#asked.get(page), asked)) return;
    this.#asked.set(page, asked);
    this.#busy.add(page);
    try {
      const found = await this.#finder.findEntities(entityQuestion(analysis, tagged));
      page.setEntities(inScheme(entitiesOnPage(text.text, analysis, found), labels), text);
    } finally {
      this.#busy.delete(page);
    }
    if (!this.isDisposed) this.#refresh.request();
  }

  /** What people tagged on the page and on the other open ones, with labels that the page's scheme has. */
  #taggedFor(page: Page): ReturnType<typeof taggedWords> {
    const others = this.#pages.all().filter((other) => other !== page && !other.isTooLong);
    const all = taggedWords(
      [page, ...others].map(({ text, annotations }) => ({ text: text.text, annotations: annotations.items })),
    );
    return all.filter(({ label }) => this.#schemes.label(page.uri, label));
  }
}

function isSame(a: Asked | undefined, b: Asked): boolean {
  return a?.text === b.text && a.paragraphs === b.paragraphs && a.tagged === b.tagged;
}
