import { analyze, anchor, brokenRelations, lineAt } from '../../newsmark';
import type { PageSource, PageText } from '../../newsmark';
import { findSidecars, readAnnotated } from '../annotatedPages';
import { CliError, Exit, type Io } from '../io';
import { isFile, nearestScheme } from '../nearest';
import { oneLine, type Say } from '../messages';
import { readPageFile } from '../readPageFile';

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

async function checkAnnotated(
  source: PageSource,
  sidecarFile: string,
  say: Say,
  report: (line: string) => void,
): Promise<void> {
  const scheme = await nearestScheme(sidecarFile, say);
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
