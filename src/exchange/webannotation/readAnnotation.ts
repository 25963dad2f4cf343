import { z } from 'zod';
import type { Span } from '../../page/model';
import { parseJson } from '../parseJson';
import type { ImportPlace, ImportProblem, ReadSpan } from '../reading';
import { parseRemainder, REMAINDER, withRemainder } from '../remainder';
import { ATTRIBUTE_SIGN, partsOfIri } from './names';

const list = <T extends z.ZodType>(one: T) => z.union([z.array(one), one.transform((value) => [value])]);

const selectorSchema = z.looseObject({
  type: z.string(),
  start: z.number().optional(),
  end: z.number().optional(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});
const targetSchema = z.union([
  z.string(),
  z.looseObject({
    source: z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]).optional(),
    selector: list(selectorSchema).optional(),
  }),
]);
const bodySchema = z.union([
  z.string(),
  z.looseObject({ purpose: list(z.string()).nullish(), value: z.string().nullish(), source: z.unknown().optional() }),
]);

export const annotationSchema = z.looseObject({
  id: z.string().min(1).optional(),
  motivation: list(z.string()).optional(),
  creator: z.union([z.string(), z.looseObject({ id: z.string().optional(), name: z.string().optional() })]).nullish(),
  created: z.string().nullish(),
  modified: z.string().nullish(),
  body: list(bodySchema).nullish(),
  bodyValue: z.string().optional(),
  target: list(targetSchema),
});
export type WebAnnotation = z.infer<typeof annotationSchema>;

interface Quote {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** What an annotation says; its place where it has a position. */
export interface ReadTarget {
  /** Its own IRI; relations lead to it. */
  readonly iri: string | undefined;
  /** The document, where the IRI names it. */
  readonly document: string | undefined;
  readonly span: Omit<ReadSpan, 'id' | 'start' | 'end' | 'quote'> & { readonly id: string | undefined };
  /** In the unit of the document. */
  readonly position: Span | undefined;
  readonly quote: Quote | undefined;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export const isLinking = ({ motivation }: WebAnnotation): boolean => motivation?.includes('linking') ?? false;

/** What the annotation is about; '' where it does not say. */
export function sourceOf({ target: [target] }: WebAnnotation): string {
  return (typeof target === 'string' ? target.split('#')[0] : target?.source) ?? '';
}

/** An annotation of one place in a text with a label; undefined, and told, where it is something else. */
export function readAnnotation(
  annotation: WebAnnotation,
  place: ImportPlace,
  problem: (message: ImportProblem) => void,
): ReadTarget | undefined {
  const { id: iri, target, creator, created, modified } = annotation;
  const selectors = target.length === 1 && typeof target[0] === 'object' ? (target[0].selector ?? []) : [];
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const bodies = bodiesOf(annotation);
  const label = bodies.find(({ purpose }) => purpose === 'tagging')?.value;
  if (!label || (!position && !quote)) {
    problem({ code: 'unsupported', place, detail: iri });
    return undefined;
  }
  const values = (purpose: string): readonly string[] =>
    bodies.filter((body) => body.purpose === purpose && body.value !== '').map(({ value }) => value);
  const remainders = values('describing').map((value) => remainderIn(value));
  const notes = [...values('commenting'), ...values('describing').filter((_, at) => !remainders[at])];
  const attributes = values('classifying').map(attributeIn);
  const [state] = values('moderating');
  const own = iri === undefined ? undefined : partsOfIri(iri);
  const author = typeof creator === 'string' ? creator : (creator?.name ?? creator?.id);
  const time = modified ?? created;
  const span = {
    id: own?.id ?? iri,
    layer: 'entity',
    label,
    suggested: state === 'suggested',
    ...(state === 'rejected' && { rejected: true }),
    ...(author !== undefined && { author }),
    ...(time && { time }),
    ...(attributes.length > 0 && { attributes: Object.fromEntries(attributes) as Record<string, string> }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
    place,
  };
  return {
    iri,
    document: own?.document,
    span: withRemainder(
      span,
      remainders.find((one) => one !== undefined),
    ),
    position:
      position?.start === undefined || position.end === undefined
        ? undefined
        : { start: position.start, end: position.end },
    quote: quote?.exact === undefined ? undefined : { ...quote, exact: quote.exact },
  };
}

/** What a linking annotation joins; undefined where it does not join two annotations. */
export function linkOf({ target, body }: WebAnnotation): Link | undefined {
  const [from] = target;
  const linked = (body ?? []).flatMap((one) => {
    if (typeof one === 'string') return [one];
    return one.purpose?.includes('linking') && typeof one.source === 'string' ? [one.source] : [];
  });
  const [to] = linked;
  const tags = (body ?? []).flatMap((one) =>
    typeof one === 'object' && one.purpose?.includes('tagging') && one.value ? [one.value] : [],
  );
  if (typeof from !== 'string' || to === undefined) return undefined;
  return { from, to, label: tags[0] ?? 'linking' };
}

/** Texts with what they are for; where they do not say, the motivation of the annotation does. */
function bodiesOf(annotation: WebAnnotation): readonly { readonly purpose: string; readonly value: string }[] {
  const motive = annotation.motivation?.[0] ?? 'commenting';
  const plain = annotation.bodyValue === undefined ? [] : [{ purpose: motive, value: annotation.bodyValue }];
  return [
    ...plain,
    ...(annotation.body ?? []).flatMap((body) => {
      if (typeof body === 'string' || typeof body.value !== 'string') return [];
      return [{ purpose: body.purpose?.[0] ?? motive, value: body.value }];
    }),
  ];
}

function remainderIn(value: string): ReturnType<typeof parseRemainder> {
  const json = parseJson(value);
  return typeof json === 'object' && json !== null && REMAINDER in json ? parseRemainder(json[REMAINDER]) : undefined;
}

/** `name=value`, or a value whose name nobody said. */
function attributeIn(text: string): readonly [name: string, value: string] {
  const at = text.indexOf(ATTRIBUTE_SIGN);
  return at > 0 ? [text.slice(0, at), text.slice(at + 1)] : ['class', text];
}
