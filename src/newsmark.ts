/** The one public door of the core: what the editor, the command line and other programs call. */
export { analyze, toJson, type Analysis, type AnalysisJson } from './analysis';
export { toPage, type FlowText } from './page/flow';
export type * from './page/model';
export { lineAt, readPageText, type LineEnds, type PageText } from './page/text';
export type * from './figures/model';
export type * from './annotations/model';
