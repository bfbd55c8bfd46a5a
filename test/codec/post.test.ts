import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { postKey, readPost, type PostKey } from '../../src/codec/post.js';
import type { Post } from '../../src/domain/post.js';
import { fromPlanned } from '../../src/store/rows.js';
import { RELEASED } from '../support/released.js';

const ABOUT = { number: 12, version: { number: 2, generation: 0 } } as const;
const FIRE = Date.parse('2025-08-04T13:00:00Z');

const STORED: readonly (readonly [Post, PostKey])[] = [
  [
    { kind: 'passed', ...ABOUT },
    { kind: 'passed', subject: 'U-12', number: 12, version: '2.0', slot: 'passed' },
  ],
  [
    { kind: 'announcement', number: 12, version: null, entry: 3 },
    { kind: 'announcement', subject: 'U-12', number: 12, version: '0', slot: 'entry-3' },
  ],
  [
    {
      kind: 'milestone',
      ...ABOUT,
      version: { number: 3, generation: 4 },
      offset: { unit: 'days', count: 7 },
    },
    { kind: 'milestone', subject: 'U-12', number: 12, version: '3.4', slot: 'days-7' },
  ],
  [
    { kind: 'milestone', ...ABOUT, offset: { unit: 'hours', count: 6 } },
    { kind: 'milestone', subject: 'U-12', number: 12, version: '2.0', slot: 'hours-6' },
  ],
  [
    { kind: 'edit', of: 'card', ...ABOUT, entry: 4 },
    { kind: 'edit', subject: 'U-12', number: 12, version: '2.0', slot: 'card-4' },
  ],
  [
    { kind: 'edit', of: 'digest', ...ABOUT, entry: 4 },
    { kind: 'edit', subject: 'U-12', number: 12, version: '2.0', slot: 'digest-4' },
  ],
  [
    { kind: 'edit', of: 'row', number: 12, version: null, row: 7, entry: 3 },
    { kind: 'edit', subject: 'U-12', number: 12, version: '0', slot: 'posted-7-3' },
  ],
  [
    { kind: 'edit', of: 'linked', number: 12, version: null, cause: { number: 5, entry: 3 } },
    { kind: 'edit', subject: 'U-12', number: 12, version: '0', slot: 'linked-U-5.3' },
  ],
  [
    { kind: 'digest', schedule: 3, fire: FIRE },
    { kind: 'digest', subject: 'schedule-3', number: null, version: '0', slot: '2025-08-04T13:00:00.000Z' },
  ],
  [
    { kind: 'publish', of: 'milestone', row: 7, about: 12 },
    { kind: 'publish', subject: 'U-12', number: 12, version: '0', slot: 'milestone-7' },
  ],
  [
    { kind: 'publish', of: 'digest', row: 8, about: null },
    { kind: 'publish', subject: 'list', number: null, version: '0', slot: 'digest-8' },
  ],
  [
    { kind: 'event', about: 12, of: 'entry', entry: 3 },
    { kind: 'event', subject: 'U-12', number: 12, version: '0', slot: 'entry-3' },
  ],
  [
    { kind: 'event', about: 12, of: 'settings', since: 1_754_312_400_000 },
    { kind: 'event', subject: 'U-12', number: 12, version: '0', slot: 'settings-1754312400000' },
  ],
  [
    { kind: 'nudge', day: '2025-08-10' },
    { kind: 'nudge', subject: 'review', number: null, version: '0', slot: '2025-08-10' },
  ],
  [
    { kind: 'board', version: 2, slot: 'post' },
    { kind: 'board', subject: 'board', number: null, version: '2', slot: 'post' },
  ],
  [
    { kind: 'board', version: 3, slot: 'remove' },
    { kind: 'board', subject: 'board', number: null, version: '3', slot: 'remove' },
  ],
  [
    { kind: 'board', version: 1, slot: 'edit', cause: { number: 12, entry: 3 } },
    { kind: 'board', subject: 'board', number: null, version: '1', slot: 'U-12.3' },
  ],
];

describe('a post', () => {
  it.each(STORED)('is stored as the releases before stored it, and read back: %j', (post, key) => {
    expect(postKey(post)).toEqual(key);
    expect(readPost(key)).toEqual(post);
  });

  it.each<Partial<PostKey>>([
    { slot: 'days-x' },
    { slot: 'weeks-1' },
    { slot: 'days-07' },
    { number: null },
    { number: 13 },
    { version: '2' },
    { kind: 'board' },
    { kind: 'digest' },
    { kind: 'announcement' },
  ])('is unreadable where this release would store it otherwise: %j', (changed) => {
    const key: PostKey = { kind: 'milestone', subject: 'U-12', number: 12, version: '2.0', slot: 'days-7' };
    expect(readPost({ ...key, ...changed })).toEqual({ kind: 'unreadable' });
  });
});

type Stored = PostKey & {
  readonly guild: string;
  readonly channel: string;
  readonly nonce: string;
  readonly rank: number;
};

function released(): readonly Stored[] {
  const file = new Sqlite(':memory:');
  file.exec(RELEASED);
  const rows = file.prepare<[], Stored>('select * from delivery').all();
  file.close();
  return rows;
}

describe('the rows of release 0.1.0', () => {
  const rows = released();

  it('are all read, and would be stored with the same columns, urgency and nonce', () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const { kind, subject, number, version, slot, guild, channel, nonce, rank } of rows) {
      const post = readPost({ kind, subject, number, version, slot });
      if (post.kind === 'unreadable') throw new Error(`${kind} ${slot} cannot be read`);
      const row = fromPlanned(guild, { post, channel, due: 0, expires: null });
      expect(row).toMatchObject({ kind, subject, number, version, slot, guild, channel, nonce, rank });
    }
  });

  it('have nonces that are a hash of guild, channel, kind, subject, version and slot', () => {
    const key = JSON.stringify(['1', '2', 'milestone', 'U-12', '2.0', 'days-7']);
    const nonce = createHash('sha256').update(key).digest('base64url').slice(0, 22);
    const post = { kind: 'milestone', ...ABOUT, offset: { unit: 'days', count: 7 } } as const;
    expect(fromPlanned('1', { post, channel: '2', due: 0, expires: null }).nonce).toBe(nonce);
  });
});

const KEY_PARTS =
  /['"`/^(](?:entry|days|hours|card|digest|schedule|posted)-(?:\$\{|\(|\\d|'|")|\.(?:split|replace|replaceAll|startsWith)\((?:'|")(?:entry|days|hours|card|digest|schedule|U)-|\.slot\b.*\.(?:split|replace|startsWith)\(/;

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

it('only the codec takes the columns of a post apart or puts them together', () => {
  const files = [...sources('src'), ...sources('commands')].filter(
    (path) => !path.startsWith(join('src', 'codec')) && !path.startsWith(join('src', 'playground')),
  );
  const found = files.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => KEY_PARTS.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
