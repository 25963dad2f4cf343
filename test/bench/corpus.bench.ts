/**
 * `node corpus.bench.js FOLDER PAGES ANNOTATIONS`: a folder of annotated pages, the golden and the sample pages again and
 * again with other digits, and so many annotations on all of them together.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultScheme, makeAnnotations, newSidecar, readPageText, serializeSidecar } from '../../src/newsmark';
import { seeded } from '../unit/random';
import { textOf } from './pages';

const PAGE_BYTES = 20_000;
const PER_FOLDER = 100;

const [folder = '', pages = '0', annotations = '0'] = process.argv.slice(2);
const count = Number(pages);
const each = Math.round(Number(annotations) / count);
const random = seeded(3);
// The page that a document belongs to must be told from all others.
const text = textOf(PAGE_BYTES * 40).split('\n');
const linesEach = Math.floor(text.length / 40);

for (let number = 0; number < count; number++) {
  const lines = text.slice((number % 40) * linesEach, ((number % 40) + 1) * linesEach);
  const page = readPageText(`第${number + 1}份样报\n${lines.join('\n')}\n`);
  const spots = new Map<string, { start: number; end: number; label: string }>();
  while (spots.size < each) {
    const start = random.int(0, page.text.length - 8);
    const end = start + random.int(2, 8);
    const quote = page.text.slice(start, end);
    if (/^\s|\s$|\n/u.test(quote)) continue;
    const label = random.pick(defaultScheme.labels).id;
    spots.set(`${start} ${end} ${label}`, { start, end, label });
  }
  const made = makeAnnotations(
    page,
    [...spots.values()].map((spot, index) => {
      const id = `p${number}-${index}`;
      return {
        id,
        layer: 'entity',
        ...spot,
        state: 'added',
        time: '2025-01-01T00:00:00Z',
        author: 'a',
        data: undefined,
      };
    }),
  );
  const name = `${String(number + 1).padStart(5, '0')}.txt`;
  const sub = join(folder, String(Math.floor(number / PER_FOLDER)));
  mkdirSync(sub, { recursive: true });
  writeFileSync(join(sub, name), page.text);
  writeFileSync(
    join(sub, `${name}.newsmark.json`),
    serializeSidecar({ ...newSidecar(page, name, 'utf8'), annotations: [...made] }),
  );
}
