import type { Document } from './document';
import type { Loss, LossCode } from './format';
import { type SetName, SETS } from './splits';

/** Losses that are kept with their words; of the others only the number is known. */
const MAX_LISTED = 1000;

/** What an export wrote and what it left out: numbers that stay small however large the export is. */
export class ExportReport {
  readonly format: string;
  readonly #labels = new Map<string, number>();
  readonly #sets = new Map<SetName, number>();
  readonly #codes = new Map<LossCode, number>();
  readonly #listed: Loss[] = [];
  #pages = 0;
  #documents = 0;
  #marks = 0;
  #lostMarks = 0;

  constructor(format: string) {
    this.format = format;
  }

  page(): void {
    this.#pages++;
  }

  document({ marks }: Document, set: SetName | undefined): void {
    this.#documents++;
    this.#marks += marks.length;
    for (const { layer, label } of marks) count(this.#labels, `${layer} ${label}`, 1);
    if (set) count(this.#sets, set, 1);
  }

  /** A span that is not written, or a part of one that is. Spans that a document held are no more counted as written. */
  lose(loss: Loss, fromDocument = false): void {
    count(this.#codes, loss.code, 1);
    if (this.#listed.length < MAX_LISTED) this.#listed.push(loss);
    if (loss.part) return;
    this.#lostMarks++;
    if (!fromDocument) return;
    this.#marks--;
    count(this.#labels, `${loss.layer} ${loss.label}`, -1);
  }

  get pages(): number {
    return this.#pages;
  }

  get documents(): number {
    return this.#documents;
  }

  /** Spans in the files. */
  get written(): number {
    return this.#marks;
  }

  /** Spans that are not in the files. */
  get lost(): number {
    return this.#lostMarks;
  }

  /** Spans in the files by layer and label, the most frequent first. */
  get labels(): readonly { readonly layer: string; readonly label: string; readonly count: number }[] {
    return [...this.#labels]
      .filter(([, number]) => number > 0)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([key, number]) => {
        const [layer = '', ...label] = key.split(' ');
        return { layer, label: label.join(' '), count: number };
      });
  }

  /** Documents by set; empty without a split. */
  get sets(): readonly { readonly set: SetName; readonly documents: number }[] {
    if (this.#sets.size === 0) return [];
    return SETS.map((set) => ({ set, documents: this.#sets.get(set) ?? 0 }));
  }

  /** How often each reason came up. */
  get codes(): ReadonlyMap<LossCode, number> {
    return this.#codes;
  }

  /** The first thousand losses. */
  get losses(): readonly Loss[] {
    return this.#listed;
  }

  /** Losses of which only the number is known. */
  get unlisted(): number {
    return [...this.#codes.values()].reduce((sum, number) => sum + number, 0) - this.#listed.length;
  }
}

function count<K>(counts: Map<K, number>, key: K, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
