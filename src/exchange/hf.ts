import type { Scheme } from '../annotations/scheme';
import type { Document, Mark } from './document';
import type { Format, FormatWriter, Output, WriterContext } from './format';
import type { ExportRequest } from './request';
import { sequencesOf } from './sequences';
import { tagOf } from './tagOf';
import { allTags, tagsOf } from './tagSets';

/**
 * Token classification for Hugging Face: JSON Lines `{"id", "tokens", "ner_tags"}`, a sequence of characters (Unicode code
 * points without blanks) a line, tags as numbers of the `ClassLabel` whose names stand in `README.md` (where `datasets`
 * looks for them) and in `features.json`. Sequences and what becomes of nested spans: {@link sequencesOf}.
 */
export const hf: Format = {
  id: 'hf',
  files: 'all',
  keepsState: false,
  open: (context) => new Writer(context),
};

class Writer implements FormatWriter {
  readonly #context: WriterContext;
  readonly #path: string;
  readonly #tags: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #labels: ReadonlySet<string>;

  constructor(context: WriterContext) {
    this.#context = context;
    this.#path = pathOf(context.name);
    const labels = labelsOf(context.scheme, context.request);
    this.#labels = new Set(labels);
    this.#tags = allTags(labels, context.request.tags);
    this.#numbers = new Map(this.#tags.map((tag, index) => [tag, index]));
  }

  add(document: Document): readonly Output[] {
    const { request } = this.#context;
    const marks = document.marks.filter((mark) => this.#holds(document, mark));
    const sequences = sequencesOf({ ...document, marks }, request.sequence, (_, mark, code) => {
      this.#context.lose(document, mark, code);
    });
    const lines = sequences.map((sequence, index) => {
      const numbers = tagsOf(sequence, request.tags).map((tag) => this.#numbers.get(tag)!);
      return JSON.stringify({ id: `${document.id}:${index + 1}`, tokens: sequence.characters, ner_tags: numbers });
    });
    return [{ path: this.#path, content: lines.map((line) => `${line}\n`).join('') }];
  }

  close(): readonly Output[] {
    const data = { path: this.#path, content: '' };
    // With a split every set has its writer; the first one describes all.
    if (this.#context.name !== 'newsmark' && this.#context.name !== 'train') return [data];
    return [
      data,
      { path: 'README.md', content: cardOf(this.#tags, this.#context.request) },
      { path: 'features.json', content: `${JSON.stringify(featuresOf(this.#tags), null, 2)}\n` },
    ];
  }

  /** Labels that the scheme does not have are no classes. */
  #holds(document: Document, mark: Mark): boolean {
    if (!this.#labels.has(tagOf(mark))) {
      this.#context.lose(document, mark, 'label');
      return false;
    }
    for (const name of Object.keys(mark.attributes ?? {})) this.#context.lose(document, mark, 'attribute', name);
    for (const { label } of mark.relations ?? []) this.#context.lose(document, mark, 'relation', label);
    if (mark.note) this.#context.lose(document, mark, 'note');
    return true;
  }
}

const ROLES = ['headline', 'kicker', 'deck', 'subhead', 'byline', 'body', 'caption', 'credit', 'furniture'];

/** Everything that a tag can say: the scheme, and the fixed names of the other layers. */
function labelsOf(scheme: Scheme, { layers }: ExportRequest): readonly string[] {
  return [
    ...(layers.includes('entity') ? scheme.labels.map(({ id }) => id) : []),
    ...(layers.includes('figure') ? ['FIGURE'] : []),
    ...(layers.includes('byline') ? ['BYLINE'] : []),
    ...(layers.includes('structure') ? ROLES.map((role) => role.toUpperCase()) : []),
  ];
}

function pathOf(name: string): string {
  return `data/${name}.jsonl`;
}

/** The names that `datasets` knows the sets by. */
const SPLITS: Readonly<Record<string, string>> = { train: 'train', dev: 'validation', test: 'test' };

function cardOf(tags: readonly string[], { split }: ExportRequest): string {
  const files = split ? Object.entries(SPLITS) : [['newsmark', 'train'] as const];
  const lines = [
    '---',
    'language:',
    '- zh',
    'task_categories:',
    '- token-classification',
    'dataset_info:',
    '  features:',
    '  - name: id',
    '    dtype: string',
    '  - name: tokens',
    '    list: string',
    '  - name: ner_tags',
    '    list:',
    '      class_label:',
    '        names:',
    ...tags.map((tag, index) => `          '${index}': ${JSON.stringify(tag)}`),
    'configs:',
    '- config_name: default',
    '  data_files:',
    ...files.flatMap(([name, set]) => [`  - split: ${set}`, `    path: ${pathOf(name)}`]),
    '---',
    '',
    'One character a token. `load_dataset("path of this folder")` loads it with its class labels.',
    '',
  ];
  return lines.join('\n');
}

/** As `Features.from_dict` of `datasets` takes it. */
function featuresOf(tags: readonly string[]): object {
  return {
    id: { dtype: 'string', _type: 'Value' },
    tokens: { feature: { dtype: 'string', _type: 'Value' }, _type: 'List' },
    ner_tags: { feature: { names: tags, _type: 'ClassLabel' }, _type: 'List' },
  };
}
