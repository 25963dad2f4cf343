import * as vscode from 'vscode';
import {
  anchor,
  applyEdits,
  newSidecar,
  pageIdentity,
  parseSidecar,
  readPageText,
  requote,
  serializeSidecar,
} from '../../newsmark';
import type { Annotation, Orphan, PageText, Sidecar, SidecarEdit, SidecarError, TextChange } from '../../newsmark';
import { Command } from '../contributions';
import { Disposable } from '../disposable';
import { HumanError } from '../errors';
import type { Log } from '../log';
import type { KeptStates } from './keptStates';
import { describeRefusal } from './refusal';
import { createIfMissing, sidecarUri, writeIfDifferent, writePaired } from './sidecarFile';
import { TextHistory } from './textHistory';

type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly error: SidecarError }
  | {
      readonly kind: 'loaded';
      readonly sidecar: Sidecar;
      readonly items: readonly Annotation[];
      readonly orphans: readonly Orphan[];
    };

/** Makes the edits of one gesture from the annotations as they stand on the page now. */
export type Gesture = (
  items: readonly Annotation[],
  page: PageText,
  orphans: readonly Orphan[],
) => readonly SidecarEdit[];

/** The annotations of one page: read from its sidecar, kept on their text while it is edited, written back. */
export class PageAnnotations extends Disposable {
  readonly #page: vscode.TextDocument;
  readonly #states: KeptStates;
  readonly #log: Log;
  readonly #history: TextHistory;
  readonly #onDidChange = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#onDidChange.event;
  #last: State = { kind: 'none' };
  /** Whether the text has changed since {@link #last} was placed on it. */
  #isBehind = false;
  /** Kept so that VS Code does not let go of the document and its undo steps. */
  #sidecar: vscode.TextDocument | undefined;
  #shownText: string | undefined;
  /** Texts of the file with what they say, the newest first. */
  #known: readonly { readonly text: string; readonly sidecar: Sidecar }[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #told = false;
  /** Whether this session has written the file: what it was before is kept then. */
  #begun = false;
  /** What the file was before and after its offsets were moved by a save of the page, the newest last. */
  readonly #moves: { readonly before: string; readonly after: string }[] = [];

