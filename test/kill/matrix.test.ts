import { describe, expect, it } from 'vitest';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { NO_DIFFERENCE, type Difference } from './compare.js';
import { killMatrix, type Killed, type Matrix } from './matrix.js';
import type { Breakage, Target } from './orders.js';
import { FOLLOWED, HANDED_ON, isHandedOn } from './handed-on.js';
import { PRESSING, SCENARIO } from './scenario.js';
import { sqlitePlace, type Place } from './world.js';

const LONG = 1_200_000;
const KILLS = 400;
/** Everything the bot does between a command and a post that stands. */
const WORKS = [
  'accept',
  'board',
  'claim',
  'continue',
  'countdown',
  'deliver',
  'edit',
  'expire',
  'fire',
  'keep',
  'merge',
  'plan',
  'propose',
  'read back',
  'release',
  'send',
  'set up',
  'settle',
];
/** What follows from a post that stands. */
const HANDING_ON = [
  'delete event',
  'edit event',
  'event begun',
  'event ended',
  'event saved',
  'publish',
  'publishing turn',
  'send event',
];
/** Of two who saw the same the second, the fourth proposal of one member, a countdown that is there, a second press. */
const REFUSED = ['changed-since', 'too-many-proposals', 'same-schedule', 'already-pressed'];
const total = ({ kills }: Killed) => [...kills.values()].reduce((sum, count) => sum + count, 0);

function tell(what: string, killed: Killed): void {
  const { lost, doubled, stray, lostPresses, doneWithoutAct, actedTwice } = killed.difference;
  const posts = `${lost.length} lost, ${doubled.length} doubled, ${stray.length} stray`;
  const presses = `${lostPresses.length} lost, ${doneWithoutAct.length} done without act, ${actedTwice.length} acted twice`;
  console.info(`${what}: ${total(killed)} kills; posts: ${posts}; presses: ${presses}`);
}

async function matrixOf(what: string, changes: Partial<Matrix> = {}): Promise<Killed> {
  const killed = await killMatrix({ place: sqlitePlace, kills: 24, ...changes });
  tell(what, killed);
  return killed;
}

/** On PostgreSQL a claim is its owner's until its lease is over: real time has to go on. */
async function postgresPlace(): Promise<Place> {
  const { url, drop } = await newDatabase();
  return { databaseUrl: url, remove: drop };
}

describe('a bot that is killed at every step and started again', () => {
  it(
    'makes the same posts as one that was never killed',
    async () => {
      const killed = await matrixOf('kill matrix on SQLite', { kills: KILLS });
      expect(killed.difference).toEqual(NO_DIFFERENCE);
      expect(killed.missed).toEqual([]);
      expect(total(killed)).toBeGreaterThanOrEqual(KILLS);
      const works = [...killed.kills.keys()].map((point) => point.split(':')[0]);
      expect(new Set(works)).toEqual(new Set(WORKS));
      expect(killed.refused).toEqual(REFUSED);
    },
    LONG,
  );
});

const handingOn = { setting: FOLLOWED, steps: HANDED_ON, only: isHandedOn };

describe('a bot that is killed while it publishes and keeps events', () => {
  it(
    'publishes each post and makes each event once',
    async () => {
      const killed = await matrixOf('handing on, on SQLite', { ...handingOn, kills: 26 });
      expect(killed.difference).toEqual(NO_DIFFERENCE);
      expect(killed.missed).toEqual([]);
      const works = [...killed.kills.keys()].map((point) => point.split(':')[0]);
      expect(new Set(works)).toEqual(new Set(HANDING_ON));
    },
    LONG,
  );
});

/** Only where it can matter: each kill takes a process. */
const at =
  (point: string) =>
  (target: Target): boolean =>
    target.point === point;
const records = SCENARIO.slice(0, 2);
const toTheMove = SCENARIO.slice(0, 4);
const toTwoCurators = SCENARIO.slice(0, 10);

/** What the matrix runs with, and what it must find. */
const BROKEN: readonly [Breakage, Partial<Matrix>, keyof Difference][] = [
  ['no nonce', { steps: records, only: at('send: stored') }, 'doubled'],
  ['no marker', { steps: records, only: at('send: stored') }, 'doubled'],
  ['delete before send', { steps: records, only: at('claim: after') }, 'lost'],
  ['deferred begin', { steps: records, rival: true, only: at('plan: before') }, 'lost'],
  ['no sequence check', { steps: toTwoCurators, only: at('plan: after') }, 'stray'],
  ['stale reads', { steps: toTheMove, only: at('claim: before') }, 'stray'],
];

/** It gives no id again that was given in a transaction that never ended. */
const OVER_POSTGRES = { place: postgresPlace, forgetful: true, losesIds: true };

describe.skipIf(SERVER === undefined)(`the same on PostgreSQL ${onPostgres}`, () => {
  it(
    'loses and doubles nothing',
    async () => {
      const changes = { ...OVER_POSTGRES, kills: 80 };
      const killed = await matrixOf('kill matrix on PostgreSQL', changes);
      expect(killed.difference).toEqual(NO_DIFFERENCE);
      expect(killed.missed).toEqual([]);
    },
    LONG,
  );

  it(
    'publishes each post and makes each event once',
    async () => {
      const changes = { ...handingOn, ...OVER_POSTGRES, kills: 16 };
      const killed = await matrixOf('handing on, on PostgreSQL', changes);
      expect(killed.difference).toEqual(NO_DIFFERENCE);
      expect(killed.missed).toEqual([]);
    },
    LONG,
  );
});

describe.skipIf(SERVER === undefined)(
  `three workers on PostgreSQL of which one is killed ${onPostgres}`,
  () => {
    it(
      'lose and double nothing',
      async () => {
        const changes = { ...OVER_POSTGRES, workers: 3, steps: SCENARIO.slice(0, 6), kills: 8 };
        const killed = await matrixOf('three workers', changes);
        expect(killed.difference).toEqual(NO_DIFFERENCE);
        expect(total(killed)).toBeGreaterThanOrEqual(4);
      },
      LONG,
    );
  },
);

describe('the same matrix with one thing broken', () => {
  it.each(BROKEN)(
    'fails: %s',
    async (broken, changes, found) => {
      const { difference } = await matrixOf(broken, { ...changes, broken });
      expect(difference[found]).not.toEqual([]);
    },
    LONG,
  );

  it(
    'fails if an event carries no marker',
    async () => {
      const only = at('send event: stored');
      const changes = { ...handingOn, steps: HANDED_ON.slice(0, 1), only, broken: 'no marker' } as const;
      const { difference } = await matrixOf('no marker in events', changes);
      expect(difference.doubled).not.toEqual([]);
    },
    LONG,
  );

  it(
    'fails if a press is consumed before it acts',
    async () => {
      const keys = ['record-serbia', 'propose-2', 'countdown-change', 'set-up', 'merge'];
      // The first statement uses up the press, the second is of the act.
      const only = ({ point, subject }: Target) =>
        point === 'accept: statement 2' || (point.endsWith(' statement 2') && keys.includes(subject));
      const steps = [...records, ...PRESSING];
      const { difference } = await matrixOf('consume before act', {
        steps,
        only,
        broken: 'consume before act',
      });
      expect(new Set(difference.doneWithoutAct)).toEqual(new Set([...keys, 'accept-1']));
    },
    LONG,
  );

  it(
    'passes with a second writer, which only an immediate transaction keeps out',
    async () => {
      const { difference } = await matrixOf('second writer', { steps: records, rival: true });
      expect(difference).toEqual(NO_DIFFERENCE);
    },
    LONG,
  );
});
