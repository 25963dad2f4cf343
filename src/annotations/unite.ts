import type { PageText } from '../page/text';
import { anchor } from './anchoring';
import { byPlace, requote } from './edits';
import type { Annotation, Sidecar } from './model';
import { pageHash } from './sidecar';

/** An annotation that both sides changed, each in its own way. */
export interface Contested {
  readonly ours: Annotation;
  readonly theirs: Annotation;
}

export interface United {
  /** What both sides have; where they disagree, what ours has. */
  readonly sidecar: Sidecar;
  /** What a person has to decide, in the order of the page. */
  readonly contested: readonly Contested[];
}

/** Sidecars of one page that were changed apart. */
export interface Apart {
  readonly ours: Sidecar;
  readonly theirs: Sidecar;
  /** What both started from, where it is known: without it an annotation that only one side has counts as added. */
  readonly base?: Sidecar | undefined;
}

/**
 * The annotations of both sides, by id. What one side alone changed or removed is taken from it, as far as the base
 * tells; what one side removed and the other changed stays. The same decision made on both sides stands once.
 */
export function unite({ ours, theirs, base }: Apart): United {
  const mine = byId(ours);
  const others = byId(theirs);
  const known = byId(base);
  const annotations: Annotation[] = [];
  const contested: Contested[] = [];
  for (const annotation of ours.annotations) {
    const other = others.get(annotation.id);
    const before = known.get(annotation.id);
    if (!other) {
      if (!before || !same(before, annotation)) annotations.push(annotation);
    } else if (before && same(before, annotation)) {
      annotations.push(other);
    } else {
      annotations.push(annotation.lost && samePlaceless(annotation, other) ? other : annotation);
      if (samePlaceless(annotation, other) && (annotation.lost || other.lost)) continue;
      if (!same(annotation, other) && !(before && same(before, other)))
        contested.push({ ours: annotation, theirs: other });
    }
  }
  const decisions = new Set(annotations.map(decisionOf));
  const targets = new Set(theirs.annotations.flatMap(({ relations }) => relations?.map(({ target }) => target) ?? []));
  for (const annotation of theirs.annotations) {
    if (mine.has(annotation.id)) continue;
    const before = known.get(annotation.id);
    if (before && same(before, annotation)) continue;
    if (decisions.has(decisionOf(annotation)) && !targets.has(annotation.id)) continue;
    annotations.push(annotation);
  }
  return {
    sidecar: { ...theirs, ...ours, annotations: annotations.sort(byPlace) },
    contested: contested.sort((a, b) => byPlace(a.ours, b.ours)),
  };
}

/**
 * A sidecar on the text of the page as it is now, so that sidecars of different texts can be united: what has no certain
 * place there keeps its old one and is lost.
 */
export function standing(sidecar: Sidecar, page: PageText): Sidecar {
  const sha256 = pageHash(page);
  const { annotations, orphans } = anchor(sidecar, page);
  const known = new Set(sidecar.annotations);
  const holds = annotations.every((annotation) => known.has(annotation)) && orphans.every((o) => o.annotation.lost);
  if (sidecar.page.sha256 === sha256 && holds) return sidecar;
  return {
    ...sidecar,
    page: { ...sidecar.page, eol: page.eol, length: page.text.length, sha256 },
    annotations: [
      ...requote(page, annotations),
      ...orphans.map(({ annotation }): Annotation => ({ ...annotation, lost: true })),
    ].sort(byPlace),
  };
}

function byId(sidecar: Sidecar | undefined): ReadonlyMap<string, Annotation> {
  return new Map(sidecar?.annotations.map((annotation) => [annotation.id, annotation]));
}

function same(a: Annotation, b: Annotation): boolean {
  return canonical(a) === canonical(b);
}

/** Whether the same was decided, wherever it stands now: what one side has lost the other may have found. */
function samePlaceless(a: Annotation, b: Annotation): boolean {
  const placeless = ({ start, end, prefix, suffix, context, lost, ...decision }: Annotation): string =>
    canonical(decision);
  return placeless(a) === placeless(b);
}

/** What was decided about which span, whoever decided it and when. */
function decisionOf({ id, time, author, prefix, suffix, context, ...decision }: Annotation): string {
  return canonical(decision);
}

/** JSON with the fields of every object in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