  constructor(page: vscode.TextDocument, states: KeptStates, log: Log) {
    super();
    this.#page = page;
    this.#states = states;
    this.#log = log;
    this.#history = new TextHistory(readPageText(page.getText()));
    const uri = this.#uri.toString();
    this.register(
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document.uri.toString() !== uri) return;
        const before = this.#shownText;
        this.#sidecarChanged(event.document);
        if (event.reason === undefined) return;
        this.#saveUndone(event.document);
        this.#passOver(event.reason, before);
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#sidecar) this.#sidecar = undefined;
      }),
    );
    if (page.isUntitled) return;
    const folder = vscode.Uri.joinPath(this.#uri, '..');
    const name = this.#uri.path.slice(this.#uri.path.lastIndexOf('/') + 1);
    const watcher = this.register(
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, escapeGlob(name))),
    );
    const reload = (): void => void this.load();
    this.register(watcher.onDidCreate(reload));
    this.register(watcher.onDidChange(reload));
    this.register(watcher.onDidDelete(reload));
  }

  /** Annotations on the current text; rejected ones too. Page order. */
  get items(): readonly Annotation[] {
    return this.#state.kind === 'loaded' ? this.#state.items : NONE;
  }

  /** Annotations that have lost their place. They stay in the file until a person decides. */
  get orphans(): readonly Orphan[] {
    return this.#state.kind === 'loaded' ? this.#state.orphans : NO_ORPHANS;
  }

  /** Why the sidecar is left alone, where it is. */
  get refusal(): SidecarError | undefined {
    return this.#last.kind === 'refused' ? this.#last.error : undefined;
  }

  get sidecarFile(): { readonly uri: vscode.Uri; readonly exists: boolean; readonly text: string | undefined } {
    return { uri: this.#uri, exists: this.#last.kind !== 'none', text: this.#shownText };
  }

  /** Hash of the text that the file was written for, as it states it; undefined where there is no readable file. */
  get writtenFor(): string | undefined {
    return this.#last.kind === 'loaded' ? this.#last.sidecar.page.sha256 : undefined;
  }

  get #uri(): vscode.Uri {
    return sidecarUri(this.#page.uri);
  }

  /** The sidecar as it would be written now, for the text as it stands in the editor; undefined where there is none. */
  get snapshot(): Sidecar | undefined {
    if (this.#state.kind !== 'loaded') return undefined;
    const page = this.#history.current;
    const identity = this.#identity(page);
    return {
      ...this.#state.sidecar,
      page: { ...this.#state.sidecar.page, ...identity },
      annotations: [...standing(this.#state, page, identity.sha256), ...this.#state.orphans.map(asLost)],
    };
  }

  /** Reads the sidecar, if there is one. Never throws: what is wrong with the file becomes the state. */
  load(): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#page.isUntitled || this.isDisposed) return;
      const document = await this.#openIfPresent();
      if (document) {
        this.#sidecarChanged(document);
        this.#tellOrphans();
      } else this.#setState({ kind: 'none' }, undefined);
    });
  }

  /** Says once, when a page opens, that its text is not the one that was annotated. */
  #tellOrphans(): void {
    if (this.#told || this.orphans.length === 0) return;
    this.#told = true;
    const show = vscode.l10n.t('Show Them');
    void vscode.window
      .showWarningMessage(
        vscode.l10n.t(
          'The text of this page changed since it was annotated: {0} of {1} annotations have no certain place. They stay in the file.',
          this.orphans.length,
          this.orphans.length + this.items.length,
        ),
        show,
      )
      .then((chosen) => {
        if (chosen === show) void vscode.commands.executeCommand(Command.placeOrphans);
      });
  }

  /** @throws HumanError where annotations of this page cannot be kept. */
  assertWritable(): void {
    if (this.#page.isUntitled) {
      throw new HumanError(
        'untitled',
        vscode.l10n.t('Save the page first: its annotations are kept in a file beside it.'),
      );
    }
    if (this.#state.kind === 'refused') throw new HumanError('refused', describeRefusal(this.#uri, this.#state.error));
    if (vscode.workspace.fs.isWritableFileSystem(this.#page.uri.scheme) === false) {
      throw new HumanError(
        'read-only',
        vscode.l10n.t(
          'This page is in a read-only place. Copy it into a folder that can be written, then annotate it.',
        ),
      );
    }
  }

  /** One gesture: one edit, one step of undo, saved. @throws HumanError where it cannot be written. */
  edit(gesture: Gesture): Promise<void> {
    return this.#enqueue(async () => {
      this.assertWritable();
      const page = this.#history.current;
      const edits = gesture(this.items, page, this.orphans);
      if (edits.length === 0) return;
      await this.#write(page, edits);
    });
  }

  /** The page was saved: offsets that moved while it was edited go into the file with it. */
  pageSaved(): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#state.kind !== 'loaded' || this.#state.sidecar.annotations.length === 0) return;
      const page = this.#history.current;
      if (this.#state.sidecar.page.sha256 === this.#identity(page).sha256) return;
      const before = this.#shownText;
      await this.#write(page, []);
      if (before !== undefined) this.#moves.push({ before, after: this.#shownText ?? before });
      if (this.#moves.length > KEPT_MOVES) this.#moves.shift();
    }).catch((error: unknown) => this.#log.error(`save: ${String(error)}`));
  }

  /** The text of the page changed, from its end to its start: spans move with it. */
  textChanged(changes: readonly TextChange[], text: PageText): void {
    this.#history.push(changes, text);
    this.#isBehind = true;
  }

  /** The state on the text as it is now. Many keys may come before somebody asks. */
  get #state(): State {
    if (this.#isBehind && this.#last.kind === 'loaded') this.#last = this.#placed(this.#last.sidecar);
    this.#isBehind = false;
    return this.#last;
  }

  async #write(page: PageText, edits: readonly SidecarEdit[]): Promise<void> {
    const identity = this.#identity(page);
    const base = this.snapshot ?? newSidecar(page, identity.file, identity.encoding);
    await createIfMissing(this.#uri, serializeSidecar(newSidecar(page, identity.file, identity.encoding)));
    const sidecar = await vscode.workspace.openTextDocument(this.#uri);
    this.#sidecar = sidecar;
    this.#history.mark(identity.sha256);
    const next = applyEdits(base, edits);
    const text = serializeSidecar(next);
    this.#remember(text, next);
    await this.#put(sidecar, text);
  }

  /** Keeps what a text says: our own writes come back as changes of the file, and undo brings what stood there before. */
  #remember(text: string, sidecar: Sidecar): void {
    this.#known = [{ text, sidecar }, ...this.#known.filter((each) => each.text !== text)].slice(0, KEPT_TEXTS);
  }

  /** Gives the file a text that it had, whatever is in it now; one step of undo. @throws HumanError */
  restore(text: string): Promise<void> {
    return this.#enqueue(async () => {
      await createIfMissing(this.#uri, text);
      const sidecar = await vscode.workspace.openTextDocument(this.#uri);
      this.#sidecar = sidecar;
      // Where VS Code has not yet seen what happened to the file on disk, its document needs no edit, but the file does.
      if (sidecar.getText() === text) await vscode.workspace.fs.writeFile(this.#uri, new TextEncoder().encode(text));
      else await this.#put(sidecar, text);
      this.#sidecarChanged(sidecar);
    });
  }

  /** Writes the file. The state is kept elsewhere first: VS Code empties a file before it writes it. */
  async #put(sidecar: vscode.TextDocument, text: string): Promise<void> {
    if (!this.#begun) {
      this.#begun = true;
      await this.#states.keep(this.#uri, sidecar.getText());
    }
    await this.#states.keep(this.#uri, text);
    await writePaired(this.#page, sidecar, text);
  }

  #identity(page: PageText): ReturnType<typeof pageIdentity> {
    const path = this.#page.uri.path;
    return pageIdentity(page, path.slice(path.lastIndexOf('/') + 1), this.#page.encoding);
  }

  #sidecarChanged(document: vscode.TextDocument): void {
    this.#sidecar = document;
    const text = document.getText();
    if (text === this.#shownText) return;
    this.#shownText = text;
    const known = this.#known.find((each) => each.text === text);
    const parsed = known ? { ok: true as const, sidecar: known.sidecar } : parseSidecar(text);
    if (parsed.ok) {
      this.#remember(text, parsed.sidecar);
      this.#place(parsed.sidecar, text);
      return;
    }
    const wasRefused = this.#state.kind === 'refused';
    this.#setState({ kind: 'refused', error: parsed.error }, text);
    this.#log.warn(`sidecar refused: ${parsed.error.code}`);
    if (!wasRefused && !document.isDirty) void this.#tellRefusal(parsed.error);
  }

  /** Says why the file is left alone, and offers what helps: to resolve a conflict, to restore what is kept of it. */
  async #tellRefusal(error: SidecarError): Promise<void> {
    const message = describeRefusal(this.#uri, error);
    if (error.code === 'conflict-markers') {
      const both = vscode.l10n.t('Take Both');
      const resolve = vscode.l10n.t('Resolve…');
      const chosen = await vscode.window.showWarningMessage(message, both, resolve);
      if (chosen === undefined) return;
      const choice = chosen === both ? ['both'] : [];
      await vscode.commands.executeCommand(Command.resolveConflict, this.#uri.toString(), ...choice);
      return;
    }
    const damaged = error.code === 'empty' || error.code === 'invalid-json';
    const restore = vscode.l10n.t('Restore…');
    const kept = damaged && (await this.#states.list(this.#uri)).length > 0;
    const chosen = await vscode.window.showWarningMessage(message, ...(kept ? [restore] : []));
    if (chosen === undefined) return;
    await vscode.window.showTextDocument(this.#page);
    await vscode.commands.executeCommand(Command.restore);
  }

  /**
   * Offsets that went into the file with a save of the page are a step of undo that nobody sees: undo and redo pass over
   * it to the step that the person means.
   */
  #passOver(reason: vscode.TextDocumentChangeReason, before: string | undefined): void {
    if (vscode.window.activeTextEditor?.document !== this.#page) return;
    const after = this.#shownText;
    const undoes = reason === vscode.TextDocumentChangeReason.Undo;
    const passes = this.#moves.some((move) =>
      undoes ? move.after === before && move.before === after : move.before === before && move.after === after,
    );
    if (passes) void vscode.commands.executeCommand(undoes ? 'undo' : 'redo');
  }

  /** Undo and redo leave the document changed but not saved: what the person sees must be what is on disk. */
  #saveUndone(document: vscode.TextDocument): void {
    void this.#enqueue(async () => {
      // Not only where `isDirty`: a step that comes while a save is under way is told to extensions as saved with it.
      if (document.isClosed || !(await document.save())) return;
      await writeIfDifferent(document);
    });
  }

  /** Puts the annotations of a sidecar onto the current text: by the edits since, where this session saw them all. */
  #place(sidecar: Sidecar, text = this.#shownText): void {
    this.#setState(this.#placed(sidecar), text);
  }

  #placed(sidecar: Sidecar): State {
    const { annotations, orphans } =
      this.#history.move(sidecar) ?? this.#history.find(sidecar, (page) => anchor(sidecar, page));
    return { kind: 'loaded', sidecar, items: annotations, orphans };
  }

  #setState(state: State, text: string | undefined): void {
    this.#last = state;
    this.#isBehind = false;
    this.#shownText = text;
    this.#onDidChange.fire();
  }

  async #openIfPresent(): Promise<vscode.TextDocument | undefined> {
    try {
      await vscode.workspace.fs.stat(this.#uri);
    } catch {
      return undefined;
    }
    return vscode.workspace.openTextDocument(this.#uri);
  }

  /** Gestures on one page run one after the other. */
  #enqueue<T>(run: () => PromiseLike<T>): Promise<T> {
    const result = this.#queue.then(run);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** The annotations with the quotes and contexts of the text that is written; an unchanged text has them already. */
function standing(state: State & { kind: 'loaded' }, page: PageText, hash: string): readonly Annotation[] {
  return state.sidecar.page.sha256 === hash ? state.items : requote(page, state.items);
}

/** What has no place keeps its old one and says so: it must not come to rest on whatever stands there now. */
function asLost({ annotation }: Orphan): Annotation {
  return { ...annotation, lost: true };
}

const KEPT_MOVES = 8;
const KEPT_TEXTS = 6;
const NONE: readonly Annotation[] = [];
const NO_ORPHANS: readonly Orphan[] = [];

function escapeGlob(name: string): string {
  return name.replace(/[[\]{}*?]/g, '[$&]');
}
