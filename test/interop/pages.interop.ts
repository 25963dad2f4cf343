/**
 * `node pages.interop.js FOLDER`: annotated pages for the consumers to load. The golden pages and one of characters that
 * formats trip over, each with spans that nest, overlap, run over line ends, are related, asked about and remarked on.
 * What consumers must find stands in `expected.json`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  analyze,
  type Annotation,
  defaultScheme,
  makeAnnotations,
  newSidecar,
  readPageText,
  serializeSidecar,
} from '../../src/newsmark';
import { seeded } from '../unit/random';

const SPANS = 24;
const NASTY = `𠮷祥镇加固“三座”水库 👨‍👩‍👧

\u3000\u3000本报讯（记者 李明远）𠮷祥镇今年投入１２６０
万元，同比增长12.5%。“真好！”村民𠮷大山说：<水库> & 'C:\\dam'，
=SUM(1)\u200b的‘表’里，㐂、𡃁、é́都有😀。
`;

const [folder = ''] = process.argv.slice(2);
const random = seeded(20_240_601);
const golden = readdirSync('test/golden').filter((name) => name.endsWith('.txt'));
const pages = new Map(golden.map((name) => [name, readFileSync(join('test/golden', name), 'utf8')]));
pages.set('nasty.txt', NASTY);
pages.set('nasty-crlf.txt', `\uFEFF${NASTY.replaceAll('\n', '\r\n')}`);

mkdirSync(join(folder, 'pages'), { recursive: true });
const expected: Record<string, readonly object[]> = {};
for (const [name, raw] of pages) {
  const page = readPageText(raw);
  const annotations = annotate(name, page);
  const sidecar = { ...newSidecar(page, name, 'utf8'), annotations: [...annotations] };
  writeFileSync(join(folder, 'pages', name), raw);
  writeFileSync(join(folder, 'pages', `${name}.newsmark.json`), serializeSidecar(sidecar));
  expected[name] = annotations.map(({ id, label, quote, start, end, relations }) => {
    return { id, label, quote, start, end, relations: relations ?? [] };
  });
}
writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected));

/** Spans in the text of articles, so that no form of the text leaves one out. */
function annotate(name: string, page: ReturnType<typeof readPageText>): readonly Annotation[] {
  const { articles } = analyze(page);
  const blocks = articles.flatMap((article) => article.blocks).filter(({ role }) => role === 'body');
  const taken = new Set<string>();
  const decisions = Array.from({ length: SPANS }, (_, index) => {
    const block = random.pick(blocks);
    const characters = [...page.text.slice(block.start, block.end)];
    const first = random.int(0, characters.length - 1);
    const last = Math.min(characters.length, first + random.int(1, 14));
    const before = characters.slice(0, first).join('').length;
    const quote = characters.slice(first, last).join('');
    const start = block.start + before + (quote.length - quote.trimStart().length);
    const end = block.start + before + quote.trimEnd().length;
    const label = random.pick(defaultScheme.labels).id;
    const spot = `${start} ${end} ${label}`;
    if (end <= start || /^\u200b|\u200b$/u.test(quote.trim()) || taken.has(spot)) return undefined;
    taken.add(spot);
    const id = `${name.replace(/\W/g, '')}${index}`;
    return {
      id,
      layer: 'entity',
      label,
      start,
      end,
      state: 'added',
      author: '甲',
      time: '2025-01-01T00:00:00Z',
    } as const;
  }).filter((decision) => decision !== undefined);
  const made = makeAnnotations(
    page,
    decisions.map((decision) => ({ ...decision, data: undefined })),
  );
  return made.map((annotation, index) => ({
    ...annotation,
    ...(index % 4 === 1 && { note: `第${index}条\t备注` }),
    ...(index % 5 === 2 && { attributes: { unsure: true } }),
    ...(index % 6 === 3 && { relations: [{ label: 'sameAs', target: made[index - 1]!.id }] }),
  }));
}
