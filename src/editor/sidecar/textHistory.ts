import {
  type Anchored,
  type Annotation,
  type Orphan,
  pageHash,
  type PageText,
  shiftAll,
  type Sidecar,
  type TextChange,
} from '../../newsmark';

interface Version {
  /** What led from the version before to this one, from the end of the text to its start. */
  readonly changes: readonly TextChange[];
  /** Present for the newest versions only: undo brings their text back. */
  page: PageText | undefined;
  /** Hash of the text, where a sidecar was written for it. */
  hash: string | undefined;
}

/** The annotations of a sidecar on a version of the text. */
interface Places {
  readonly sidecar: Sidecar;
  readonly at: number;
  /** What each item was before the text changed. */
  readonly before: readonly Annotation[];
  readonly items: readonly Annotation[];
  readonly orphans: readonly Orphan[];
}

/** Characters of older versions that are kept to recognise an undo. */
const KEPT_CHARACTERS = 20_000_000;

/** The versions of a page's text in this session: how spans that belong to one of them moved to the current one. */
export class TextHistory {
  readonly #versions: Version[];
  /** Where annotations were last, and where they were when they were found by their words. */
  #moved: Places | undefined;
  #anchored: Places | undefined;

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
      if (this.#moved && this.#moved.at > earlier) this.#moved = undefined;
      if (this.#anchored && this.#anchored.at > earlier) this.#anchored = undefined;
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
    const start = [this.#moved, this.#anchored].find((places) => places?.sidecar === sidecar) ?? this.#written(sidecar);
    if (!start) return undefined;
    let { items } = start;
    for (const { changes } of this.#versions.slice(start.at + 1)) items = shiftAll(items, changes);
    this.#moved = { ...start, at: this.#versions.length - 1, items };
    return splitLost(this.#moved, this.current);
  }

  /**
   * Finds the annotations of a sidecar by their words: on the text that it was written for, where this session has it
   * (somebody may type before the file is read), else on the current one. From there on they move with the text.
   */
  find(sidecar: Sidecar, find: (page: PageText) => Anchored): Anchored {
    const { length, sha256 } = sidecar.page;
    const own = this.#versions.findLastIndex(({ page }) => page?.text.length === length && pageHash(page) === sha256);
    const at = own < 0 ? this.#versions.length - 1 : own;
    const { annotations, orphans } = find(this.#versions[at]!.page!);
    this.#anchored = { sidecar, at, before: annotations, items: annotations, orphans };
    return this.move(sidecar)!;
  }

  /** The places in a sidecar that was written for a text of this session. */
  #written(sidecar: Sidecar): Places | undefined {
    const at = this.#versions.findLastIndex((version) => version.hash === sidecar.page.sha256);
    const { annotations } = sidecar;
    return at < 0 ? undefined : { sidecar, at, before: annotations, items: annotations, orphans: [] };
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
function splitLost({ before, items, orphans }: Places, page: PageText): Anchored {
  const annotations: Annotation[] = [];
  const lost: Orphan[] = [...orphans];
  items.forEach((item, index) => {
    const old = before[index]!;
    const gone = item.start === item.end && item.quote !== '';
    const unmoved = item === old && page.text.slice(item.start, item.end) !== item.quote;
    if (gone || unmoved || old.lost) lost.push({ annotation: old, candidates: [] });
    else annotations.push(item);
  });
  return { annotations, orphans: lost };
}
