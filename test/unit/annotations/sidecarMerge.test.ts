import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  anchor,
  parseSidecar,
  readConflict,
  readPageText,
  serializeSidecar,
  standing,
  unite,
} from '../../../src/newsmark';
import type { Annotation, PageText, Sidecar } from '../../../src/newsmark';
import { type Random, seeded } from '../random';
import { annotationOf, lookAlike, randomChange, sidecarOf, TrackedText } from './support';

/** What the two people have before them and where each of them works: from `start` to `end` of the page. */
interface Case {
  readonly name: string;
  /** Annotations that both have already. */
  readonly before: readonly [least: number, most: number];
  readonly parts: (length: number, random: Random) => readonly [Span, Span];
}
type Span = readonly [start: number, end: number];

const halves = (length: number, random: Random): readonly [Span, Span] => {
  const cut = random.int(Math.round(length / 4), Math.round((length * 3) / 4));
  return [
    [0, cut - GAP],
    [cut + GAP, length],
  ];
};
/** Characters between the parts of two people: what stands between two sentences, and one sentence more. */
const GAP = 32;
const CASES: readonly Case[] = [
  { name: 'from an empty sidecar', before: [0, 0], parts: halves },
  { name: 'from a few annotations', before: [1, 10], parts: halves },
  { name: 'from many', before: [40, 120], parts: halves },
  {
    name: 'both at the beginning, two paragraphs',
    before: [0, 20],
    parts: () => [
      [0, 80],
      [144, 230],
    ],
  },
  {
    name: 'both at the end, two paragraphs',
    before: [0, 20],
    parts: (length) => [
      [length - 230, length - 144],
      [length - 80, length],
    ],
  },
];
const PAIRS = 80;
/** A pair in a hundred may meet in one stretch of the page after all. */
const LEAST_CLEAN = 0.98;

describe('sidecars of two people', () => {
  const git = gitIn(mkdtempSync(join(tmpdir(), 'newsmark-merge-')));
  before(function () {
    if (git.canMerge()) return;
    console.log('      skipped: no git 2.39 or newer on this machine');
    this.skip();
  });
  after(() => git.end());

  it('merge with plain git where they label different parts of a page', () => {
    const random = seeded(64);
    for (const { name, before, parts } of CASES) {
      const pairs = Array.from({ length: PAIRS }, () => pairOf(random, before, parts));
      const merged = git.merge(pairs.map(({ base, ours, theirs }) => [base, ours, theirs].map(serializeSidecar)));
      let clean = 0;
      merged.forEach(({ text, clean: isClean }, index) => {
        if (!isClean) return;
        clean++;
        const parsed = parseSidecar(text);
        assert.ok(parsed.ok, `${name}, pair ${index}: valid`);
        assert.equal(text, serializeSidecar(pairs[index]!.union), `${name}, pair ${index}: what both did`);
      });
      console.log(`      ${name}: ${clean} of ${PAIRS} merges clean`);
      assert.ok(clean >= LEAST_CLEAN * PAIRS, `${name}: ${clean} of ${PAIRS}`);
    }
  }).timeout(60_000);

  it('come together without a loss or a wrong place where one labels and the other edits the text', () => {
    const random = seeded(128);
    const edits = Array.from({ length: PAIRS }, () => editedPair(random));
    const merged = git.merge(edits.map(({ base, ours, theirs }) => [base, ours, theirs].map(serializeSidecar)));
    let clean = 0;
    let placed = 0;
    let orphaned = 0;
    merged.forEach((result, index) => {
      const { base, ours, theirs, tracked, members } = edits[index]!;
      const page = readPageText(tracked.text);
      if (result.clean) clean++;
      const together = result.clean ? read(result.text) : resolved(result.text, page);
      const have = new Set(together.annotations.map(({ id }) => id));
      const gone = (sidecar: Sidecar): string[] =>
        sidecar.annotations.map(({ id }) => id).filter((id) => !have.has(id));
      assert.deepEqual([...gone(ours), ...gone(theirs), ...gone(base)], [], `pair ${index}`);
      const { annotations, orphans } = anchor(together, page);
      for (const { id, start, end, quote } of annotations) {
        assert.deepEqual(tracked.ids(start, end), members.get(id), `pair ${index}: ${quote} stands elsewhere`);
      }
      placed += annotations.length;
      orphaned += orphans.length;
    });
    console.log(
      `      text edited by one: ${clean} of ${PAIRS} merges clean, the others resolved by both; ` +
        `0 lost, 0 wrong, ${placed} placed, ${orphaned} orphans`,
    );
  }).timeout(60_000);
});

function read(text: string): Sidecar {
  const parsed = parseSidecar(text);
  assert.ok(parsed.ok);
  return parsed.sidecar;
}

/** What "both" makes of a conflict. */
function resolved(text: string, page: PageText): Sidecar {
  const conflict = readConflict(text);
  assert.ok(conflict?.ours.parsed.ok && conflict.theirs.parsed.ok);
  const [ours, theirs] = [conflict.ours.parsed.sidecar, conflict.theirs.parsed.sidecar];
  return unite({ ours: standing(ours, page), theirs: standing(theirs, page) }).sidecar;
}

