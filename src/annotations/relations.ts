import type { SidecarEdit } from './edits';
import type { Annotation, Relation } from './model';
import type { Scheme, SchemeAttribute, SchemeRelation } from './scheme';

/** Attributes that annotations with a label can have. */
export function attributesFor(scheme: Scheme, label: string): readonly SchemeAttribute[] {
  return (scheme.attributes ?? []).filter((attribute) => attribute.labels?.includes(label) ?? true);
}

/** Relations that can lead from one label to another; to any where the other is not given. */
export function relationsBetween(scheme: Scheme, from: string, to?: string): readonly SchemeRelation[] {
  const allows = (relation: SchemeRelation, a: string, b: string | undefined): boolean =>
    (relation.from?.includes(a) ?? true) && (b === undefined || (relation.to?.includes(b) ?? true));
  return (scheme.relations ?? []).filter(
    (relation) =>
      allows(relation, from, to) || (relation.symmetric === true && to !== undefined && allows(relation, to, from)),
  );
}

/** A relation as one of its two ends sees it. */
export interface RelationEnd {
  readonly relation: Relation;
  readonly direction: 'out' | 'in';
  /** The annotation at the other end; undefined where it is gone. */
  readonly other: Annotation | undefined;
}

/** The relations that start from an annotation, then those that lead to it. */
export function relationsOf(annotation: Annotation, all: readonly Annotation[]): readonly RelationEnd[] {
  const outgoing = (annotation.relations ?? []).map((relation): RelationEnd => ({
    relation,
    direction: 'out',
    other: all.find((a) => a.id === relation.target),
  }));
  const incoming = all.flatMap((other) =>
    (other.relations ?? [])
      .filter((relation) => relation.target === annotation.id && other.id !== annotation.id)
      .map((relation): RelationEnd => ({ relation, direction: 'in', other })),
  );
  return [...outgoing, ...incoming];
}

/** Relations whose target is not among the annotations, with the annotation that they start from. */
export function brokenRelations(
  all: readonly Annotation[],
): readonly { readonly annotation: Annotation; readonly relation: Relation }[] {
  const ids = new Set(all.map((a) => a.id));
  return all.flatMap((annotation) =>
    (annotation.relations ?? [])
      .filter((relation) => !ids.has(relation.target))
      .map((relation) => ({ annotation, relation })),
  );
}

/** The annotation with one relation more; the same one where it has that relation. */
export function withRelation(annotation: Annotation, relation: Relation): Annotation {
  const relations = annotation.relations ?? [];
  if (relations.some((r) => sameRelation(r, relation))) return annotation;
  return { ...annotation, relations: [...relations, relation] };
}

export function withoutRelation(annotation: Annotation, relation: Relation): Annotation {
  return withRelations(
    annotation,
    (annotation.relations ?? []).filter((r) => !sameRelation(r, relation)),
  );
}

/** The edits that remove annotations, and the relations that lead to them. */
export function removeEdits(all: readonly Annotation[], ids: ReadonlySet<string>): readonly SidecarEdit[] {
  return all.flatMap((before): SidecarEdit[] => {
    if (ids.has(before.id)) return [{ type: 'remove', annotation: before }];
    const kept = (before.relations ?? []).filter((relation) => !ids.has(relation.target));
    if (kept.length === (before.relations?.length ?? 0)) return [];
    return [{ type: 'change', before, after: withRelations(before, kept) }];
  });
}

/** The annotation with its relations led elsewhere; none of them twice, none to itself. */
export function redirected(annotation: Annotation, from: ReadonlySet<string>, to: string): Annotation {
  if (!annotation.relations?.some((relation) => from.has(relation.target))) return annotation;
  const relations: Relation[] = [];
  for (const old of annotation.relations) {
    const relation = from.has(old.target) ? { ...old, target: to } : old;
    if (relation.target === annotation.id || relations.some((r) => sameRelation(r, relation))) continue;
    relations.push(relation);
  }
  return withRelations(annotation, relations);
}

function withRelations({ relations: _, ...annotation }: Annotation, relations: readonly Relation[]): Annotation {
  return relations.length === 0 ? annotation : { ...annotation, relations };
}

function sameRelation(a: Relation, b: Relation): boolean {
  return a.label === b.label && a.target === b.target;
}
