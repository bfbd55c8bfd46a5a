/** Requests that are no posts of their own, in the send budget of all processes. */
import { beforeEach, expect, it } from 'vitest';
import { rateLimited, type RestClient } from '../../src/discord/rest-client.js';
import { later, wallInstant } from '../../src/domain/instant.js';

let now: number;
/** When a slot was taken, and when a request was made; ms. */
let taken: number[];
let made: number[];
beforeEach(() => {
  now = 1_000_000;
  taken = [];
  made = [];
});

/** A wire whose slots are `ahead` ms away, and whose timers are `late` ms late, the first ones first. */
function wire(ahead: number, late: readonly number[], requestsPerSecond = 50): RestClient {
  const lateness = [...late];
  const request = () => {
    made.push(now - 1_000_000);
    return Promise.resolve({});
  };
  const all = { get: request, post: request, put: request, patch: request, delete: request };
  return rateLimited(all, {
    requestsPerSecond,
    wallNow: () => wallInstant(now),
    sleep: (ms) => {
      now += ms + (lateness.shift() ?? 0);
      return Promise.resolve();
    },
    store: {
      take: (_perSecond, wallNow) => {
        taken.push(now - 1_000_000);
        return Promise.resolve(later(wallNow, ahead));
      },
    },
  });
}

it('are made in their slot', async () => {
  await wire(100, []).get('/channels/1');
  expect([taken, made]).toEqual([[0], [100]]);
});

it('take another slot where they missed theirs by more than 20 ms', async () => {
  await wire(100, [20]).get('/channels/1');
  expect([taken, made]).toEqual([[0], [120]]);
  now = 1_000_000;
  await wire(100, [21, 0]).get('/channels/1');
  expect([taken, made]).toEqual([
    [0, 0, 121],
    [120, 221],
  ]);
});

it('are made after three slots, however late', async () => {
  await wire(10, [300, 300, 300, 300]).post('/channels/1/messages');
  expect([taken, made]).toEqual([[0, 310, 620], [930]]);
});

it('take none without a limit', async () => {
  await wire(100, [], 0).get('/channels/1');
  expect([taken, made]).toEqual([[], [0]]);
});
