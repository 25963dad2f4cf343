import { quoteAt } from '../annotations/context';
import type { AttributeValue, Relation } from '../annotations/model';
import type { Span } from '../page/model';
import type { Document, Mark } from './document';
import type { Format, FormatWriter, Output, WriterContext } from './format';
import { type OffsetUnit, Offsets, verifiedSpan } from './offsets';
import { REMAINDER, remainderOf } from './remainder';
import { tagOf } from './tagOf';
import { ATTRIBUTE_SIGN, iriOf } from './webannotation/names';

export { webAnnotationReader } from './webannotation/read';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/**
 * W3C Web Annotations: for each document its text, an AnnotationPage (JSON-LD) of annotations with a quote and a
 * position, one a line, and where there are relations a second AnnotationPage of linking annotations – apart, because
 * programs that draw annotations stumble over targets that are no text. Offsets are code points, as the recommendation
 * says. Bodies: the label is `tagging`, choices are `classifying` (`name=value`), notes `commenting`; suggestions and
 * refusals are told by `moderating`; what was read in figures and other attributes is a `describing` body of JSON.
 */
export const webAnnotation: Format = {
  id: 'webannotation',
  files: 'each',
  keepsState: true,
  open: (context) => new WebAnnotationWriter(context, 'code-point'),
};

/** The same with offsets in UTF-16 units, as Recogito, Hypothesis and other programs in browsers count. */
export const webAnnotationUtf16: Format = {
  ...webAnnotation,
  id: 'webannotation-utf16',
  open: (context) => new WebAnnotationWriter(context, 'utf-16'),
};

type Item = Readonly<Record<string, unknown>>;

class WebAnnotationWriter implements FormatWriter {
  readonly #context: WriterContext;
  readonly #unit: OffsetUnit;

  constructor(context: WriterContext, unit: OffsetUnit) {
    this.#context = context;
    this.#unit = unit;
  }

  add(document: Document): readonly Output[] {
    const { name, text } = document;
    const items: Item[] = [];
    const written = new Set<string>();
    const offsets = new Offsets(text);
    for (const mark of document.marks) {
      const span = verifiedSpan(text, offsets, this.#unit, mark);
      if (!span) {
        this.#context.lose(document, mark, 'quote-differs');
        continue;
      }
      written.add(mark.id);
      items.push(this.#annotation(document, mark, span));
    }
    const links = this.#links(document, written);
    return [
      { path: `${name}.txt`, content: text },
      { path: `${name}.jsonld`, content: pageOf(iriOf(document.id), items) },
      ...(links.length > 0
        ? [{ path: `${name}.relations.jsonld`, content: pageOf(iriOf(document.id, 'relations'), links) }]
        : []),
    ];
  }

  close(): readonly Output[] {
    return [];
  }

  #annotation(document: Document, mark: Mark, { start, end }: Span): Item {
    const { quote: exact, prefix, suffix } = quoteAt(document.text, mark);
    return {
      id: iriOf(document.id, mark.id),
      type: 'Annotation',
      motivation: 'tagging',
      ...(mark.author !== undefined && { creator: { type: 'Person', name: mark.author } }),
      ...(mark.time !== undefined && { created: mark.time }),
      body: this.#bodies(mark),
      target: {
        source: encodeURI(`${document.name.split('/').at(-1)!}.txt`),
        selector: [
          { type: 'TextQuoteSelector', exact, prefix, suffix },
          { type: 'TextPositionSelector', start, end },
        ],
      },
    };
  }

  #bodies(mark: Mark): readonly Item[] {
    const bodies = [textual('tagging', tagOf(mark))];
    const others: Record<string, AttributeValue> = {};
    for (const [name, value] of Object.entries(mark.attributes ?? {})) {
      if (typeof value === 'string' && this.#isChoice(name)) {
        bodies.push(textual('classifying', `${name}${ATTRIBUTE_SIGN}${value}`));
      } else others[name] = value;
    }
    if (mark.state === 'suggested' || mark.state === 'rejected') bodies.push(textual('moderating', mark.state));
    const remainder = remainderOf(mark, { attributes: others });
    if (remainder) {
      const value = JSON.stringify({ [REMAINDER]: remainder });
      bodies.push({ ...textual('describing', value), format: 'application/json' });
    }
    if (mark.note) bodies.push(textual('commenting', mark.note));
    return bodies;
  }

  #links(document: Document, written: ReadonlySet<string>): readonly Item[] {
    const links: Item[] = [];
    for (const mark of document.marks.filter(({ id }) => written.has(id))) {
      for (const relation of mark.relations ?? []) {
        if (written.has(relation.target)) links.push(linkOf(document, mark, relation, links.length + 1));
        else this.#context.lose(document, mark, 'relation', relation.label);
      }
    }
    return links;
  }

  #isChoice(name: string): boolean {
    return this.#context.scheme.attributes?.find(({ id }) => id === name)?.type === 'choice';
  }
}

function linkOf(document: Document, { id }: Mark, { label, target }: Relation, number: number): Item {
  return {
    id: iriOf(document.id, `relation-${number}`),
    type: 'Annotation',
    motivation: 'linking',
    body: [
      { type: 'SpecificResource', purpose: 'linking', source: iriOf(document.id, target) },
      textual('tagging', label),
    ],
    target: iriOf(document.id, id),
  };
}

const textual = (purpose: string, value: string): Item => ({ type: 'TextualBody', purpose, value });

/** An AnnotationPage with a line for every annotation: differences stay small. */
function pageOf(id: string, items: readonly Item[]): string {
  const head = JSON.stringify({ '@context': CONTEXT, id, type: 'AnnotationPage' }).slice(0, -1);
  const lines = items.map((item) => `\n${JSON.stringify(item)}`).join(',');
  return `${head},"items":[${lines}\n]}\n`;
}
