/** The table of walls in docs/architecture.md is the one that is checked. UPDATE_DOCS=1 writes it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { z } from 'zod';

const PAGE = 'docs/architecture.md';
const TABLE = /(<!-- walls -->\n)[\s\S]*?(<!-- \/walls -->)/;

const config = z.object({
  forbidden: z.array(
    z.object({
      from: z.object({ path: z.string().optional() }),
      to: z.object({ pathNot: z.union([z.string(), z.array(z.string())]).optional() }),
    }),
  ),
});

/** `^src/domain/` as `src/domain`. */
const roomOf = (pattern: string) => pattern.replace(/^\^/, '').replace(/\/$/, '');

/** Each room with the rooms it may import, as the wall says it. */
function walls(): readonly (readonly [string, readonly string[]])[] {
  const { forbidden } = config.parse(createRequire(import.meta.url)('../../.dependency-cruiser.cjs'));
  return forbidden.flatMap(({ from, to }) => {
    if (from.path === undefined || !Array.isArray(to.pathNot)) return [];
    const room = roomOf(from.path);
    return [[room, to.pathNot.map(roomOf).filter((other) => other !== room)] as const];
  });
}

function table(): string {
  const code = (room: string) => `\`${room.replaceAll('|', '\\|')}\``;
  const rows = walls().map(([room, others]) => [code(room), others.map(code).join(', ') || 'nothing']);
  const widths = [0, 1].map((column) =>
    Math.max(
      ...['room', 'may import'].map((head) => head.length),
      ...rows.map((row) => row[column]?.length ?? 0),
    ),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return `\n${[line(['room', 'may import']), rule, ...rows.map(line)].join('\n')}\n\n`;
}

it('the table of walls in docs/architecture.md is the one that is checked', () => {
  const page = readFileSync(PAGE, 'utf8');
  const current = page.replace(TABLE, (_all, begin: string, end: string) => `${begin}${table()}${end}`);
  const update = process.env['UPDATE_DOCS'] !== undefined;
  if (update) writeFileSync(PAGE, current);
  expect(update ? current : page).toBe(current);
});

it('every room in docs/architecture.md has its walls', () => {
  const [, rooms = ''] = /## Rooms\n([\s\S]*?)\n## Walls/.exec(readFileSync(PAGE, 'utf8')) ?? [];
  const named = [...rooms.matchAll(/^\| `([^`]+)`/gm)].map(([, room]) => room);
  expect(new Set(named)).toEqual(new Set(walls().map(([room]) => room)));
});
