import XMLBuilder from 'fast-xml-builder';
import type { Scheme, SchemeAttribute } from '../../annotations/scheme';
import { colourOf } from '../colours';
import { controlsOf, LABEL_CONTROL, NO, TEXT_OBJECT, YES } from './controls';

type Attributes = Readonly<Record<string, string>>;
type Node = Readonly<Record<string, unknown>>;

/**
 * The labelling configuration of a scheme: labels with their colours, relations, and the attributes as choices or texts
 * of a region. `labels` are those that were written: the scheme's and others.
 */
export function configurationOf(scheme: Scheme, labels: Iterable<string>, relations: Iterable<string>): string {
  const byId = new Map(scheme.labels.map((label) => [label.id, label]));
  const relationIds = new Set([...(scheme.relations ?? []).map(({ id }) => id), ...relations]);
  const view = [
    element(
      'Relations',
      {},
      [...relationIds].map((value) => element('Relation', { value })),
    ),
    element(
      'Labels',
      { name: LABEL_CONTROL, toName: TEXT_OBJECT },
      [...new Set([...byId.keys(), ...labels])].map((value, index) => {
        const label = byId.get(value);
        const hint = label && { hint: `${label.name.zh} ${label.name.en}` };
        return element('Label', { value, background: colourOf(label, index), ...hint });
      }),
    ),
    // Characters, not words: Chinese has no blanks that a selection could snap to.
    element('Text', { name: TEXT_OBJECT, value: '$text', granularity: 'symbol' }),
    ...[...controlsOf(scheme).values()].map(controlOf),
  ];
  const builder = new XMLBuilder({
    format: true,
    ignoreAttributes: false,
    preserveOrder: true,
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
  });
  return `${builder.build([element('View', {}, view)]).trim()}\n`;
}

function controlOf({ id, type, values, multiple, labels }: SchemeAttribute): Node {
  const shared = {
    name: id,
    toName: TEXT_OBJECT,
    perRegion: 'true',
    visibleWhen: 'region-selected',
    ...(labels && labels.length > 0 && { whenTagName: LABEL_CONTROL, whenLabelValue: labels.join(',') }),
  };
  if (type === 'text') return element('TextArea', { ...shared, placeholder: id, maxSubmissions: '1' });
  const ids = type === 'boolean' ? [YES, NO] : (values ?? []).map((value) => value.id);
  return element(
    'Choices',
    { ...shared, choice: multiple ? 'multiple' : 'single' },
    ids.map((value) => element('Choice', { value })),
  );
}

/** A node as the builder takes it where the order of children counts. */
function element(name: string, attributes: Attributes, children: readonly Node[] = []): Node {
  const prefixed = Object.entries(attributes).map(([key, value]) => [`@_${key}`, value]);
  return { [name]: children, ':@': Object.fromEntries(prefixed) as unknown };
}
