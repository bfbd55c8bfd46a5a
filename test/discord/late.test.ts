import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Reply } from '../../src/discord/command.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { by, dispatching, refusal, said, thing, typed, typing, type Sent } from './dispatching.js';

let store: Store;
beforeEach(async () => {
  store = await storeOn(openSqlite(':memory:'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
});

/** A command that is answered with `reply` only after 2 s; `refuse` is what the first answers meet. */
async function answerLate(reply: Reply, refuse: unknown[] = []): Promise<readonly Sent[]> {
  let finish: (reply: Reply) => void = () => undefined;
  const run = () => new Promise<Reply>((resolve) => (finish = resolve));
  const { dispatch, taken } = dispatching(store, [thing(run)], { refuse, patience: undefined });
  const done = dispatch.handle(typed('thing'));
  await vi.advanceTimersByTimeAsync(2000);
  finish(reply);
  await done;
  return taken;
}

const DONE: Reply = { kind: 'message', view: { content: 'done' } };

it('a slow answer is deferred, then sent', async () => {
  const taken = await answerLate(DONE);
  expect(taken).toMatchObject([{ type: 5 }, { content: 'done' }]);
});

it('a form that comes too late to be opened asks for another press', async () => {
  const form = { key: 'k', action: 'a', title: 'T', fields: [] };
  expect(said(await answerLate({ kind: 'form', form }))).toContain('Please press it again');
});

it('an answer is sent directly if Discord refused the deferral', async () => {
  const taken = await answerLate(DONE, [refusal(400, 50035)]);
  expect(taken).toMatchObject([{ type: 4, data: { content: 'done' } }]);
});

it('an answer follows a deferral whose receipt was lost', async () => {
  const reset = () => Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
  const taken = await answerLate(DONE, [reset(), reset(), refusal(400, 40060)]);
  expect(taken).toMatchObject([{ content: 'done' }]);
});

it('a late answer that is refused is followed by a neutral sentence', async () => {
  const late: unknown[] = [undefined, refusal(400, 50035)];
  expect(said(await answerLate(DONE, late))).toMatch(/^I could not show the answer here\./);
});

it('the time to defer counts from the arrival, even in the queue', async () => {
  const never = () => new Promise<Reply>(() => undefined);
  const { dispatch, taken } = dispatching(store, [thing(never)], { patience: undefined });
  for (let index = 0; index < 50; index += 1) void dispatch.handle(typed('thing', by(String(index))));
  await vi.advanceTimersByTimeAsync(1600);
  expect(taken.map(({ type }) => type)).toEqual(Array.from({ length: 50 }, () => 5));
});

it('suggestions that take too long are empty', async () => {
  const never = () => new Promise<readonly []>(() => undefined);
  const { dispatch, taken } = dispatching(store, [thing(() => Promise.resolve(DONE), never)], {
    patience: undefined,
  });
  const done = dispatch.handle(typing('thing', 'abc'));
  await vi.advanceTimersByTimeAsync(2100);
  await done;
  expect(taken).toEqual([{ type: 8, data: { choices: [] } }]);
});

it('a handler that never ends gives up its turn', async () => {
  const never = () => new Promise<Reply>(() => undefined);
  const quick = { ...thing(() => Promise.resolve(DONE)), path: ['quick'] } as const;
  const { dispatch, taken } = dispatching(store, [thing(never), quick], { patience: undefined });
  for (let index = 0; index < 8; index += 1) void dispatch.handle(typed('thing', by(String(index))));
  const done = dispatch.handle(typed('quick'));
  await vi.advanceTimersByTimeAsync(6000);
  await done;
  expect(said(taken)).toBe('done');
});
