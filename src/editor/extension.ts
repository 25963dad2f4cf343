import type * as vscode from 'vscode';
import { registerCommand } from './commands';
import { Command } from './contributions';
import { registerArticles } from './features/articles';
import { registerBadges } from './features/badges';
import { registerChecks } from './features/checks';
import { registerConflicts } from './features/conflicts';
import { registerEntities } from './features/entities';
import { registerExport } from './features/export';
import { registerImport } from './features/import';
import { registerFigures } from './features/figures';
import { registerHighlights } from './features/highlights';
import { registerHover } from './features/hover';
import { registerOccurrences } from './features/occurrences';
import { registerOrphans } from './features/orphans';
import { registerOutline } from './features/outline';
import { registerRecognition } from './features/recognition';
import { registerRestore } from './features/restore';
import { registerSelection } from './features/selection';
import { registerStatus } from './features/status';
import { registerStepping } from './features/stepping';
import { Steps } from './features/stepping/steps';
import { registerStructure } from './features/structure';
import { registerTagging } from './features/tagging';
import { Decisions } from './features/tagging/decisions';
import { Places } from './features/tagging/places';
import { createLog } from './log';
import { Pages } from './pages/pages';
import { ReportDocuments } from './reports';
import { Schemes } from './schemes';
import { KeptStates } from './sidecar/keptStates';
import { Words } from './words';
import { createPageReader } from '../reading/adapters/createPageReader';
import { createSegmenter } from '../words/adapters/createSegmenter';

export function activate(context: vscode.ExtensionContext): void {
  const log = createLog();
  const schemes = new Schemes(log);
  const states = new KeptStates(context.storageUri, log);
  const reader = createPageReader({
    workerFile: context.asAbsolutePath('dist/reader.js'),
    log: (line) => log.warn(line),
  });
  const pages = new Pages(states, reader, log);
  const segmenter = createSegmenter({
    workerFile: context.asAbsolutePath('dist/segmenter.js'),
    log: (line) => log.warn(line),
  });
  const words = new Words(segmenter);
  const places = new Places(pages);
  const decisions = new Decisions(places, schemes, context.workspaceState);
  const reports = new ReportDocuments();
  const steps = new Steps(pages, schemes);
  context.subscriptions.push(
    log,
    schemes,
    pages,
    segmenter,
    reports,
    registerCommand(log, Command.showLog, () => log.show()),
    registerRecognition(context, log),
    registerHighlights(pages, schemes),
    registerEntities(pages, schemes, segmenter, log),
    registerOutline(pages),
    registerHover(pages, schemes),
    registerTagging({ pages, schemes, steps, words, places, decisions, log }),
    registerOccurrences(pages, places, decisions, reports, log),
    registerSelection(pages, words, log),
    registerArticles(pages),
    registerChecks(pages, log),
    registerFigures(pages, log),
    registerStructure(pages, log),
    registerStepping(pages, steps, log),
    registerExport(context, pages, schemes, reports, log),
    registerImport(pages, schemes, reports, log),
    registerStatus(pages),
    registerRestore(pages, states, log),
    registerOrphans(pages, log),
    registerConflicts(pages, log),
    registerBadges(context, pages),
  );
}
