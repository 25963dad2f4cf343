import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { analyze, anchor, brokenRelations, defaultScheme, lineAt, parseScheme } from '../../newsmark';
import type { PageSource, PageText, Scheme } from '../../newsmark';
import { findSidecars, readAnnotated } from '../annotatedPages';
import { CliError, Exit, type Io } from '../io';
import { oneLine, type Say } from '../messages';
import { readBytes, readPageFile } from '../readPageFile';
import { refusal } from '../refusal';

const SCHEME_FILE = 'newsmark.scheme.json';

/** `check FILES|DIRS…`: prints what does not hold, one finding a line. */
export async function runCheck(paths: readonly string[], io: Io, say: Say): Promise<Exit> {
  let findings = 0;
  let failed = false;
  const report = (line: string): void => {
    findings++;
    io.out(`${line}\n`);
  };
  for (const target of await targets(paths, say)) {
    try {
      if (target.sidecar) await checkAnnotated(await readAnnotated(target.file, io, say), target.file, say, report);
      else checkFigures(target.file, (await readPageFile(target.file, io, say)).page, say, report);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      io.err(`${error.message}\n`);
      failed = true;
    }
  }
  if (failed) return Exit.error;
  return findings > 0 ? Exit.findings : Exit.clean;
}

interface Target {
  readonly file: string;
  /** Whether `file` is a sidecar; otherwise it is a page without annotations. */
  readonly sidecar: boolean;
}

/** What to check, each once, in the order it was named. */
async function targets(paths: readonly string[], say: Say): Promise<readonly Target[]> {
  const all = new Map<string, Target>();
  for (const path of paths) {
    const bare = !path.endsWith('.newsmark.json') && (await isFile(path)) && !(await isFile(`${path}.newsmark.json`));
    const files = bare ? [path] : await findSidecars([path], say);
    for (const file of files) all.set(file, { file, sidecar: !bare });
  }
  return [...all.values()];
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}

async function checkAnnotated(
  source: PageSource,
  sidecarFile: string,
  say: Say,
  report: (line: string) => void,
): Promise<void> {
  const scheme = await schemeFor(sidecarFile, say);
  const { annotations, orphans } = anchor(source.sidecar, source.page);
  const at = (offset: number): number => lineAt(source.page, offset) + 1;
  if (orphans.length > 0) {
    report(say('otherText', sidecarFile, annotations.length, annotations.length + orphans.length));
  }
  for (const { annotation } of orphans) {
    const { id, label, quote, start } = annotation;
    report(say('noPlace', source.source, at(start), id, label, oneLine(quote)));
  }
  const known = new Set(scheme.labels.map((label) => label.id));
  for (const { layer, label, start } of annotations) {
    if (layer === 'entity' && !known.has(label)) report(say('unknownLabel', source.source, at(start), label));
  }
  for (const { annotation, relation } of brokenRelations(source.sidecar.annotations)) {
    report(say('brokenRelation', source.source, at(annotation.start), relation.label, relation.target));
  }
  checkFigures(source.source, source.page, say, report);
}

function checkFigures(name: string, page: PageText, say: Say, report: (line: string) => void): void {
  const { checks, figures } = analyze(page);
  for (const check of checks) {
    if (check.holds) continue;
    const start = figures[check.figures[0] ?? -1]?.start ?? 0;
    report(say('figureConflict', name, lineAt(page, start) + 1, check.statement));
  }
}

/** The scheme file of the nearest folder at or above the page, or the built-in scheme. @throws CliError */
async function schemeFor(file: string, say: Say): Promise<Scheme> {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const path = join(folder, SCHEME_FILE);
    if (await isFile(path)) {
      const parsed = parseScheme(new TextDecoder().decode(await readBytes(path, say)));
      if (parsed.ok) return parsed.scheme;
      throw new CliError(refusal(path, parsed.error, say));
    }
    if (folder === dirname(folder)) return defaultScheme;
  }
}
