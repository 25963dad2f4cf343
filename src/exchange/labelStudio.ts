import type { AttributeValue, Relation } from '../annotations/model';
import type { SchemeAttribute } from '../annotations/scheme';
import type { Document, Mark } from './document';
import type { Format, FormatWriter, Output, WriterContext } from './format';
import { configurationOf } from './labelStudio/configuration';
import { controlsOf, LABEL_CONTROL, NO, REJECTED, SUGGESTIONS, TEXT_OBJECT, YES } from './labelStudio/controls';
import { Offsets, verifiedSpan } from './offsets';
import type { Span } from '../page/model';
import { REMAINDER, remainderOf } from './remainder';
import { tagOf } from './tagOf';

export { labelStudioReader } from './labelStudio/read';

/**
 * Label Studio tasks, a JSON array in one file, and the labelling configuration as XML. Offsets are code points.
 * Decisions are annotations; what nobody decided on is a set of predictions, what was refused another. Attributes are
 * choices or texts of their region; what has no control (figures' values, authors) stands in the region's `meta`.
 */
export const labelStudio: Format = {
  id: 'label-studio',
  files: 'all',
  keepsState: true,
  open: (context) => new LabelStudioWriter(context),
};

type Container = 'decided' | 'suggested' | 'rejected';
type Item = Readonly<Record<string, unknown>>;

class LabelStudioWriter implements FormatWriter {
  readonly #context: WriterContext;
  readonly #path: string;
  readonly #controls: ReadonlyMap<string, SchemeAttribute>;
  readonly #labels = new Set<string>();
  readonly #relations = new Set<string>();
  readonly #symmetric: ReadonlySet<string>;
  #tasks = 0;

  constructor(context: WriterContext) {
    this.#context = context;
    this.#path = `${context.name}.json`;
    this.#controls = controlsOf(context.scheme);
    const symmetric = (context.scheme.relations ?? []).filter((relation) => relation.symmetric);
    this.#symmetric = new Set(symmetric.map(({ id }) => id));
  }

  add(document: Document): readonly Output[] {
    const { text, id, source, article } = document;
    const results = this.#results(document);
    const predictions = (['suggested', 'rejected'] as const)
      .filter((container) => results[container].length > 0)
      .map((container) => ({
        model_version: container === 'suggested' ? SUGGESTIONS : REJECTED,
        result: results[container],
      }));
    const task = {
      data: { text, document: id, source, ...(article && { title: article.title }) },
      annotations: results.decided.length > 0 ? [{ result: results.decided }] : [],
      predictions,
    };
    const before = this.#tasks++ === 0 ? '[\n' : ',\n';
    return [{ path: this.#path, content: before + JSON.stringify(task) }];
  }

  close(): readonly Output[] {
    const { name, request, scheme } = this.#context;
    const configuration = request.split ? `${name}.label-studio-config.xml` : 'label-studio-config.xml';
    return [
      { path: this.#path, content: this.#tasks === 0 ? '[]\n' : '\n]\n' },
      { path: configuration, content: configurationOf(scheme, this.#labels, this.#relations) },
    ];
  }

  #results(document: Document): Readonly<Record<Container, readonly Item[]>> {
    const results: Record<Container, Item[]> = { decided: [], suggested: [], rejected: [] };
    const containers = new Map<string, Container>();
    const offsets = new Offsets(document.text);
    for (const mark of document.marks) {
      const span = verifiedSpan(document.text, offsets, 'code-point', mark);
      if (!span) {
        this.#context.lose(document, mark, 'quote-differs');
        continue;
      }
      const container = containerOf(mark);
      containers.set(mark.id, container);
      results[container].push(...this.#region(mark, span));
    }
    for (const mark of document.marks) {
      const container = containers.get(mark.id);
      if (!container) continue;
      for (const relation of mark.relations ?? []) {
        // A relation and its ends are items of one result.
        if (containers.get(relation.target) === container) results[container].push(this.#relation(mark, relation));
        else this.#context.lose(document, mark, 'relation', relation.label);
      }
    }
    return results;
  }

  /** The label of a region and its attributes: items with one id. */
  #region(mark: Mark, span: Span): readonly Item[] {
    const label = tagOf(mark);
    this.#labels.add(label);
    const others: Record<string, AttributeValue> = {};
    const attributes = Object.entries(mark.attributes ?? {}).flatMap(([name, value]): readonly Item[] => {
      const written = valueOf(this.#controls.get(name), value);
      // A list of one comes back as one value: what it was stands in the meta data, too.
      if (!written || (Array.isArray(value) && value.length === 1)) others[name] = value;
      if (!written) return [];
      return [{ id: mark.id, from_name: name, to_name: TEXT_OBJECT, ...written, value: { ...span, ...written.value } }];
    });
    const { author, time } = mark;
    const remainder = remainderOf(mark, { attributes: others, author, time });
    const meta = {
      ...(mark.note && { text: [mark.note] }),
      ...(remainder && { [REMAINDER]: remainder }),
    };
    const region = {
      id: mark.id,
      from_name: LABEL_CONTROL,
      to_name: TEXT_OBJECT,
      type: 'labels',
      value: { ...span, text: mark.quote, labels: [label] },
      ...(Object.keys(meta).length > 0 && { meta }),
    };
    return [region, ...attributes];
  }

  #relation({ id }: Mark, { label, target }: Relation): Item {
    this.#relations.add(label);
    const direction = this.#symmetric.has(label) ? 'bi' : 'right';
    return { type: 'relation', from_id: id, to_id: target, direction, labels: [label] };
  }
}

function containerOf({ state }: Mark): Container {
  if (state === 'suggested' || state === 'rejected') return state;
  return 'decided';
}

/** What a control says of an attribute; undefined where it has no such value. */
function valueOf(
  control: SchemeAttribute | undefined,
  value: AttributeValue,
): { readonly type: string; readonly value: Item } | undefined {
  switch (control?.type) {
    case 'boolean':
      return typeof value === 'boolean' ? { type: 'choices', value: { choices: [value ? YES : NO] } } : undefined;
    case 'choice': {
      const choices = typeof value === 'string' ? [value] : value;
      const known = new Set(control.values?.map(({ id }) => id));
      if (!isList(choices) || choices.length === 0 || !choices.every((one) => known.has(one))) return undefined;
      return { type: 'choices', value: { choices } };
    }
    case 'text':
      return typeof value === 'string' && value !== '' ? { type: 'textarea', value: { text: [value] } } : undefined;
    case undefined:
      return undefined;
  }
}

const isList = (value: AttributeValue): value is readonly string[] => Array.isArray(value);
