import { type Analysis, analyze, MAX_PAGE_LENGTH, NO_ANALYSIS } from '../analysis';
import type { Annotation } from '../annotations/model';
import type { TextChange } from '../annotations/moves';
import type { PageText } from '../page/text';
import { joinChanges } from './joinChanges';
import { moveAnalysis } from './moveAnalysis';
import type { PageReader } from './pageReader';

/** Longer pages are read by the {@link PageReader}: shorter ones take less than 16 ms, the time of a frame. */
export const MAX_AT_ONCE = 10_000;
/** A typist who pauses for so long has finished a word. */
const PAUSE_MS = 200;

/** What an analysis is of: the same objects as long as neither changed. `decided` is read seldom and may be computed. */
export interface PageState {
  readonly text: PageText;
  /** The annotations that change the analysis. */
  readonly decided: readonly Annotation[];
}

/**
 * The analysis of a page that is edited. A long page is read by somebody else while nobody waits; until the answer is
 * there, the last analysis is moved through the edits. Answers that are of an older text are dropped.
 */
export class LiveAnalysis {
  readonly #page: string;
  readonly #reader: PageReader;
  readonly #state: () => PageState;
  readonly #onSettle: () => void;
  #read: (PageState & { readonly analysis: Analysis }) | undefined;
  /** What was read last, moved through the edits that came since, except those that are still to be applied. */
  #moved = NO_ANALYSIS;
  #pending: (readonly TextChange[])[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReading = false;
  #isDisposed = false;
  #waiting: (() => void)[] = [];

  /** `page` names the page; `onSettle` is called whenever the analysis of what `state` gives has become known. */
  constructor(page: string, reader: PageReader, state: () => PageState, onSettle: () => void) {
    this.#page = page;
    this.#reader = reader;
    this.#state = state;
    this.#onSettle = onSettle;
  }

  /** The analysis of the page as it is now; the last one, moved, as long as {@link isSettled} is false. */
  get value(): Analysis {
    const state = this.#state();
    if (this.#holds(state)) return this.#read!.analysis;
    if (isShort(state)) this.#take(state, analyze(state.text, state.decided));
    else if (isTooLong(state)) this.#take(state, NO_ANALYSIS);
    for (const changes of this.#pending) this.#moved = moveAnalysis(this.#moved, changes);
    this.#pending = [];
    return this.#moved;
  }

  /** Whether {@link value} is exact. */
  get isSettled(): boolean {
    const state = this.#state();
    return isShort(state) || isTooLong(state) || this.#holds(state);
  }

  /** The text changed: replacements without overlaps, from its end to its start. The state is the new one already. */
  textChanged(changes: readonly TextChange[]): void {
    const last = this.#pending.at(-1);
    const joined = last?.length === 1 && changes.length === 1 ? joinChanges(last[0]!, changes[0]!) : undefined;
    if (joined) this.#pending[this.#pending.length - 1] = [joined];
    else this.#pending.push(changes);
    this.#request(PAUSE_MS);
  }

  /** Something else than the text may have changed; also asks for the first analysis. */
  changed(): void {
    if (!this.isSettled) this.#request(0);
  }

  /** Until the analysis is exact; at once where it is, and where the page is gone. */
  settled(): Promise<void> {
    if (this.isSettled || this.#isDisposed) return Promise.resolve();
    this.#request(0);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#reader.close(this.#page);
    this.#release();
  }

  #holds(state: PageState): boolean {
    return this.#read?.text === state.text && this.#read.decided === state.decided;
  }

  #take(state: PageState, analysis: Analysis): void {
    this.#read = { text: state.text, decided: state.decided, analysis };
    this.#moved = analysis;
    this.#pending = [];
  }

  #request(delayMs: number): void {
    clearTimeout(this.#timer);
    if (this.#isDisposed) return;
    // What can be had at once is computed when it is asked for.
    if (this.isSettled) this.#settle();
    // Somebody waits for the answer: it is not put off by what is typed meanwhile.
    else this.#timer = setTimeout(() => void this.#readNow(), this.#waiting.length > 0 ? 0 : delayMs);
  }

  async #readNow(): Promise<void> {
    // The answer under way is of an older text or of this one; when it is there, the rest is decided.
    if (this.#isReading) return;
    this.#isReading = true;
    const { text, decided } = this.#state();
    const state: PageState = { text, decided };
    const isWanted = (): boolean => !this.#isDisposed && this.#isStill(state);
    const analysis = await this.#reader.read({ page: this.#page, ...state, isWanted });
    this.#isReading = false;
    if (this.#isDisposed) return;
    if (analysis && this.#isStill(state)) {
      this.#take(state, analysis);
      this.#settle();
    } else this.#request(PAUSE_MS);
  }

  #isStill({ text, decided }: PageState): boolean {
    const now = this.#state();
    return now.text === text && now.decided === decided;
  }

  #settle(): void {
    this.#release();
    this.#onSettle();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function isShort({ text }: PageState): boolean {
  return text.text.length <= MAX_AT_ONCE;
}

function isTooLong({ text }: PageState): boolean {
  return text.text.length > MAX_PAGE_LENGTH;
}
