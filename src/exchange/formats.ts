import { articlesJsonl } from './articlesJsonl';
import { brat } from './brat';
import { conll } from './conll';
import { doccano, doccanoRelations } from './doccano';
import { figuresCsv } from './figuresCsv';
import { figuresXlsx } from './figuresXlsx';
import { hf } from './hf';
import type { Format } from './format';
import { labelStudio } from './labelStudio';
import { spacy } from './spacy';
import { uimaXmi } from './uimaXmi';
import { newsmarkJsonl } from './newsmarkJsonl';
import { webAnnotation, webAnnotationUtf16 } from './webannotation';

/** Every way to write labelled data, in the order they are offered. */
export const formats: readonly Format[] = [
  conll,
  brat,
  doccano,
  doccanoRelations,
  labelStudio,
  hf,
  spacy,
  webAnnotation,
  webAnnotationUtf16,
  uimaXmi,
  newsmarkJsonl,
  articlesJsonl,
  figuresCsv,
  figuresXlsx,
];

/** The ids of all formats. */
export const FORMATS: readonly string[] = formats.map((format) => format.id);
