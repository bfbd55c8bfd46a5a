/** Rows that a stage can't deal with, each dealt with alone. */
import { describe, expect, it } from 'vitest';
import { RefusedError } from '../../src/domain/refusal.js';
import { eachAlone, putAside, type AsideOptions, type Notice } from '../../src/scheduler/set-aside.js';
import { asideOf, NOW, scripted, standing } from './scripted.js';

const POISONED = {
  stage: 'send',
  guild: 'g1',
  item: 5,
  reason: { kind: 'mistake', error: 'odd' },
  now: NOW,
} as const;
const ABOUT = { kind: 'post-failed', channel: 'c1' } as const;
const ERROR = new Error('odd');

/** Puts the row aside, and returns who was told and what was noted and logged. */
async function aside(tell: AsideOptions['tell'] | null, told = false, author: string | null = null) {
  const notices: Notice[] = [];
  const noted: object[] = [];
  const { log, logged } = standing();
  const store = scripted({
    setAside: (row) => Promise.resolve({ ...asideOf(row), told }),
    toldAside: (row) => Promise.resolve(void noted.push(row)),
  });
  const telling =
    tell === null || tell === undefined
      ? {}
      : {
          tell: (notice: Notice) => {
            notices.push(notice);
            return tell(notice);
          },
        };
  await putAside({ store, log, ...telling }, POISONED, ERROR, ABOUT, author);
  return { notices, noted, logged };
}
const SET_ASIDE = [
  { err: ERROR, stage: 'send', guild: 'g1', item: 5 },
  'a row is set aside; it is tried again later',
];

describe('a row that is set aside', () => {
  it('is told of once, under a key that is the same for the same thing, and that is noted', async () => {
    const { notices, noted, logged } = await aside(() => Promise.resolve(true));
    const key = 'send 5 7 {"kind":"mistake","error":"odd"}';
    expect(notices).toEqual([{ guild: 'g1', author: null, about: ABOUT, key }]);
    expect(noted).toMatchObject([{ stage: 'send', guild: 'g1', item: 5 }]);
    expect(logged).toEqual([SET_ASIDE]);
  });

  it('names whoever set it up', async () => {
    const { notices } = await aside(() => Promise.resolve(true), false, '42');
    expect(notices).toMatchObject([{ author: '42' }]);
  });

  it('is not noted as told while nobody could be told', async () => {
    const { notices, noted, logged } = await aside(() => Promise.resolve(false));
    expect([notices.length, noted, logged]).toEqual([1, [], [SET_ASIDE]]);
  });

  it('is logged again where telling fails, and stays aside', async () => {
    const away = new Error('Discord is away');
    const { noted, logged } = await aside(() => Promise.reject(away));
    expect(noted).toEqual([]);
    expect(logged).toEqual([
      SET_ASIDE,
      [
        { err: away, stage: 'send', guild: 'g1', item: 5 },
        'nobody could be told of a row that was set aside',
      ],
    ]);
  });

  it('tells nobody twice, nor where there is nobody to tell', async () => {
    expect(await aside(() => Promise.resolve(true), true)).toMatchObject({ notices: [], noted: [] });
    expect(await aside(null)).toMatchObject({ notices: [], noted: [], logged: [SET_ASIDE] });
  });
});

describe('rows that are dealt with alone', () => {
  type Row = { readonly guild: string; readonly id: number };
  const rows = (...guilds: readonly string[]): readonly Row[] => guilds.map((guild, id) => ({ guild, id }));
  const refused = (why: 'busy' | 'disk-full') => new RefusedError({ why });
  /** Deals with the rows; those that `fails` names throw. */
  async function deal(all: readonly Row[], fails: (row: Row) => Error | boolean, spoilt?: Error) {
    const dealt: number[] = [];
    const poisoned: unknown[] = [];
    const counted = eachAlone(
      all,
      (row) => {
        dealt.push(row.id);
        const answer = fails(row);
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      (row, error) => {
        poisoned.push([row.id, error]);
        return spoilt === undefined ? Promise.resolve() : Promise.reject(spoilt);
      },
    );
    const answer = await counted.then(
      (count) => ({ count }),
      (error: unknown) => ({ error }),
    );
    return { ...answer, dealt, poisoned };
  }

  it('count where something was done', async () => {
    expect(await deal(rows('a', 'a', 'b'), ({ id }) => id !== 1)).toEqual({
      count: 2,
      dealt: [0, 1, 2],
      poisoned: [],
    });
  });

  it('are poisoned one by one, and count as dealt with', async () => {
    expect(await deal(rows('a', 'a', 'b'), ({ id }) => (id === 1 ? ERROR : true))).toEqual({
      count: 3,
      dealt: [0, 1, 2],
      poisoned: [[1, ERROR]],
    });
  });

  it('go on where one can’t even be set aside, and then say so', async () => {
    const spoilt = new Error('the table is gone');
    expect(await deal(rows('a', 'b'), ({ id }) => (id === 0 ? ERROR : true), spoilt)).toMatchObject({
      error: spoilt,
      dealt: [0, 1],
    });
  });

  it('of a server that is locked wait for the next round, and those of others do not', async () => {
    const busy = refused('busy');
    expect(await deal(rows('a', 'a', 'b'), ({ guild }) => (guild === 'a' ? busy : true))).toEqual({
      error: busy,
      dealt: [0, 2],
      poisoned: [],
    });
  });

  it('end the round after three locked servers', async () => {
    const { dealt } = await deal(rows('a', 'b', 'c', 'd'), () => refused('busy'));
    expect(dealt).toEqual([0, 1, 2]);
  });

  it('end at once where the disk is full, as the others would', async () => {
    const full = refused('disk-full');
    expect(await deal(rows('a', 'b'), () => full)).toEqual({ error: full, dealt: [0], poisoned: [] });
  });
});
