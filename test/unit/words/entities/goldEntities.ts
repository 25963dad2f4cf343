import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, readPageText, toPage } from '../../../../src/newsmark';
import type { PageText } from '../../../../src/newsmark';
import { findEntities } from '../../../../src/words/entities/findEntities';
import type { Word } from '../../../../src/words/segmenter';

export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export interface GoldArticle {
  readonly name: string;
  readonly text: string;
  readonly entities: readonly LabelledSpan[];
}

export interface EntityScore {
  readonly gold: number;
  readonly right: number;
  readonly suggested: number;
}

const MARK = /\[([^\]|]+)\|([A-Z]+)\]/gu;

/** The articles of a folder with marks [words|LABEL] in their text. */
export function goldArticles(folder: string): readonly GoldArticle[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.marked.txt'))
    .sort()
    .map((file) => ({ name: file.replace('.marked.txt', ''), ...unmark(readFileSync(join(folder, file), 'utf8')) }));
}

function unmark(marked: string): { readonly text: string; readonly entities: readonly LabelledSpan[] } {
  let text = '';
  let at = 0;
  const entities: LabelledSpan[] = [];
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(at, match.index);
    entities.push({ start: text.length, end: text.length + match[1]!.length, label: match[2]! });
    text += match[1]!;
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), entities };
}

/** The flow texts of a page, as the editor sends them to the segmenter. */
export function passagesOf(page: PageText): readonly string[] {
  return analyze(page).paragraphs.map((paragraph) => paragraph.flow.text);
}

/** What is suggested for a text; words by passage where a segmenter gave them. */
export function suggest(text: string, wordsOf?: (passage: string) => readonly Word[]): readonly LabelledSpan[] {
  const { paragraphs, bylines } = analyze(readPageText(text));
  const passages = paragraphs.map((paragraph) => paragraph.flow.text);
  const found = findEntities({
    passages,
    words: wordsOf && passages.map(wordsOf),
    people: bylines.flatMap((byline) => byline.people.map((person) => person.name)),
    tagged: [],
  });
  return found.map(({ passage, start, end, label }) => ({ ...toPage(paragraphs[passage]!.flow, start, end), label }));
}

export function scoreOf(gold: readonly LabelledSpan[], suggested: readonly LabelledSpan[]): EntityScore {
  const keys = new Set(gold.map(keyOf));
  return { gold: gold.length, right: suggested.filter((s) => keys.has(keyOf(s))).length, suggested: suggested.length };
}

export function keyOf({ start, end, label }: LabelledSpan): string {
  return `${start} ${end} ${label}`;
}

/** Recorded words: `word/tag word/tag …`, a passage a line. */
export function parseWords(recorded: string): (passage: string) => readonly Word[] {
  const byText = new Map<string, readonly Word[]>();
  for (const line of recorded.split('\n').filter((each) => each !== '')) {
    let at = 0;
    const words = line.split('\t').map((entry): Word => {
      const slash = entry.lastIndexOf('/');
      const start = at;
      at += slash;
      return { start, end: at, tag: entry.slice(slash + 1) };
    });
    byText.set(
      line
        .split('\t')
        .map((entry) => entry.slice(0, entry.lastIndexOf('/')))
        .join(''),
      words,
    );
  }
  return (passage) => {
    const words = byText.get(passage);
    if (!words) throw new Error(`no recorded words for: ${passage.slice(0, 40)}`);
    return words;
  };
}
