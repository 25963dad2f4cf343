import type { Document, Mark } from './document';
import type { Format, FormatWriter, Output, WriterContext } from './format';
import { FEATURES, NAMED_ENTITY, typeSystem } from './uimaTypes';
import { element, fitsXml } from './xml';

/**
 * UIMA CAS XMI 2.0, a file for each document and `TypeSystem.xml`. Offsets are UTF-16 code units into the sofa string.
 * Entities are DKPro's NamedEntity (`value`, `identifier`), which INCEpTION knows; the other layers and what was said
 * about an annotation (state, author, note, attributes, relations) have types of their own. Characters that XML cannot
 * hold are replaced one by one.
 */
export const uimaXmi: Format = {
  id: 'uima-xmi',
  files: 'each',
  keepsState: true,
  open: (context) => new Writer(context),
};

const SOFA = 1;

class Writer implements FormatWriter {
  readonly #context: WriterContext;
  #any = false;

  constructor(context: WriterContext) {
    this.#context = context;
  }

  add(document: Document): readonly Output[] {
    this.#any = true;
    const marks = document.marks.filter((mark) => this.#holds(document, mark));
    return [{ path: `${document.name}.xmi`, content: xmiOf(document, marks) }];
  }

  close(): readonly Output[] {
    return this.#any ? [{ path: 'TypeSystem.xml', content: typeSystem() }] : [];
  }

  #holds(document: Document, mark: Mark): boolean {
    if (document.text.slice(mark.start, mark.end) !== mark.quote) {
      this.#context.lose(document, mark, 'quote-differs');
      return false;
    }
    if (!fitsXml(mark.quote)) this.#context.lose(document, mark, 'character');
    return true;
  }
}

type Fields = Readonly<Record<string, string | number | undefined>>;

function xmiOf({ text }: Document, marks: readonly Mark[]): string {
  const elements: string[] = [];
  const members: number[] = [];
  let last = SOFA;
  const add = (type: string, begin: number, end: number, fields: Fields): number => {
    const id = ++last;
    members.push(id);
    elements.push(element(tagOfType(type), { 'xmi:id': id, sofa: SOFA, begin, end, ...fields }));
    return id;
  };
  add('uima.tcas.DocumentAnnotation', 0, text.length, { language: 'zh' });
  const ids = new Map(marks.map((mark) => [mark.id, add(typeOf(mark), mark.start, mark.end, fieldsOf(mark))]));
  for (const mark of marks) {
    const { id, start, end, layer, state, author, time, note, attributes = {}, relations = [] } = mark;
    const target = ids.get(id);
    add('newsmark.Decision', start, end, { target, identifier: id, layer, state, author, time, note });
    for (const [name, value] of Object.entries(attributes)) {
      add('newsmark.Attribute', start, end, {
        target,
        name,
        value: Array.isArray(value) ? value.join('|') : String(value),
      });
    }
    for (const relation of relations) {
      add('newsmark.Relation', start, end, { label: relation.label, source: target, target: ids.get(relation.target) });
    }
  }
  const sofa = element('cas:Sofa', {
    'xmi:id': SOFA,
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: text,
  });
  const view = element('cas:View', { sofa: SOFA, members: members.join(' ') });
  const namespaces = {
    'xmlns:xmi': 'http://www.omg.org/XMI',
    'xmlns:cas': 'http:///uima/cas.ecore',
    'xmlns:tcas': 'http:///uima/tcas.ecore',
    'xmlns:ner': `http:///${NAMED_ENTITY.split('.').slice(0, -1).join('/')}.ecore`,
    'xmlns:newsmark': 'http:///newsmark.ecore',
    'xmi:version': '2.0',
  };
  const lines = [element('cas:NULL', { 'xmi:id': 0 }), ...elements, sofa, view];
  const content = `\n${lines.map((line) => `  ${line}\n`).join('')}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('xmi:XMI', namespaces, content)}\n`;
}

const PREFIXES: Readonly<Record<string, string>> = { 'uima.tcas': 'tcas', newsmark: 'newsmark' };

function tagOfType(type: string): string {
  const dot = type.lastIndexOf('.');
  return `${PREFIXES[type.slice(0, dot)] ?? 'ner'}:${type.slice(dot + 1)}`;
}

function typeOf({ layer }: Mark): string {
  switch (layer) {
    case 'entity':
      return NAMED_ENTITY;
    case 'figure':
      return 'newsmark.Figure';
    case 'byline':
      return 'newsmark.Byline';
    case 'structure':
      return 'newsmark.Block';
    default:
      return 'newsmark.Mark';
  }
}

function fieldsOf(mark: Mark): Fields {
  const { layer, label, data = {}, attributes } = mark;
  switch (layer) {
    case 'entity':
      return { value: label, identifier: typeof attributes?.['link'] === 'string' ? attributes['link'] : undefined };
    case 'figure': {
      const fields = FEATURES['newsmark.Figure']!.map(({ name }) => [name, plain(data[name])] as const);
      return { ...Object.fromEntries(fields), kind: label };
    }
    case 'byline':
      return {
        kind: label,
        people: peopleOf(data['people']),
        agency: plain(data['agency']),
        date: plain(data['date']),
      };
    case 'structure':
      return { role: label };
    default:
      return { layer, label };
  }
}

function plain(value: unknown): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** `李明远/reporter; 王小河/photographer` */
function peopleOf(people: unknown): string | undefined {
  if (!Array.isArray(people)) return undefined;
  return (people as readonly { readonly name?: unknown; readonly role?: unknown }[])
    .map(({ name, role }) => `${String(name)}/${String(role)}`)
    .join('; ');
}
