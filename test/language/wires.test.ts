import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proposeRecord } from '../../src/language/proposal/index.js';

const SAYING = {
  at: Date.parse('2025-07-14T15:00:00Z'),
  clock: true,
  zone: 'America/New_York',
  zoneFrom: 'server',
} as const;
const FIELDS = ['issuer', 'target', 'demand', 'threat', 'deadline'] as const;
type Field = (typeof FIELDS)[number];

const FOLDER = new URL('./wires/', import.meta.url);

/** One post on a line: the post and its fields with ` ;; ` between them, what is as good with ` ~ `, a dash for nothing. */
const POSTS = readdirSync(FOLDER).flatMap((name) =>
  readFileSync(new URL(name, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' ;; '))
    .map((line) => line.split(' ;; ')),
);

const PROPOSALS = POSTS.map(([post = '']) => proposeRecord(post, SAYING));

/** Without articles, quotation marks and dots, which change nothing. */
const plain = (words: string | null): string | null =>
  words === null
    ? null
    : words
        .toLowerCase()
        .replace(/^(?:the|an?) /, '')
        .replaceAll(/["“”'’.]/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim();

function shares(field: Field) {
  const verdicts = POSTS.map(([, ...said], index) => {
    const wanted = (said[FIELDS.indexOf(field)] ?? '-').trim().split(' ~ ');
    const found = plain(PROPOSALS[index]?.[field] ?? null);
    if (wanted.some((words) => plain(words === '-' ? null : words) === found)) return 'right';
    return found === null ? 'empty' : 'wrong';
  });
  const share = (wanted: string) =>
    (100 * verdicts.filter((verdict) => verdict === wanted).length) / verdicts.length;
  return { right: share('right'), wrong: share('wrong') };
}

describe('posts as news agencies, companies and unions write them', () => {
  it('are enough to measure', () => {
    expect(POSTS.length).toBeGreaterThan(100);
  });

  it.each(FIELDS)('give the %s, and seldom a wrong one', (field) => {
    const { right, wrong } = shares(field);
    expect(right).toBeGreaterThanOrEqual(92);
    expect(wrong).toBeLessThanOrEqual(2);
  });
});
