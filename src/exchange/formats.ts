import { articlesJsonl } from './articlesJsonl';
import { brat } from './brat';
import { conll } from './conll';
import { figuresCsv } from './figuresCsv';
import { figuresXlsx } from './figuresXlsx';
import { doccano, doccanoRelations } from './doccano';
import type { Format } from './format';
import { newsmarkJsonl } from './newsmarkJsonl';

/** Every way to write labelled data, in the order they are offered. */
export const formats: readonly Format[] = [
  conll,
  brat,
  doccano,
  doccanoRelations,
  newsmarkJsonl,
  articlesJsonl,
  figuresCsv,
  figuresXlsx,
];

/** The ids of all formats. */
export const FORMATS: readonly string[] = formats.map((format) => format.id);
