import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { jsonSchemas } from '../../src/jsonSchemas';

describe('the JSON Schemas', () => {
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    it(`${name} is what the code says (npm run schemas writes it)`, () => {
      assert.equal(readFileSync(`media/schemas/${name}.schema.json`, 'utf8'), `${JSON.stringify(schema, null, 2)}\n`);
    });
  }
});
