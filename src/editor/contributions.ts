import type { AttributeValue, ExportWish, Relation, Role, Span } from '../newsmark';

/** Every command of the manifest, once. A unit test compares this list with package.json. */
export const Command = {
  toggle: 'newsmark.toggle',
  tag: 'newsmark.tag',
  tagAgain: 'newsmark.tagAgain',
  accept: 'newsmark.accept',
  correctFigure: 'newsmark.correctFigure',
  confirmCheck: 'newsmark.confirmCheck',
  filterFigures: 'newsmark.filterFigures',
  reveal: 'newsmark.reveal',
  reject: 'newsmark.reject',
  acceptAndNext: 'newsmark.acceptAndNext',
  rejectAndNext: 'newsmark.rejectAndNext',
  remove: 'newsmark.remove',
  changeLabel: 'newsmark.changeLabel',
  setNote: 'newsmark.setNote',
  setAttribute: 'newsmark.setAttribute',
  relate: 'newsmark.relate',
  removeRelation: 'newsmark.removeRelation',
  labelOccurrences: 'newsmark.labelOccurrences',
  labelOccurrencesInWorkspace: 'newsmark.labelOccurrencesInWorkspace',
  growAnnotation: 'newsmark.growAnnotation',
  shrinkAnnotation: 'newsmark.shrinkAnnotation',
  growAnnotationBackward: 'newsmark.growAnnotationBackward',
  shrinkAnnotationBackward: 'newsmark.shrinkAnnotationBackward',
  growAnnotationByWord: 'newsmark.growAnnotationByWord',
  shrinkAnnotationByWord: 'newsmark.shrinkAnnotationByWord',
  growAnnotationBackwardByWord: 'newsmark.growAnnotationBackwardByWord',
  shrinkAnnotationBackwardByWord: 'newsmark.shrinkAnnotationBackwardByWord',
  splitAnnotation: 'newsmark.splitAnnotation',
  mergeAnnotations: 'newsmark.mergeAnnotations',
  growSelection: 'newsmark.growSelection',
  shrinkSelection: 'newsmark.shrinkSelection',
  growSelectionBackward: 'newsmark.growSelectionBackward',
  shrinkSelectionBackward: 'newsmark.shrinkSelectionBackward',
  startArticle: 'newsmark.startArticle',
  joinArticle: 'newsmark.joinArticle',
  setRole: 'newsmark.setRole',
  moveTitle: 'newsmark.moveTitle',
  editPeople: 'newsmark.editPeople',
  toggleReviewed: 'newsmark.toggleReviewed',
  nextArticle: 'newsmark.nextArticle',
  previousArticle: 'newsmark.previousArticle',
  selectArticle: 'newsmark.selectArticle',
  nextSuggestion: 'newsmark.nextSuggestion',
  previousSuggestion: 'newsmark.previousSuggestion',
  nextAnnotation: 'newsmark.nextAnnotation',
  previousAnnotation: 'newsmark.previousAnnotation',
  nextUnreviewed: 'newsmark.nextUnreviewed',
  previousUnreviewed: 'newsmark.previousUnreviewed',
  exportData: 'newsmark.export',
  importData: 'newsmark.import',
  openSidecar: 'newsmark.openSidecar',
  restore: 'newsmark.restore',
  placeOrphans: 'newsmark.placeOrphans',
  resolveConflict: 'newsmark.resolveConflict',
  openScheme: 'newsmark.openScheme',
  showLog: 'newsmark.showLog',
} as const;
export type Command = (typeof Command)[keyof typeof Command];

/** A span of a page named by its URI string: what code actions and hovers hand to commands. */
export interface SpanArgument extends Span {
  readonly uri: string;
}

