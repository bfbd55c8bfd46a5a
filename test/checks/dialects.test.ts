/** Engines differ in the dialects alone: nothing else asks which engine it runs on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOMS = ['src', 'commands', 'migrations', 'test'];
const ASKED =
  /\bengine\s*[!=]==?|\.engine\s*[!=]==?|[!=]==?\s*'(?:sqlite|postgres)'|case '(?:sqlite|postgres)'/;

it('no code compares the name of an engine', () => {
  const files = ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  ).filter((file) => file.endsWith('.ts') && file !== 'test/checks/dialects.test.ts');
  expect(files.length).toBeGreaterThan(400);
  expect(files.filter((file) => ASKED.test(readFileSync(file, 'utf8')))).toEqual([]);
});
