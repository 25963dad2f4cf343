import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { readFigures } from '../../src/figures/readFigures';
import { analyze, readPageText } from '../../src/newsmark';
import { readPage } from '../../src/page/readPage';

/** Runs over a text once and gives back how many things it found in it. */
type Run = () => number;

/** Something that reads Chinese text; `prepare` does what is not timed. */
export interface Tool {
  readonly prepare: (text: string) => Run;
  /** Longest text it is given, in bytes: the slowest would take hours for 10 MB. */
  readonly mostBytes?: number;
}

const MEGABYTE = 1e6;
/** Where test/bench/package.json is installed, and where the extension's own packages are. */
const COMPETITORS = resolve('.cache/bench/package.json');
const OWN = resolve('package.json');

/** @throws where the package is not installed */
function load(from: string, name: string): unknown {
  return createRequire(from)(name);
}

const PLAIN_REGEX =
  /[0-9０-９零〇一二三四五六七八九十百千万亿两点.．,，%％]+(?:元|人|个|家|户|亩|吨|公里|平方米|年|月|日|次|项|座)?/gu;

/** How many matches the plain expression has; none is kept. */
function countMatches(text: string): number {
  let count = 0;
  PLAIN_REGEX.lastIndex = 0;
  while (PLAIN_REGEX.test(text)) count++;
  return count;
}

/** Texts without line ends, cut into sentences: what the tools below are made for. */
function sentencesOf(text: string): string[] {
  const flow = readPage(readPageText(text)).paragraphs.map((paragraph) => paragraph.flow.text);
  return flow.flatMap((paragraph) => paragraph.split(/(?<=[。！？；])/u));
}

type Recognize = (text: string, culture: string) => readonly unknown[];
const RECOGNIZED = ['Number', 'Percentage', 'Currency', 'Dimension', 'DateTime'] as const;

/** Numbers, percentages, money, dimensions and dates: what our figures are, without what they measure. */
function recognizers(text: string): Run {
  const suite = load(COMPETITORS, '@microsoft/recognizers-text-suite') as Record<
    `recognize${(typeof RECOGNIZED)[number]}`,
    Recognize
  >;
  const all = RECOGNIZED.map((kind) => suite[`recognize${kind}`]);
  const sentences = sentencesOf(text);
  return () => {
    let count = 0;
    for (const sentence of sentences) for (const recognize of all) count += recognize(sentence, 'zh-cn').length;
    return count;
  };
}

/** Dates only. */
function chrono(text: string): Run {
  const { zh } = load(COMPETITORS, 'chrono-node') as {
    zh: { hans: { parse(text: string): readonly unknown[] } };
  };
  const sentences = sentencesOf(text);
  return () => sentences.reduce((count, sentence) => count + zh.hans.parse(sentence).length, 0);
}

/** Words with parts of speech; what is counted are its numerals (m) and times (t). */
function jieba(text: string): Run {
  const { tag } = load(OWN, 'nodejieba') as {
    readonly tag: (text: string) => readonly { readonly tag: string }[];
  };
  const sentences = sentencesOf(text);
  return () =>
    sentences.reduce(
      (count, sentence) => count + tag(sentence).filter((word) => word.tag === 'm' || word.tag === 't').length,
      0,
    );
}

/** Everything `npm run bench` measures, each in a process of its own. */
export const tools: Readonly<Record<string, Tool>> = {
  'plain regex': { prepare: (text) => () => countMatches(text) },
  'Newsmark: page text': { prepare: (text) => () => readPageText(text).text.length },
  'Newsmark: structure': {
    prepare: (text) => {
      const page = readPageText(text);
      return () => readPage(page).paragraphs.length;
    },
  },
  'Newsmark: figures': {
    prepare: (text) => {
      const structure = readPage(readPageText(text));
      return () => readFigures(structure).figures.length;
    },
  },
  'Newsmark: all': {
    prepare: (text) => {
      const page = readPageText(text);
      return () => analyze(page).figures.length;
    },
  },
  'nodejieba tag': { prepare: jieba },
  'chrono-node (zh)': { prepare: chrono, mostBytes: MEGABYTE },
  'recognizers-text': { prepare: recognizers, mostBytes: MEGABYTE / 10 },
};
