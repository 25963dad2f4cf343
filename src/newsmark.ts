/** The one public door of the core: what the editor, the command line and other programs call. */
export { analyze, MAX_PAGE_LENGTH, NO_ANALYSIS, toJson, type Analysis, type AnalysisJson } from './analysis';
export { anchor, type Anchored, type Orphan, withCandidates } from './annotations/anchoring';
export { readConflict, type ConflictPlace, type ConflictSide, type SidecarConflict } from './annotations/conflict';
export { defaultScheme } from './annotations/defaultScheme';
export {
  applyEdits,
  invert,
  makeAnnotation,
  makeAnnotations,
  requote,
  textEdit,
  type SidecarEdit,
} from './annotations/edits';
export { labelByKey } from './annotations/labelByKey';
export { likelyLabels, type LikelyLabel, type LikelyReason } from './annotations/likelyLabels';
export { matchLabels } from './annotations/matchLabels';
export type * from './annotations/model';
export { progressOf, type Progress } from './annotations/progress';
export type { FileError } from './annotations/readJson';
export { refine } from './annotations/refine';
export {
  attributesFor,
  brokenRelations,
  relationsBetween,
  relationsOf,
  removeEdits,
  withoutRelation,
  withRelation,
  type RelationEnd,
} from './annotations/relations';
export {
  parseScheme,
  type Scheme,
  type SchemeAttribute,
  type SchemeError,
  type SchemeLabel,
  type SchemeRelation,
} from './annotations/scheme';
export { sameWords, type SameWords } from './annotations/sameWords';
export { changeSpan, mergeSpans, splitAt, type Signature } from './annotations/spanEdits';
export { growByCharacter, shrinkByCharacter, type Side } from './annotations/spanSteps';
export { shift, shiftAll, type TextChange } from './annotations/shift';
export {
  newSidecar,
  pageHash,
  pageIdentity,
  parseSidecar,
  serializeSidecar,
  type SidecarError,
} from './annotations/sidecar';
export { reviewedFigures, type ReviewedFigure } from './annotations/reviewedFigures';
export type { StructureLabel } from './annotations/structure';
export { isDecided, isLabel } from './annotations/states';
export { isGuess, suggestionsOf, type SuggestedEntity, type Suggestion } from './annotations/suggestions';
export { trimSpan } from './annotations/trimSpan';
export { standing, unite, type Apart, type Contested, type United } from './annotations/unite';
export { decodeNumber } from './figures/decodeNumber';
export { inWords } from './figures/inWords';
export { checksOf, mentionsOf } from './figures/mentions';
export type * from './figures/model';
export { editText } from './page/editText';
export { toPage, type FlowText } from './page/flow';
export type * from './page/model';
export { parsePeople } from './page/people';
export { looksLikeNewsPage } from './page/recognize';
export { ROLES } from './page/roles';
export { articleRuns, type Run } from './page/runs';
export { sentenceAt } from './page/sentences';
export { lineAt, readPageText, type LineEnds, type PageText } from './page/text';
export { applyDelta, deltaOf, type AnalysisDelta } from './reading/delta';
export { joinChanges } from './reading/joinChanges';
export { LiveAnalysis, type PageState } from './reading/liveAnalysis';
export { moveAnalysis, moveSpans } from './reading/moveAnalysis';
export { createOwnThreadReader, type PageReader } from './reading/pageReader';
export { findEntities } from './words/entities/findEntities';
export { entitiesOnPage, entityQuestion, inScheme, taggedWords } from './words/entities/onPage';
export type { EntityEvidence, EntityFinder, EntityInput, EntityQuestion, FoundEntity } from './words/entities/model';
export { growByWord, protect, shrinkByWord, wordAt } from './words/growth';
export type { Segmenter, Word } from './words/segmenter';
export type { Document, DocumentBlock, Mark, MarkState } from './exchange/document';
export { Exporter, type PageSource } from './exchange/exporter';
export type { ExportReport } from './exchange/exportReport';
export type { Format, FormatWriter, Loss, LossCode, Output, WriterContext } from './exchange/format';
export { FORMATS, formats } from './exchange/formats';
export type { ImportTarget } from './exchange/importDocument';
export { importDocuments, type ImportedPage, type ImportPages } from './exchange/importer';
export { readers } from './exchange/readers';
export { zipFiles } from './exchange/zipFiles';
export {
  ImportError,
  type ImportFiles,
  type ImportPlace,
  type ImportProblem,
  type ImportProblemCode,
  isRemark,
  type Reader,
} from './exchange/reading';
export {
  completeRequest,
  EXPORT_LAYERS,
  exportRequestSchema,
  parseExportWish,
  type ExportLayer,
  type ExportRequest,
  type ExportWish,
} from './exchange/request';
