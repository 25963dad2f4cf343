// Writes the JSON Schemas of sidecar, scheme and export file from the zod schemas: node schemas.mjs
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import esbuild from 'esbuild';

const bundle = 'out/schemas.cjs';
await esbuild.build({
  stdin: { contents: "export { jsonSchemas } from './src/jsonSchemas';", resolveDir: '.', loader: 'ts' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: bundle,
  logLevel: 'warning',
});
const { jsonSchemas } = createRequire(import.meta.url)(`./${bundle}`);

await mkdir('media/schemas', { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) {
  await writeFile(`media/schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
