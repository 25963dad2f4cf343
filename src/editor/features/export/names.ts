import * as vscode from 'vscode';
import type { ExportLayer, LossCode } from '../../../newsmark';

/** What a format is for, in a line. */
export function describeFormat(id: string): string {
  const descriptions: Readonly<Record<string, string>> = {
    conll: vscode.l10n.t('one character a line with BIO, BIOES or BMES tags, for sequence labelling'),
    brat: vscode.l10n.t('text and standoff file for every document, for brat and INCEpTION'),
    doccano: vscode.l10n.t('JSON Lines for doccano'),
    'doccano-relations': vscode.l10n.t('JSON Lines for doccano projects with relations'),
    'label-studio': vscode.l10n.t('tasks with annotations and predictions, and the labelling configuration'),
    hf: vscode.l10n.t('token classification for Hugging Face datasets'),
    spacy: vscode.l10n.t('JSON Lines for spaCy: Doc.char_span, overlapping spans too'),
    webannotation: vscode.l10n.t('W3C Web Annotation, JSON-LD'),
    'webannotation-utf16': vscode.l10n.t('W3C Web Annotation with offsets in UTF-16, for Recogito and Hypothesis'),
    'uima-xmi': vscode.l10n.t('UIMA CAS XMI with its type system, for INCEpTION and DKPro'),
    'newsmark-jsonl': vscode.l10n.t('JSON Lines of our own, without any loss'),
    'articles-jsonl': vscode.l10n.t('one article a line: title, byline, text, figures'),
    'figures-csv': vscode.l10n.t('table of figures for Excel: metric, value, unit, period, sentence'),
    'figures-xlsx': vscode.l10n.t('workbook of figures: metric, value, unit, period, sentence'),
  };
  return descriptions[id] ?? '';
}

export function layerName(layer: ExportLayer): string {
  switch (layer) {
    case 'entity':
      return vscode.l10n.t('Entities');
    case 'figure':
      return vscode.l10n.t('Figures');
    case 'byline':
      return vscode.l10n.t('Bylines');
    case 'structure':
      return vscode.l10n.t('Make-up: headlines, bodies, captions');
  }
}

/** Why something is not in the files; `detail` names the relation or attribute. */
export function lossReason(code: LossCode, detail = ''): string {
  switch (code) {
    case 'no-place':
      return vscode.l10n.t('it has no certain place on the page');
    case 'quote-differs':
      return vscode.l10n.t('its text is not its quote');
    case 'outside':
      return vscode.l10n.t('it stands outside the text that is written');
    case 'torn':
      return vscode.l10n.t('in the text that is written something else stands between its parts');
    case 'overlap':
      return vscode.l10n.t('the format holds one label a character, and a longer or earlier one stands there');
    case 'empty':
      return vscode.l10n.t('it holds no character that the format writes');
    case 'label':
      return vscode.l10n.t('the format cannot write this label');
    case 'layer':
      return vscode.l10n.t('the format has no such layer');
    case 'state':
      return vscode.l10n.t('the format does not tell suggestions and refusals from labels');
    case 'relation':
      return vscode.l10n.t('relation {0}: the format has none, or the other end is not written', detail);
    case 'attribute':
      return vscode.l10n.t('attribute {0}: the format cannot hold it', detail);
    case 'note':
      return vscode.l10n.t('the format has no notes');
    case 'character':
      return vscode.l10n.t('it holds characters that the format cannot write; � stands for them');
  }
}
