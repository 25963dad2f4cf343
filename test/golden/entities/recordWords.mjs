// Writes words.tsv beside the marked articles: every passage as nodejieba cuts it. Needed when passages change.
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import esbuild from 'esbuild';

const bundle = 'out/recordWords.cjs';
await esbuild.build({
  stdin: {
    contents: `export { goldArticles, passagesOf } from './test/unit/words/entities/goldEntities';
      export { readPageText } from './src/newsmark';`,
    resolveDir: '.',
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  outfile: bundle,
  logLevel: 'warning',
});
const require = createRequire(import.meta.url);
const { goldArticles, passagesOf, readPageText } = require(`../../../${bundle}`);
const nodejieba = require('nodejieba');
nodejieba.load({});

for (const folder of ['test/golden/entities', 'test/golden/entities/unseen']) {
  const passages = goldArticles(folder).flatMap(({ text }) => passagesOf(readPageText(text)));
  const lines = passages.map((passage) => {
    const words = nodejieba.tag(passage);
    if (words.map(({ word }) => word).join('') !== passage) throw new Error(`words do not cover: ${passage}`);
    return words.map(({ word, tag }) => `${word}/${tag}`).join('\t');
  });
  await writeFile(`${folder}/words.tsv`, `${lines.join('\n')}\n`);
}