/** A page that one labels while the other edits its text a little; who stands in each annotation, character by character. */
function editedPair(random: Random): {
  readonly base: Sidecar;
  readonly ours: Sidecar;
  readonly theirs: Sidecar;
  readonly tracked: TrackedText;
  readonly members: ReadonlyMap<string, readonly number[]>;
} {
  const tracked = new TrackedText(Array.from({ length: random.int(10, 60) }, () => lookAlike(random)).join(''));
  const { text } = tracked;
  const make = (): Annotation => {
    const at = random.int(0, text.length - 9);
    return annotationOf(text, at, at + random.int(1, 8), { id: `id${ids++}` });
  };
  const base = sidecarOf(text, Array.from({ length: random.int(0, 30) }, make));
  const ours = { ...base, annotations: [...base.annotations, ...Array.from({ length: random.int(1, 10) }, make)] };
  const members = new Map(ours.annotations.map(({ id, start, end }) => [id, tracked.ids(start, end)]));
  for (let changes = random.int(1, 4); changes > 0; changes--) tracked.apply(randomChange(tracked.text, random));
  return { base, ours, theirs: standing(base, readPageText(tracked.text)), tracked, members };
}

interface Pair {
  readonly base: Sidecar;
  readonly ours: Sidecar;
  readonly theirs: Sidecar;
  readonly union: Sidecar;
}

let ids = 0;

/** A page, what stands on it already, and what two people made of it in their parts. */
function pairOf(random: Random, before: Case['before'], parts: Case['parts']): Pair {
  const size = random.pick([600, 2000, 6000]);
  let text = '';
  while (text.length < size) text += lookAlike(random);
  const make = ([start, end]: Span): Annotation => {
    const at = random.int(start, end - 6);
    return annotationOf(text, at, at + random.int(1, 6), { id: `id${ids++}` });
  };
  const all = Array.from({ length: random.int(...before) }, () => make([0, text.length]));
  const base = sidecarOf(text, all);
  const [first, second] = parts(text.length, random);
  const work = (part: Span): ReadonlyMap<string, Annotation | undefined> => {
    const changes = new Map<string, Annotation | undefined>();
    for (const annotation of all) {
      if (annotation.start < part[0] || annotation.start >= part[1]) continue;
      const what = random.int(0, 5);
      if (what === 0) changes.set(annotation.id, undefined);
      if (what === 1) changes.set(annotation.id, { ...annotation, label: 'GPE', state: 'edited' });
    }
    for (let added = random.int(1, 30); added > 0; added--) {
      const annotation = make(part);
      changes.set(annotation.id, annotation);
    }
    return changes;
  };
  const [ours, theirs] = [work(first), work(second)];
  return {
    base,
    ours: changed(base, ours),
    theirs: changed(base, theirs),
    union: changed(changed(base, ours), theirs),
  };
}

function changed(sidecar: Sidecar, changes: ReadonlyMap<string, Annotation | undefined>): Sidecar {
  const byId = new Map(sidecar.annotations.map((annotation) => [annotation.id, annotation]));
  for (const [id, annotation] of changes) {
    if (annotation) byId.set(id, annotation);
    else byId.delete(id);
  }
  return { ...sidecar, annotations: [...byId.values()] };
}

interface Merged {
  readonly clean: boolean;
  readonly text: string;
}

/** Merges many files at once in a repository of its own, as `git merge` does. */
function gitIn(folder: string): {
  canMerge(): boolean;
  /** Texts as [base, ours, theirs]; gives what git made of them, with its markers where there was a conflict. */
  merge(texts: readonly (readonly string[])[]): readonly Merged[];
  end(): void;
} {
  const git = (args: readonly string[], input = ''): Buffer => {
    const { status, error, stdout, stderr } = spawnSync('git', args, { cwd: folder, input, maxBuffer: 1 << 30 });
    if (error || status === null || status > 1) throw error ?? new Error(`git ${args.join(' ')}: ${stderr.toString()}`);
    return stdout;
  };
  return {
    canMerge() {
      const { error, stdout } = spawnSync('git', ['--version'], { encoding: 'utf8' });
      const [major, minor] = (/\d+\.\d+/.exec(error ? '' : stdout)?.[0] ?? '0.0').split('.').map(Number) as [
        number,
        number,
      ];
      if (major < 2 || (major === 2 && minor < 39)) return false;
      git(['init', '--quiet']);
      return true;
    },
    merge(texts) {
      let script = '';
      let mark = 0;
      const commit = (text: string, parent?: number): number => {
        script += `blob\nmark :${++mark}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
        const from = parent === undefined ? '' : `from :${parent}\n`;
        script += `commit refs/heads/b${++mark}\nmark :${mark}\ncommitter a <a@b> 0 +0000\ndata 0\n${from}`;
        script += `M 100644 :${mark - 1} sidecar\n\n`;
        return mark;
      };
      const wanted = texts.map(([base, ours, theirs]) => {
        const parent = commit(base!);
        return [commit(ours!, parent), commit(theirs!, parent)];
      });
      git(['fast-import', '--quiet', '--force', '--export-marks=marks'], script);
      const marks = new Map(
        readFileSync(join(folder, 'marks'), 'utf8')
          .split('\n')
          .map((line) => line.split(' ') as [string, string]),
      );
      const pairs = wanted.map((pair) => pair.map((each) => marks.get(`:${each}`)).join(' ')).join('\n');
      // As many answers as pairs: 1 or 0 for clean or not, the tree, the files in conflict, an empty field.
      const fields = git(['merge-tree', '--write-tree', '-z', '--no-messages', '--stdin'], `${pairs}\n`)
        .toString()
        .split('\0');
      let at = 0;
      const trees = texts.map(() => {
        const [clean, tree] = [fields[at++], fields[at++]];
        while (fields[at++] !== '');
        return { clean: clean === '1', tree: tree! };
      });
      const blobs = git(['cat-file', '--batch'], trees.map(({ tree }) => `${tree}:sidecar\n`).join(''));
      let offset = 0;
      return trees.map(({ clean }) => {
        const start = blobs.indexOf('\n', offset) + 1;
        const size = Number(blobs.toString('latin1', offset, start).split(' ')[2]);
        offset = start + size + 1;
        return { clean, text: blobs.toString('utf8', start, start + size) };
      });
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
