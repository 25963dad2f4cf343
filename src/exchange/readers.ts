import { bratReader } from './brat/read';
import { conllReader } from './conll';
import { doccanoReader } from './doccano/read';
import { labelStudioReader } from './labelStudio/read';
import { newsmarkJsonlReader } from './newsmarkJsonl';
import type { Reader } from './reading';
import { webAnnotationReader } from './webannotation/read';

/** Every way to read labelled data, by the id of the format. */
export const readers: readonly Reader[] = [
  bratReader,
  conllReader,
  doccanoReader,
  labelStudioReader,
  webAnnotationReader,
  newsmarkJsonlReader,
];
