import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { APIInteraction } from 'discord.js';
import { createReceiver } from '../../src/discord/receive.js';
import { RefusedError, type Refusal } from '../../src/domain/refusal.js';
import { openStore } from '../../src/store/index.js';
import type { InteractionStore, Store } from '../../src/store/port/index.js';
import { typed } from './dispatching.js';

const ID = '1400000000000000001';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:', () => undefined);
});
afterEach(() => store.close());

/** A process that shares the store with others, and what it did. */
function process({
  interactions = store,
  shared = true,
}: { interactions?: InteractionStore; shared?: boolean } = {}) {
  const handled: string[] = [];
  const refused: Refusal[] = [];
  const dispatch = {
    handle: ({ id }: APIInteraction) => Promise.resolve(void handled.push(id)),
    refuse: (_interaction: APIInteraction, refusal: Refusal) => Promise.resolve(void refused.push(refusal)),
  };
  const receiver = createReceiver({ store: interactions, dispatch, application: '2', log: silent, shared });
  return { receiver, handled, refused };
}

describe('an interaction that several processes are given', () => {
  it('is acted on by one of them', async () => {
    const processes = Array.from({ length: 5 }, () => process());
    await Promise.all(processes.map(({ receiver }) => receiver.handle(typed('thing', { id: ID }))));
    expect(processes.flatMap(({ handled }) => handled)).toEqual([ID]);
    expect(processes.flatMap(({ refused }) => refused)).toEqual([]);
  });

  it('is acted on by nobody while the database does not say whose it is, and the person is told', async () => {
    const refusal = { why: 'database-away' } as const;
    const away = { takeInteraction: () => Promise.reject(new RefusedError(refusal)) };
    const { receiver, handled, refused } = process({ interactions: away });
    await receiver.handle(typed('thing', { id: ID }));
    expect([handled, refused]).toEqual([[], [refusal]]);
  });

  it('is not looked up where there is one process only', async () => {
    const { receiver, handled } = process({ shared: false });
    await receiver.handle(typed('thing', { id: ID }));
    expect(handled).toEqual([ID]);
    expect(await store.takeInteraction(ID)).toBe(true);
  });
});

describe('an interaction that comes over HTTP', () => {
  it('is taken once, also where there is one process only', async () => {
    const { receiver, handled } = process({ shared: false });
    const payload: unknown = typed('thing', { id: ID });
    expect(await receiver.receive(payload)).toBe('taken');
    expect(await receiver.receive(payload)).toBe('taken-before');
    expect(handled).toEqual([ID]);
  });

  it.each([[null], [[]], [{}], [{ id: ID }], [{ id: 'x', token: 'y' }]])(
    'is refused as %j',
    async (payload) => {
      const { receiver, handled } = process();
      expect(await receiver.receive(payload)).toBe('unreadable');
      expect(handled).toEqual([]);
    },
  );

  it('is never acted on with an id that the database cannot keep', async () => {
    const { receiver, handled } = process();
    expect(await receiver.receive(typed('thing', { id: '9999999999999999999' }))).toBe('taken-before');
    expect(handled).toEqual([]);
  });
});
