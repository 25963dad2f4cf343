import type { AttributeValue } from '../annotations/model';
import { configurationOf, visualsOf } from './brat/configuration';
import { fragmentsOf, SEPARATOR } from './brat/fragments';
import { jsonLine, oneLine, STATE } from './brat/lines';
import { BratNames, isPlainValue, storageName } from './brat/names';
import type { Document, Mark } from './document';
import type { Format, FormatWriter, Output, WriterContext } from './format';
import { Offsets, verifiedSpan } from './offsets';
import { REMAINDER, remainderOf } from './remainder';
import { tagOf } from './tagOf';

export { bratReader } from './brat/read';

/**
 * brat standoff: `name.txt` and `name.ann` for each document, `annotation.conf` and `visual.conf` for all. Offsets are
 * code points. A span over a line end is written as parts, without the blanks around the line end. Attributes that brat
 * has no form for (texts, several values), the kinds of figures and what was read in them stand in a comment of the
 * type `newsmark` as JSON.
 */
export const brat: Format = { id: 'brat', files: 'each', keepsState: true, open: (context) => new BratWriter(context) };

class BratWriter implements FormatWriter {
  readonly #context: WriterContext;
  readonly #labels = new BratNames();
  readonly #relations = new Set<string>();
  #states = false;

  constructor(context: WriterContext) {
    this.#context = context;
    for (const { id } of context.scheme.labels) this.#labels.nameOf(id);
  }

  add(document: Document): readonly Output[] {
    const lines = new AnnLines();
    const ids = new Map<string, string>();
    const offsets = new Offsets(document.text);
    for (const mark of document.marks) {
      const line = this.#textLine(document, mark, offsets);
      if (line === undefined) continue;
      const id = lines.add('T', line);
      ids.set(mark.id, id);
      this.#describe(lines, mark, id);
    }
    for (const mark of document.marks) {
      for (const { label, target } of mark.relations ?? []) {
        const [from, to] = [ids.get(mark.id), ids.get(target)];
        if (from === undefined) continue;
        if (to === undefined) {
          this.#context.lose(document, mark, 'relation', label);
          continue;
        }
        this.#relations.add(label);
        lines.add('R', `${storageName(label)} Arg1:${from} Arg2:${to}`);
      }
    }
    return [
      { path: `${document.name}.txt`, content: document.text },
      { path: `${document.name}.ann`, content: lines.text },
    ];
  }

  close(): readonly Output[] {
    const { name, request, scheme } = this.#context;
    // Each set of a split has a folder of its own.
    const folder = request.split ? `${name}/` : '';
    const labels = this.#labels.names;
    const conf = configurationOf(scheme, { labels, relations: [...this.#relations], state: this.#states });
    return [
      { path: `${folder}annotation.conf`, content: conf },
      { path: `${folder}visual.conf`, content: visualsOf(scheme, labels) },
    ];
  }

  #textLine(document: Document, mark: Mark, offsets: Offsets): string | undefined {
    const { text } = document;
    if (!verifiedSpan(text, offsets, 'code-point', mark)) {
      this.#context.lose(document, mark, 'quote-differs');
      return undefined;
    }
    const fragments = fragmentsOf(text, mark);
    if (fragments.length === 0) {
      this.#context.lose(document, mark, 'empty');
      return undefined;
    }
    const name = this.#labels.nameOf(tagOf(mark));
    if (name === undefined) {
      this.#context.lose(document, mark, 'label');
      return undefined;
    }
    const parts = fragments.map((fragment) => offsets.spanIn('code-point', fragment));
    const places = parts.map(({ start, end }) => `${start} ${end}`).join(';');
    const words = fragments.map(({ start, end }) => text.slice(start, end)).join(SEPARATOR);
    return `${name} ${places}\t${words}`;
  }

  /** Attributes, the rest as JSON, and the note. */
  #describe(lines: AnnLines, mark: Mark, id: string): void {
    const others: Record<string, AttributeValue> = {};
    for (const [name, value] of Object.entries(mark.attributes ?? {})) {
      const stored = storageName(name) === name;
      if (stored && value === true) lines.add('A', `${name} ${id}`);
      else if (stored && typeof value === 'string' && this.#isChoice(name) && isPlainValue(value)) {
        lines.add('A', `${name} ${id} ${value}`);
      } else others[name] = value;
    }
    if (mark.state === 'suggested' || mark.state === 'rejected') {
      this.#states = true;
      lines.add('A', `${STATE} ${id} ${mark.state}`);
    }
    const note = mark.note === undefined ? '' : oneLine(mark.note);
    if (note !== '') lines.add('#', `AnnotatorNotes ${id}\t${note}`);
    const full = mark.note !== undefined && mark.note !== note ? { note: mark.note } : {};
    const rest = remainderOf(mark, { attributes: others, ...full }, storageName(mark.label) !== mark.label);
    if (rest) lines.add('#', `${REMAINDER} ${id}\t${jsonLine(rest)}`);
  }

  #isChoice(name: string): boolean {
    const attribute = this.#context.scheme.attributes?.find(({ id }) => id === name);
    return attribute?.type === 'choice' && !attribute.multiple;
  }
}

/** Lines of an .ann file; every kind counts for itself. */
class AnnLines {
  readonly #counts = new Map<string, number>();
  #text = '';

  add(kind: 'T' | 'A' | 'R' | '#', line: string): string {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    this.#text += `${kind}${count}\t${line}\n`;
    return `${kind}${count}`;
  }

  get text(): string {
    return this.#text;
  }
}
