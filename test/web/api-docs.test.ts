/** The requests in docs/public-page.md are answered as it says. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectPath } from '../../src/paths.js';
import { publicRecord, type PublicRecord } from './record.js';

let record: PublicRecord;
beforeAll(async () => {
  record = await publicRecord();
});
afterAll(() => record.close());

const EXAMPLE = /```sh\ncurl '(?:https:\/\/record\.example)([^']+)'\n```\n\n```json\n([^`]+)```/g;

it('answers every request of the documentation with what stands below it', async () => {
  const examples = [...readFileSync(projectPath('docs', 'public-page.md'), 'utf8').matchAll(EXAMPLE)];
  expect(examples).toHaveLength(2);
  for (const [, path = '', documented = ''] of examples)
    expect(JSON.parse(await record.text(path))).toMatchObject(JSON.parse(documented) as object);
});