/** What a caller may hand to a command; a person calls it with nothing. */
export interface CommandArguments {
  [Command.toggle]: [];
  [Command.tag]: [label?: string, target?: SpanArgument];
  [Command.tagAgain]: [];
  [Command.accept]: [target?: SpanArgument];
  [Command.correctFigure]: [target?: SpanArgument, field?: FigureField, value?: string];
  [Command.confirmCheck]: [statement?: string, target?: SpanArgument];
  [Command.filterFigures]: [];
  [Command.reveal]: [target: SpanArgument];
  [Command.reject]: [target?: SpanArgument];
  [Command.acceptAndNext]: [];
  [Command.rejectAndNext]: [];
  [Command.remove]: [annotationId?: string, target?: SpanArgument];
  [Command.changeLabel]: [annotationId?: string, label?: string, target?: SpanArgument];
  [Command.growAnnotation]: [];
  [Command.shrinkAnnotation]: [];
  [Command.growAnnotationBackward]: [];
  [Command.shrinkAnnotationBackward]: [];
  [Command.growAnnotationByWord]: [];
  [Command.shrinkAnnotationByWord]: [];
  [Command.growAnnotationBackwardByWord]: [];
  [Command.shrinkAnnotationBackwardByWord]: [];
  [Command.splitAnnotation]: [];
  [Command.mergeAnnotations]: [];
  [Command.setNote]: [annotationId?: string, note?: string, target?: SpanArgument];
  [Command.setAttribute]: [annotationId?: string, attribute?: string, value?: AttributeValue, target?: SpanArgument];
  [Command.relate]: [annotationId?: string, relation?: string, otherId?: string, target?: SpanArgument];
  [Command.removeRelation]: [annotationId?: string, relation?: Relation, target?: SpanArgument];
  [Command.labelOccurrences]: [label?: string, target?: SpanArgument, which?: 'all'];
  [Command.labelOccurrencesInWorkspace]: [label?: string, target?: SpanArgument, which?: 'all'];
  [Command.growSelection]: [];
  [Command.shrinkSelection]: [];
  [Command.growSelectionBackward]: [];
  [Command.shrinkSelectionBackward]: [];
  [Command.startArticle]: [];
  [Command.joinArticle]: [];
  [Command.setRole]: [role?: Role];
  [Command.moveTitle]: [articleId?: string];
  [Command.editPeople]: [printed?: string];
  [Command.toggleReviewed]: [];
  [Command.nextArticle]: [];
  [Command.previousArticle]: [];
  [Command.selectArticle]: [uri?: string, articleId?: string];
  [Command.nextSuggestion]: [];
  [Command.previousSuggestion]: [];
  [Command.nextAnnotation]: [];
  [Command.previousAnnotation]: [];
  [Command.nextUnreviewed]: [];
  [Command.previousUnreviewed]: [];
  [Command.exportData]: [job?: ExportJob];
  [Command.importData]: [job?: ImportJob];
  [Command.openSidecar]: [];
  [Command.restore]: [at?: number];
  [Command.placeOrphans]: [annotationId?: string, decision?: OrphanDecision];
  [Command.resolveConflict]: [sidecarUri?: string, choice?: ConflictChoice, decisions?: ConflictDecisions];
  [Command.openScheme]: [];
  [Command.showLog]: [];
}

/** What a person can correct of a figure. */
export type FigureField = 'value' | 'unit' | 'metric';

/** Pages to export: the shown one, those of its folder, all of the workspace. */
export type ExportScope = 'page' | 'folder' | 'workspace';

export interface ExportJob {
  readonly scope: ExportScope;
  /** URI string of the folder that receives the files. */
  readonly target: string;
  readonly wish: ExportWish;
}

export interface ImportJob {
  /** Id of a reader. */
  readonly format: string;
  /** URI strings of files, folders and zips. */
  readonly files: readonly string[];
  /** Take what is right where something is wrong; asked otherwise. */
  readonly partial?: boolean;
}

/** What to do with an annotation that has lost its place: the index of a candidate, or one of the words. */
export type OrphanDecision = number | 'selection' | 'delete';

/** What to do about annotations that git could not merge. */
export type ConflictChoice = 'ours' | 'theirs' | 'both' | 'compare';

/** Which version stands of annotations that both sides changed, by id. */
export type ConflictDecisions = Readonly<Record<string, 'ours' | 'theirs'>>;

export const LANGUAGE_ID = 'chinese-news';

/**
 * The language of sidecars: JSON, but of our own, because a formatter that runs on every JSON file that is saved would
 * take the lines apart that git merges, and add a step to undo.
 */
export const SIDECAR_LANGUAGE_ID = 'newsmark-annotations';

export const ContextKey = {
  /** The active editor shows a page that Newsmark reads. */
  active: 'newsmark.active',
  /** The cursor stands on a suggestion that nobody decided on yet. */
  onSuggestion: 'newsmark.onSuggestion',
  /** The cursor stands on an annotation. */
  onAnnotation: 'newsmark.onAnnotation',
} as const;
export type ContextKey = (typeof ContextKey)[keyof typeof ContextKey];

export const Setting = {
  recognizePages: 'newsmark.recognizePages',
  author: 'newsmark.author',
  schemeFile: 'newsmark.schemeFile',
  showLabelNames: 'newsmark.showLabelNames',
  suggestEntities: 'newsmark.suggestEntities',
} as const;

export interface SettingTypes {
  [Setting.recognizePages]: boolean;
  [Setting.author]: string;
  [Setting.schemeFile]: string;
  [Setting.showLabelNames]: boolean;
  [Setting.suggestEntities]: boolean;
}

export const Color = {
  boundary: 'newsmark.articleBoundary',
  byline: 'newsmark.byline',
  figure: 'newsmark.figure',
  percent: 'newsmark.figurePercent',
  money: 'newsmark.figureMoney',
  time: 'newsmark.figureTime',
  label: 'newsmark.label',
  unknownLabel: 'newsmark.label.unknown',
} as const;

/** Kinds of code actions, so that users can bind keys to them. */
export const ActionKind = {
  tag: 'newsmark.tag',
  decide: 'newsmark.decide',
  edit: 'newsmark.edit',
  structure: 'newsmark.structure',
} as const;
