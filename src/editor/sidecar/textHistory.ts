import { type Anchored, type Annotation, type PageText, shiftAll, type Sidecar, type TextChange } from '../../newsmark';

interface Version {
  /** What led from the version before to this one, from the end of the text to its start. */
  readonly changes: readonly TextChange[];
  /** Present for the newest versions only: undo brings their text back. */
  page: PageText | undefined;
  /** Hash of the text, where a sidecar was written for it. */
  hash: string | undefined;
}

/** Characters of older versions that are kept to recognise an undo. */
const KEPT_CHARACTERS = 20_000_000;

/** The versions of a page's text in this session: how spans that belong to one of them moved to the current one. */
export class TextHistory {
  readonly #versions: Version[];
  #placed: { readonly sidecar: Sidecar; readonly at: number; readonly items: readonly Annotation[] } | undefined;

  constructor(page: PageText) {
    this.#versions = [{ changes: [], page, hash: undefined }];
  }

  get current(): PageText {
    return this.#versions.at(-1)!.page!;
  }

  /** The text changed, from its end to its start. A text that was there before takes the history back to it, so that undo revives what it deleted. */
  push(changes: readonly TextChange[], page: PageText): void {
    const earlier = this.#versions.findLastIndex(
      (version) => version.page?.text.length === page.text.length && version.page.text === page.text,
    );
    if (earlier >= 0) {
      this.#versions.length = earlier + 1;
      if (this.#placed && this.#placed.at > earlier) this.#placed = undefined;
      return;
    }
    this.#versions.push({ changes, page, hash: undefined });
    this.#forget();
  }

  /** A sidecar was written for, or matches, the current text. */
  mark(hash: string): void {
    this.#versions.at(-1)!.hash = hash;
  }

  /** The annotations of a sidecar on the current text; undefined where this session has not seen the text it is for. */
  move(sidecar: Sidecar): Anchored | undefined {
    const last = this.#versions.length - 1;
    let from = this.#placed?.sidecar === sidecar ? this.#placed.at : undefined;
    let items = from === undefined ? sidecar.annotations : this.#placed!.items;
    from ??= this.#versions.findLastIndex((version) => version.hash === sidecar.page.sha256);
    if (from < 0) return undefined;
    for (const version of this.#versions.slice(from + 1)) {
      items = shiftAll(items, version.changes);
    }
    this.#placed = { sidecar, at: last, items };
    return splitLost(sidecar, items, this.current);
  }

  /** Lets go of old texts, not of how they changed. */
  #forget(): void {
    let characters = 0;
    for (let i = this.#versions.length - 1; i >= 0; i--) {
      const version = this.#versions[i]!;
      characters += version.page?.text.length ?? 0;
      if (characters > KEPT_CHARACTERS && i < this.#versions.length - 1) version.page = undefined;
    }
  }
}

/**
 * Spans whose whole text is gone are orphans as long as it is; so are those that were lost when the sidecar was written
 * and those that never held on their own text.
 */
function splitLost(sidecar: Sidecar, items: readonly Annotation[], page: PageText): Anchored {
  const annotations: Annotation[] = [];
  const orphans: Anchored['orphans'][number][] = [];
  items.forEach((item, index) => {
    const before = sidecar.annotations[index]!;
    const gone = item.start === item.end && item.quote !== '';
    const unmoved = item === before && page.text.slice(item.start, item.end) !== item.quote;
    if (gone || unmoved || before.lost) orphans.push({ annotation: before, candidates: [] });
    else annotations.push(item);
  });
  return { annotations, orphans };
}
