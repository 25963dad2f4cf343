import * as vscode from 'vscode';
import { registerCommand } from '../../commands';
import { ActionKind, Command, LANGUAGE_ID, type SpanArgument } from '../../contributions';
import type { Log } from '../../log';
import type { Pages } from '../../pages/pages';
import { registerSettledCommand } from '../../pages/settledCommand';
import type { Schemes } from '../../schemes';
import type { Words } from '../../words';
import type { Steps } from '../stepping/steps';
import { TagActions } from './codeActions';
import type { Decisions } from './decisions';
import { DetailCommands } from './details';
import { LostLabels } from './lostLabels';
import { openScheme } from './openScheme';
import { type Places, sameSpan } from './places';
import { RelateCommand } from './relate';
import { type EdgeMove, SpanCommands } from './spans';

interface Parts {
  readonly pages: Pages;
  readonly schemes: Schemes;
  readonly steps: Steps;
  readonly words: Words;
  readonly places: Places;
  readonly decisions: Decisions;
  readonly log: Log;
}

/** Tagging by code action and by command; accepting, rejecting, changing and removing. */
export function registerTagging(parts: Parts): vscode.Disposable {
  const { pages, schemes, steps, words, places, decisions, log } = parts;
  const spans = new SpanCommands(places, words);
  const details = new DetailCommands(places, schemes);
  const relate = new RelateCommand(places, schemes);
  const actions = new TagActions(pages, schemes, decisions);

  const tag = async (label: string | undefined, target: SpanArgument | undefined): Promise<void> => {
    if (label === undefined && !target && (await standsOnStep(pages, places, steps)))
      await decisions.decide('accepted', undefined);
    else await decisions.tag(label, target);
  };
  const decideAndGoOnce = async (state: 'accepted' | 'rejected'): Promise<void> => {
    await decisions.decide(state, undefined);
    if (!steps.tryGo('suggestion', 1)) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('Every suggestion of this page is decided.'), ALL_DONE_MS);
    }
  };
  // Keys that come faster than the file is written wait for their turn: each decides what the one before went to.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (run: () => Promise<void>): Promise<void> => {
    const own = turn.then(run);
    turn = own.catch(() => undefined);
    return own;
  };
  const decideAndGo = (state: 'accepted' | 'rejected'): Promise<void> => inTurn(() => decideAndGoOnce(state));
  const moveEdge = (by: EdgeMove['by'], step: EdgeMove['step'], side: EdgeMove['side']) => (): Promise<void> =>
    inTurn(() => spans.moveEdge({ by, step, side }));
  return vscode.Disposable.from(
    relate,
    new LostLabels(pages, schemes, log),
    vscode.languages.registerCodeActionsProvider(LANGUAGE_ID, actions, {
      providedCodeActionKinds: [ActionKind.tag, ActionKind.decide, ActionKind.edit].map((kind) =>
        vscode.CodeActionKind.RefactorRewrite.append(kind),
      ),
    }),
    registerCommand(log, Command.tag, tag),
    registerCommand(log, Command.tagAgain, () => decisions.tagAgain()),
    registerSettledCommand(pages, log, Command.accept, (target) => decisions.decide('accepted', target)),
    registerSettledCommand(pages, log, Command.reject, (target) => decisions.decide('rejected', target)),
    registerSettledCommand(pages, log, Command.acceptAndNext, () => decideAndGo('accepted')),
    registerSettledCommand(pages, log, Command.rejectAndNext, () => decideAndGo('rejected')),
    registerCommand(log, Command.remove, (id, target) => decisions.remove(id, target)),
    registerCommand(log, Command.changeLabel, (id, label, target) => decisions.changeLabel(id, label, target)),
    registerCommand(log, Command.growAnnotation, moveEdge('character', 'grow', 'end')),
    registerCommand(log, Command.shrinkAnnotation, moveEdge('character', 'shrink', 'end')),
    registerCommand(log, Command.growAnnotationBackward, moveEdge('character', 'grow', 'start')),
    registerCommand(log, Command.shrinkAnnotationBackward, moveEdge('character', 'shrink', 'start')),
    registerCommand(log, Command.growAnnotationByWord, moveEdge('word', 'grow', 'end')),
    registerCommand(log, Command.shrinkAnnotationByWord, moveEdge('word', 'shrink', 'end')),
    registerCommand(log, Command.growAnnotationBackwardByWord, moveEdge('word', 'grow', 'start')),
    registerCommand(log, Command.shrinkAnnotationBackwardByWord, moveEdge('word', 'shrink', 'start')),
    registerCommand(log, Command.splitAnnotation, () => spans.split()),
    registerCommand(log, Command.mergeAnnotations, () => spans.merge()),
    registerCommand(log, Command.setNote, (id, note, target) => details.setNote(id, note, target)),
    registerCommand(log, Command.setAttribute, (id, attribute, value, target) =>
      details.setAttribute(id, attribute, value, target),
    ),
    registerCommand(log, Command.relate, (id, relation, other, target) => relate.run(id, relation, other, target)),
    registerCommand(log, Command.removeRelation, (id, relation, target) =>
      details.removeRelation(id, relation, target),
    ),
    registerCommand(log, Command.openSidecar, () => decisions.openSidecar()),
    registerCommand(log, Command.openScheme, () => openScheme(schemes)),
  );
}

const ALL_DONE_MS = 6_000;

/**
 * Whether the selection is a suggestion that a step led to. The key that tags a selection then accepts: the person
 * came for what is suggested there. Words that a person selected are tagged, suggestion or not.
 */
async function standsOnStep(pages: Pages, places: Places, steps: Steps): Promise<boolean> {
  const page = places.page();
  const [selected, more] = places.selections(page);
  if (!selected || more || !steps.ledTo(page, selected)) return false;
  await pages.settled();
  return page.suggestions.some((s) => sameSpan(s, selected));
}
