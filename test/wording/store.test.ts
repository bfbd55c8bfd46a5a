/** What whoever hosts the bot reads about the database. */
import { describe, expect, it } from 'vitest';
import { drawText } from '../../src/cli/draw.js';
import type { DatabaseFault, StoreProblem } from '../../src/domain/database-fault.js';
import { databaseFault } from '../../src/start-faults.js';
import { DatabaseFaultError } from '../../src/store/database-fault.js';
import { english } from '../../src/wording/index.js';

const path = '/data/a.db';
const { store } = english.operator;

describe('the text about a database that cannot be opened', () => {
  it.each<[DatabaseFault, string]>([
    [
      { kind: 'held', path },
      'Another process has /data/a.db open. Stop it first, or give this one its own DATABASE_URL.',
    ],
    [
      { kind: 'not-sqlite', path },
      '/data/a.db is not a SQLite database. Check DATABASE_URL, or move that file away.',
    ],
    [
      { kind: 'is-folder', path: '/data' },
      'DATABASE_URL names a folder, /data. Add the name of a file, such as /data/ultimatum.db.',
    ],
    [
      { kind: 'not-a-file', path: '/dev/null' },
      'DATABASE_URL names /dev/null, which is not an ordinary file. Set DATABASE_URL to another place.',
    ],
    [
      { kind: 'newer', database: path, migrations: ['9999_future'] },
      'The database /data/a.db was made by a newer release of Ultimatum: it has the migration 9999_future, which this release does not know. Install that release again, or set DATABASE_URL to another database.',
    ],
    [
      { kind: 'newer', database: null, migrations: [] },
      'The database was made by a newer release of Ultimatum. Install that release again, or set DATABASE_URL to another database.',
    ],
    [{ kind: 'another-bot' }, 'The bot is running on this database. Stop all of its processes first.'],
  ])('names the fault and the fix: %o', (fault, text) => {
    expect(drawText(store.fault(fault))).toBe(text);
  });

  it.each<[DatabaseFault, 1 | 78]>([
    [{ kind: 'disk-full', path }, 1],
    [{ kind: 'locked', path }, 1],
    [{ kind: 'held', path }, 1],
    [{ kind: 'another-bot' }, 1],
    [{ kind: 'used-alone' }, 1],
    [{ kind: 'damaged', path }, 78],
    [{ kind: 'is-link', path }, 78],
    [{ kind: 'foreign', database: path }, 78],
    [{ kind: 'bad-address' }, 78],
  ])('ends the start with an exit code that says whether a restart may help: %o', (fault, exitCode) => {
    expect(databaseFault(new DatabaseFaultError(fault), `sqlite:${path}`)).toMatchObject({ exitCode });
  });
});

describe('the text about a problem of an open database', () => {
  it.each<[StoreProblem, string]>([
    [{ kind: 'unreachable', reason: 'gone' }, 'The database cannot be reached: gone.'],
    [
      { kind: 'disk-full' },
      'The disk is full. The space held in reserve has been released, and nothing new is saved. Free some space.',
    ],
    [
      {
        kind: 'set-aside',
        stage: 'expire',
        guild: '5',
        item: 7,
        others: 29,
        reason: { kind: 'record-damaged', error: 'no seq' },
      },
      'Set aside by the stage "expire": U-7 of server 5 (and 29 more) could not be marked as passed (its record is damaged, or this release of the bot cannot read it: no seq).',
    ],
    [
      {
        kind: 'set-aside',
        stage: 'fire',
        guild: '5',
        item: 3,
        others: 0,
        reason: { kind: 'mistake', error: null },
      },
      'Set aside by the stage "fire": countdown 3 of server 5 could not run (an error in the bot).',
    ],
  ])('names the row and the reason: %o', (problem, text) => {
    expect(drawText(store.problem(problem))).toBe(text);
  });
});
