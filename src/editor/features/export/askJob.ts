import * as vscode from 'vscode';
import { completeRequest, EXPORT_LAYERS, formats } from '../../../newsmark';
import type { ExportWish, Format } from '../../../newsmark';
import type { ExportJob, ExportScope } from '../../contributions';
import type { Pages } from '../../pages/pages';
import { askSteps, BACK, pick, type Step } from '../../steps';
import { choicesFor } from './choices';
import { describeFormat, layerName } from './names';

const LAST_JOB = 'newsmark.export.last';

interface Draft {
  readonly scope: ExportScope;
  readonly wish: ExportWish;
  /** Everything comes from the team's file: nothing more is asked. */
  readonly fixed: boolean;
}

interface Last {
  readonly scope: ExportScope;
  readonly wish: ExportWish;
  readonly target: string;
}

/**
 * Asks what to export, how and where; the last answers are offered first. Where the workspace has an export file, one
 * choice takes everything from it. Undefined where the person gives up.
 */
export async function askJob(
  pages: Pages,
  state: vscode.Memento,
  team: ExportWish | undefined,
): Promise<ExportJob | undefined> {
  const last = state.get<Last>(LAST_JOB);
  const first: Draft = {
    scope: last?.scope ?? 'page',
    wish: last?.wish ?? { formatVersion: 1, format: 'conll' },
    fixed: false,
  };
  const draft = await askSteps(first, [askScope(pages), askFormat(team), askLayers, askForm]);
  const target = draft && (await askTarget(last?.target));
  if (!target) return undefined;
  const { scope, wish, fixed } = draft;
  await state.update(LAST_JOB, { scope, target, wish: fixed ? first.wish : wish } satisfies Last);
  return { scope, wish, target };
}

function askScope(pages: Pages): Step<Draft> {
  return async (draft, position) => {
    const items: { readonly label: string; readonly scope: ExportScope }[] = [];
    if (pages.active) {
      items.push({ scope: 'page', label: vscode.l10n.t('This page') });
      items.push({ scope: 'folder', label: vscode.l10n.t('All pages in the folder of this page') });
    }
    if (vscode.workspace.workspaceFolders) {
      items.push({ scope: 'workspace', label: vscode.l10n.t('All pages of the workspace') });
    }
    const chosen = items.filter(({ scope }) => scope === draft.scope);
    const [title, placeholder] = [vscode.l10n.t('Export Labelled Data'), vscode.l10n.t('What to export')];
    const answer = await pick({ title, placeholder, items, chosen, many: false, ...position });
    return answer === undefined || answer === BACK ? answer : { ...draft, scope: answer[0]!.scope };
  };
}

function askFormat(team: ExportWish | undefined): Step<Draft> {
  return async (draft, position) => {
    const items = formats.map(({ id }) => ({ label: id, description: describeFormat(id), wish: undefined }));
    const fixed = team && {
      label: vscode.l10n.t('As newsmark.export.json says'),
      description: team.format,
      wish: team,
    };
    const chosen = fixed ? [fixed] : items.filter(({ label }) => label === draft.wish.format);
    const answer = await pick<{ label: string; description: string; wish: ExportWish | undefined }>({
      title: vscode.l10n.t('Export Labelled Data'),
      placeholder: vscode.l10n.t('Format'),
      items: [...(fixed ? [fixed] : []), ...items],
      chosen,
      many: false,
      ...position,
    });
    if (answer === undefined || answer === BACK) return answer;
    const { label, wish } = answer[0]!;
    if (wish) return { ...draft, wish, fixed: true };
    // What was chosen for another format says little about this one.
    const same = draft.wish.format === label && !draft.fixed;
    return { ...draft, wish: same ? draft.wish : { formatVersion: 1, format: label }, fixed: false };
  };
}

const askLayers: Step<Draft> = async (draft, position) => {
  if (draft.fixed) return draft;
  const items = EXPORT_LAYERS.map((layer) => ({ label: layerName(layer), layer }));
  const wanted = completeRequest(draft.wish, formatOf(draft.wish).defaults).layers;
  const chosen = items.filter(({ layer }) => wanted.includes(layer));
  const [title, placeholder] = [vscode.l10n.t('Export Labelled Data'), vscode.l10n.t('What the labels are about')];
  const answer = await pick({ title, placeholder, items, chosen, many: true, ...position });
  if (answer === undefined || answer === BACK) return answer;
  const layers = answer.map(({ layer }) => layer);
  const { layers: _, ...wish } = draft.wish;
  return { ...draft, wish: layers.length > 0 ? { ...wish, layers } : wish };
};

const askForm: Step<Draft> = async (draft, position) => {
  if (draft.fixed) return draft;
  const format = formatOf(draft.wish);
  const request = completeRequest(draft.wish, format.defaults);
  const items = choicesFor(format);
  const chosen = items.filter(({ isOn }) => isOn(request));
  const [title, placeholder] = [vscode.l10n.t('Export Labelled Data'), vscode.l10n.t('In which form')];
  const answer = await pick({ title, placeholder, items, chosen, many: true, ...position });
  if (answer === undefined || answer === BACK) return answer;
  const changed = items.filter((item) => item.isOn(request) !== answer.includes(item));
  // Of things that exclude each other the one that was ticked wins over the one that was not.
  changed.sort((a, b) => Number(answer.includes(a)) - Number(answer.includes(b)));
  const wish = changed.reduce((so, item) => item.set(so, answer.includes(item)), draft.wish);
  return { ...draft, wish };
};

/** The format of a wish; the first one where it is of another version and no more known. */
function formatOf({ format }: ExportWish): Format {
  return formats.find(({ id }) => id === format) ?? formats[0]!;
}

async function askTarget(last: string | undefined): Promise<string | undefined> {
  const start = last === undefined ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.parse(last);
  const [target] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Export Here'),
      title: vscode.l10n.t('Folder for the exported files'),
      ...(start && { defaultUri: start }),
    })) ?? [];
  return target?.toString();
}
