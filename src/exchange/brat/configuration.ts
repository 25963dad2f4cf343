import type { Scheme } from '../../annotations/scheme';
import { colourOf } from '../colours';
import { STATE } from './lines';
import { isPlainValue, storageName } from './names';

/** What an export holds besides the labels of the scheme. */
export interface Used {
  /** brat's names of the scheme's labels and of all others that were written. */
  readonly labels: readonly string[];
  readonly relations: readonly string[];
  /** Whether suggestions or refused spans were written. */
  readonly state: boolean;
}

/** `annotation.conf` of a scheme. Attributes that are texts have no form there. */
export function configurationOf(scheme: Scheme, used: Used): string {
  const relations = scheme.relations ?? [];
  const known = new Set(relations.map(({ id }) => id));
  const lines = [
    '[entities]',
    ...used.labels,
    '',
    '[relations]',
    ...relations.map(({ id, from, to, symmetric }) => {
      const type = symmetric ? ', <REL-TYPE>:symmetric' : '';
      return `${storageName(id)}\tArg1:${typesOf(from)}, Arg2:${typesOf(to)}${type}`;
    }),
    ...used.relations.filter((id) => !known.has(id)).map((id) => `${storageName(id)}\tArg1:<ENTITY>, Arg2:<ENTITY>`),
    // Mentions that overlap are normal in Chinese news; without this line brat marks them as errors.
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '',
    '[events]',
    '',
    '[attributes]',
    ...(scheme.attributes ?? []).flatMap(({ id, type, values, multiple, labels }) => {
      const argument = `${storageName(id)}\tArg:${typesOf(labels)}`;
      if (type === 'boolean') return [argument];
      const plain = values?.map((value) => value.id).filter(isPlainValue) ?? [];
      return type === 'choice' && !multiple && plain.length > 0 ? [`${argument}, Value:${plain.join('|')}`] : [];
    }),
    ...(used.state ? [`${STATE}\tArg:<ENTITY>, Value:suggested|rejected`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function typesOf(labels: readonly string[] | undefined): string {
  return labels && labels.length > 0 ? labels.map(storageName).join('|') : '<ENTITY>';
}

/** `visual.conf` of a scheme: Chinese names for what is shown, and colours. */
export function visualsOf(scheme: Scheme, labels: readonly string[]): string {
  const names = [...scheme.labels, ...(scheme.relations ?? []), ...(scheme.attributes ?? [])];
  const byName = new Map(scheme.labels.map((label) => [storageName(label.id), label]));
  const lines = [
    '[labels]',
    ...names.map(({ id, name }) => `${storageName(id)} | ${spoken(name.zh)} | ${spoken(id)}`),
    '',
    '[drawing]',
    'SPAN_DEFAULT\tfgColor:black, bgColor:#dddddd, borderColor:darken',
    'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
    ...labels.map((name, index) => `${name}\tbgColor:${colourOf(byName.get(name), index)}`),
  ];
  return `${lines.join('\n')}\n`;
}

const spoken = (name: string): string => name.replace(/[|\s\p{Cc}]+/gu, ' ').trim();
