import type { AttributeValue, Relation } from '../../annotations/model';
import type { ImportFiles, ImportPlace, ImportProblem, ReadDocument, Reader, ReadSpan } from '../reading';
import { parseRemainder, REMAINDER, withRemainder } from '../remainder';
import { stableId } from '../stableId';
import { STATE } from './lines';

/**
 * Reads pairs of `name.txt` and `name.ann`. Spans in parts become one span from the first to the last part; whether only
 * blanks stand between is seen when its quote is compared. Equivalences and normalizations become relations and
 * attributes; events have no place here and are told.
 */
export const bratReader: Reader = {
  id: 'brat',
  async *read(files, problem) {
    for (const path of files.paths.filter((one) => one.endsWith('.ann'))) yield await readPair(files, path, problem);
  },
};

async function readPair(
  files: ImportFiles,
  path: string,
  problem: (message: ImportProblem) => void,
): Promise<ReadDocument> {
  const textPath = path.replace(/ann$/, 'txt');
  const text = files.paths.includes(textPath) ? await files.text(textPath) : undefined;
  const ann = new AnnFile(stableId(text ?? path), problem);
  let line = 0;
  for await (const content of files.lines(path)) ann.add(content, { file: path, line: ++line });
  return { id: textPath, text, unit: 'code-point', spans: ann.spans(), place: { file: path } };
}

/** A span while other lines still tell about it. */
interface Draft {
  readonly tag: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string | undefined;
  readonly place: ImportPlace;
}

/** A line about other lines, and those may stand behind it. */
interface Later {
  readonly id: string;
  readonly data: string;
  readonly tail: string;
  readonly place: ImportPlace;
}

type Trouble = Extract<ImportProblem['code'], 'malformed' | 'unsupported' | 'duplicate-id' | 'broken-relation'>;

const TEXT = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/;
const RELATION = /^(\S+) [^\s:]+:(\S+) [^\s:]+:(\S+)$/;
const VALUE = /^(\S+) (\S+)(?: (.*))?$/;

class AnnFile {
  /** Of the text: wherever its file stands, spans have the same ids. */
  readonly #key: string;
  readonly #problem: (message: ImportProblem) => void;
  readonly #drafts = new Map<string, Draft>();
  readonly #abouts = new Map<string, About>();
  readonly #laters: Later[] = [];

  constructor(key: string, problem: (message: ImportProblem) => void) {
    this.#key = key;
    this.#problem = problem;
  }

  add(line: string, place: ImportPlace): void {
    if (line.trim() === '') return;
    const trouble = this.#read(line, place);
    if (trouble) this.#problem({ code: trouble, place, detail: line });
  }

  spans(): readonly ReadSpan[] {
    for (const later of this.#laters) {
      const trouble = this.#take(later);
      if (trouble) this.#problem({ code: trouble, place: later.place, detail: `${later.id}\t${later.data}` });
    }
    return [...this.#drafts].map(([id, draft]) => this.#abouts.get(id)!.span(draft));
  }

  #read(line: string, place: ImportPlace): Trouble | undefined {
    const [id = '', data, ...tail] = line.split('\t');
    if (data === undefined || !/^(\*|[A-Z]\S*|#\S+)$/.test(id)) return 'malformed';
    if (!id.startsWith('T')) {
      this.#laters.push({ id, data: data.trim(), tail: tail.join('\t').trim(), place });
      return undefined;
    }
    const [, tag, parts] = TEXT.exec(data.trim()) ?? [];
    if (tag === undefined || parts === undefined) return 'malformed';
    if (this.#drafts.has(id)) return 'duplicate-id';
    const offsets = parts.split(/[; ]/).map(Number);
    const [start, end] = [Math.min(...offsets), Math.max(...offsets)];
    this.#drafts.set(id, { tag, start, end, quote: tail.length > 0 ? tail.join('\t') : undefined, place });
    this.#abouts.set(id, new About(stableId(this.#key, tag, start, end)));
    return undefined;
  }

  #take({ id, data, tail }: Later): Trouble | undefined {
    switch (id.charAt(0)) {
      case 'A':
      case 'M':
      case 'N':
        return this.#attribute(data);
      case '#':
        return this.#comment(data, tail);
      case 'R': {
        const [, label, from, to] = RELATION.exec(data) ?? [];
        return label === undefined ? 'malformed' : this.#relate(label, from!, [to!]);
      }
      case '*': {
        const [label = '', first = '', ...others] = data.split(/\s+/);
        return others.length === 0 ? 'malformed' : this.#relate(label, first, others);
      }
      default:
        return 'unsupported';
    }
  }

  #attribute(data: string): Trouble | undefined {
    const [, name, target, value] = VALUE.exec(data) ?? [];
    if (name === undefined) return 'malformed';
    const about = this.#abouts.get(target!);
    about?.attribute(name, value ?? true);
    return about ? undefined : 'unsupported';
  }

  #comment(data: string, text: string): Trouble | undefined {
    const [, type, target] = VALUE.exec(data) ?? [];
    if (type === undefined) return 'malformed';
    const about = this.#abouts.get(target!);
    if (about && (type !== REMAINDER || !about.remain(text))) about.notes.push(text);
    return about ? undefined : 'unsupported';
  }

  #relate(label: string, from: string, others: readonly string[]): Trouble | undefined {
    const source = this.#abouts.get(from);
    const targets = others.flatMap((id) => this.#abouts.get(id) ?? []);
    source?.relations.push(...targets.map((target) => ({ label, target: target.id })));
    return source && targets.length === others.length ? undefined : 'broken-relation';
  }
}

/** What other lines say about a span. */
class About {
  readonly id: string;
  readonly notes: string[] = [];
  readonly relations: Relation[] = [];
  readonly #attributes: Record<string, AttributeValue> = {};
  #remainder: ReturnType<typeof parseRemainder>;

  constructor(id: string) {
    this.id = id;
  }

  attribute(name: string, value: string | true): void {
    this.#attributes[name] = value;
  }

  remain(json: string): boolean {
    try {
      this.#remainder = parseRemainder(JSON.parse(json));
    } catch {
      this.#remainder = undefined;
    }
    return this.#remainder !== undefined;
  }

  span({ tag, ...place }: Draft): ReadSpan {
    const { [STATE]: state, ...attributes } = this.#attributes;
    const span: ReadSpan = {
      id: this.id,
      layer: 'entity',
      label: tag,
      ...place,
      suggested: state === 'suggested',
      ...(state === 'rejected' && { rejected: true }),
      ...(Object.keys(attributes).length > 0 && { attributes }),
      ...(this.relations.length > 0 && { relations: this.relations }),
      ...(this.notes.length > 0 && { note: this.notes.join('\n') }),
    };
    return withRemainder(span, this.#remainder);
  }
}
