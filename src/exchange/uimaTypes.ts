import { element, escapeXml } from './xml';

/** The type of DKPro Core that UIMA tools know named entities by. */
export const NAMED_ENTITY = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';

interface Feature {
  readonly name: string;
  readonly range: 'String' | 'Double' | 'Annotation';
}

const text = (...names: readonly string[]): readonly Feature[] => names.map((name) => ({ name, range: 'String' }));
const number = (...names: readonly string[]): readonly Feature[] => names.map((name) => ({ name, range: 'Double' }));
const link = (...names: readonly string[]): readonly Feature[] => names.map((name) => ({ name, range: 'Annotation' }));

/** The types that documents are written with, and their features; all are annotations with begin and end. */
export const FEATURES: Readonly<Record<string, readonly Feature[]>> = {
  [NAMED_ENTITY]: text('value', 'identifier'),
  'newsmark.Figure': [
    ...number('value', 'lo', 'hi'),
    ...text('kind', 'unit', 'per', 'metric', 'modifier', 'change', 'basis', 'iso'),
  ],
  'newsmark.Byline': text('kind', 'people', 'agency', 'date'),
  'newsmark.Block': text('role'),
  'newsmark.Mark': text('layer', 'label'),
  'newsmark.Decision': [...link('target'), ...text('identifier', 'layer', 'state', 'author', 'time', 'note')],
  'newsmark.Attribute': [...link('target'), ...text('name', 'value')],
  'newsmark.Relation': [...text('label'), ...link('source', 'target')],
};

const RANGES = { String: 'uima.cas.String', Double: 'uima.cas.Double', Annotation: 'uima.tcas.Annotation' } as const;

/** The type system description of the files, as UIMA reads it. */
export function typeSystem(): string {
  const types = Object.entries(FEATURES).map(([name, features]) => {
    const described = features.map((feature) =>
      block('featureDescription', [
        tag('name', feature.name),
        tag('description', ''),
        tag('rangeTypeName', RANGES[feature.range]),
      ]),
    );
    return block('typeDescription', [
      tag('name', name),
      tag('description', ''),
      tag('supertypeName', 'uima.tcas.Annotation'),
      block('features', described),
    ]);
  });
  const content = block('types', types);
  const root = element('typeSystemDescription', { xmlns: 'http://uima.apache.org/resourceSpecifier' }, `\n${content}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function block(name: string, children: readonly string[]): string {
  return `<${name}>\n${children.join('')}</${name}>\n`;
}

function tag(name: string, content: string): string {
  return `<${name}>${escapeXml(content)}</${name}>\n`;
}
