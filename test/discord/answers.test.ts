import { HTTPError, type APIInteraction } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/discord/command.js';
import { NotFromDiscord } from '../../src/discord/response.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import {
  button,
  by,
  dispatching,
  press,
  refusal,
  said,
  submission,
  text,
  thing,
  typed,
  typing,
} from './dispatching.js';
import { wallInstant } from '../../src/domain/instant.js';

let store: Store;
beforeEach(async () => {
  store = await storeOn(openSqlite(':memory:'));
});
afterEach(() => store.close());

const file: Reply = {
  kind: 'message',
  view: { content: 'x', file: { name: 'x.csv', content: 'SECRET-FILE' } },
};
const form: Reply = { kind: 'form', form: { key: 'k', action: 'a', title: 'T', fields: [] } };

describe('an answer that Discord does not take', () => {
  it.each([
    ['a 400', refusal(400, 50035)],
    ['a 403', refusal(403, 50001)],
    ['a page with status 403', new NotFromDiscord(403)],
    ['a page with status 413', new NotFromDiscord(413)],
    ['a page with status 200', new NotFromDiscord(200)],
  ])('is followed by a neutral sentence: %s', async (_, error) => {
    const { dispatch, tried, taken } = dispatching(store, [thing(() => text('done'))], { refuse: [error] });
    await dispatch.handle(typed('thing'));
    expect(tried).toHaveLength(2);
    expect(said(taken)).toMatch(/^I could not show the answer here\. If you were saving something, it may/);
    expect(said(taken)).not.toContain('nothing was saved');
  });

  it('tells who pressed a button to press it again', async () => {
    const handler = button(() => text('done'));
    const { dispatch, taken } = dispatching(store, [handler], { refuse: [refusal(400, 50035)] });
    await dispatch.handle(press({ custom_id: 'thing:U-1:marker' }));
    expect(said(taken)).toContain('Press the button again: nothing is done twice.');
  });

  it('tells that a file was not accepted', async () => {
    const handlers = [thing(() => Promise.resolve(file))];
    const { dispatch, taken, logged } = dispatching(store, handlers, { refuse: [new NotFromDiscord(413)] });
    await dispatch.handle(typed('thing'));
    expect(said(taken)).toMatch(/^I could not send the file here/);
    expect(JSON.stringify(logged)).not.toContain('SECRET');
  });

  it('is followed by a sentence in place of a form, too', async () => {
    const handlers = [thing(() => Promise.resolve(form))];
    const { dispatch, taken } = dispatching(store, handlers, { refuse: [refusal(400, 50035)] });
    await dispatch.handle(typed('thing'));
    expect(said(taken)).toContain('I could not show the answer here.');
  });

  it('leaves neither the token nor the text of anybody in the log', async () => {
    const refuse = [refusal(400, 50035), refusal(400, 50035)];
    const { dispatch, logged } = dispatching(store, [thing(() => text('SECRET-TEXT'))], { refuse });
    await dispatch.handle(typed('thing'));
    expect(logged.map(({ level }) => level)).toEqual(['error', 'warn']);
    expect(logged[0]?.about).toMatchObject({ err: { code: 50035, status: 400 } });
    expect(JSON.stringify(logged)).not.toContain('SECRET');
  });

  it('is not sent again if the interaction is answered already or too old', async () => {
    for (const code of [40060, 10062]) {
      const { dispatch, tried, logged } = dispatching(store, [thing(() => text('done'))], {
        refuse: [refusal(404, code)],
      });
      await dispatch.handle(typed('thing'));
      expect([tried.length, logged.length]).toEqual([1, 0]);
    }
  });

  it('is sent once more after a lost connection, and counts if Discord has it', async () => {
    const reset = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
    const { dispatch, tried, logged } = dispatching(store, [thing(() => text('done'))], {
      refuse: [reset, refusal(400, 40060)],
    });
    await dispatch.handle(typed('thing'));
    expect([tried.length, logged.length]).toEqual([2, 0]);
  });
});

describe('an unexpected error', () => {
  const broken = () => Promise.reject(new TypeError('SECRET'));

  it('answers a command with "nothing was saved"', async () => {
    const { dispatch, taken } = dispatching(store, [thing(broken)]);
    await dispatch.handle(typed('thing'));
    expect(said(taken)).toMatch(/^Something went wrong and nothing was saved\. Please try again\. /);
    expect(said(taken)).not.toContain('SECRET');
  });

  it('does not claim that nothing was saved if the connection to the database was lost', async () => {
    const lost = () => Promise.reject(new Error('Connection terminated unexpectedly'));
    const { dispatch, taken } = dispatching(store, [thing(lost)]);
    await dispatch.handle(typed('thing'));
    expect(said(taken)).toContain('it is not certain whether it was saved');
  });

  it('answers a press or a form with "it may not have been saved"', async () => {
    const { dispatch, taken } = dispatching(store, [button(broken)]);
    await dispatch.handle(press({ custom_id: 'thing:U-1:marker' }));
    expect(said(taken)).toMatch(
      /^Something went wrong, and it is not certain whether it was saved\. Press the button again: nothing is done twice\./,
    );
    const failing = dispatching({ ...store, pending: broken }, []);
    await failing.dispatch.handle(submission({ custom_id: 'key:send', components: [] }));
    expect(said(failing.taken)).toContain('Please send it again: nothing is done twice.');
  });
});

describe('suggestions', () => {
  const suggesting = (suggest: () => Promise<readonly []>) => [thing(() => text('x'), suggest)];

  it('are empty if making them fails, and are always sent', async () => {
    const { dispatch, taken, logged } = dispatching(
      store,
      suggesting(() => Promise.reject(new Error('broken'))),
    );
    await dispatch.handle(typing('thing', 'abc'));
    expect(taken).toEqual([{ type: 8, data: { choices: [] } }]);
    expect(logged).toHaveLength(1);
  });

  it('fail silently if Discord does not take them', async () => {
    const some = (() => Promise.resolve([{ name: 'a', value: 'a' }])) as unknown as () => Promise<
      readonly []
    >;
    const { dispatch, tried, taken } = dispatching(store, suggesting(some), {
      refuse: [refusal(400, 50035)],
    });
    await dispatch.handle(typing('thing', 'abc'));
    expect(tried).toHaveLength(2);
    expect(taken).toEqual([{ type: 8, data: { choices: [] } }]);
  });

  it('are empty for somebody who asks too often, and only for them', async () => {
    let made = 0;
    const count = () => {
      made += 1;
      return Promise.resolve([] as const);
    };
    const { dispatch, taken } = dispatching(store, suggesting(count), { wallNow: () => wallInstant(0) });
    for (let index = 0; index < 200; index += 1) await dispatch.handle(typing('thing', 'abc'));
    expect(made).toBe(60);
    await dispatch.handle(typing('thing', 'abc', by('31')));
    expect(made).toBe(61);
    expect(taken).toHaveLength(201);
  });
});

describe('an interaction of any shape', () => {
  const odd: readonly unknown[] = [undefined, null, 5, '', 'x', [], [null], {}, { a: 1 }, true];
  const id = 'x'.repeat(200);
  const shapes: readonly [string, (value: unknown) => APIInteraction][] = [
    ['the data of a command', (value) => ({ ...typed('thing'), data: value }) as APIInteraction],
    [
      'the options',
      (value) => ({ ...typed('thing'), data: { type: 1, name: 'thing', options: value } }) as APIInteraction,
    ],
    ['an option', (value) => typing('thing', value)],
    [
      'the resolved messages',
      (value) => ({ ...typed('thing'), data: { type: 3, name: 'x', resolved: value } }) as never,
    ],
    ['a custom_id', (value) => press({ custom_id: value })],
    ['the values of a select', (value) => press({ custom_id: 'key:action', values: value })],
    ['the data of a press', (value) => press(value)],
    ['the fields of a form', (value) => submission({ custom_id: 'key:action', components: value })],
    ['the message of a press', (value) => press({ custom_id: 'thing:a:b' }, { message: value })],
    ['the channel', (value) => typed('thing', { channel: value })],
    ['the member', (value) => typed('thing', { member: value })],
    ['the permissions', (value) => typed('thing', { app_permissions: value })],
    ['the type', (value) => ({ ...typed('thing'), type: value }) as APIInteraction],
  ];

  it.each(shapes)('is answered once: %s', async (_, shape) => {
    for (const value of [...odd, id, `${id}:a:b`, 'a:b:c:d:e', '__proto__:x:y', 'thing:U-99999999999999:m']) {
      const { dispatch, taken } = dispatching(store, [thing(() => text('done')), button(() => text('done'))]);
      await expect(dispatch.handle(shape(value))).resolves.toBeUndefined();
      expect(taken).toHaveLength(1);
    }
  });

  it.each([undefined, null, 5, {}, { id: '1' }, { token: 'x' }, { id: 1, token: 2 }])(
    'is ignored if it can’t be answered: %o',
    async (value) => {
      const { dispatch, taken } = dispatching(store, []);
      await dispatch.handle(value as unknown as APIInteraction);
      expect(taken).toEqual([]);
    },
  );

  it('reaches no button with a custom_id that is longer than Discord allows', async () => {
    const subjects: string[] = [];
    const handler = button((subject) => {
      subjects.push(subject);
      return text('done');
    });
    const { dispatch, taken } = dispatching(store, [handler]);
    for (const custom of [`thing:${id}:m`, 'thing:U-1:m:more', 'thing'])
      await dispatch.handle(press({ custom_id: custom }));
    expect(subjects).toEqual([]);
    expect(taken).toHaveLength(3);
    await dispatch.handle(press({ custom_id: 'thing:U-1:m' }));
    expect(subjects).toEqual(['U-1']);
  });
});

describe('a burst of one server', () => {
  it('delays another server by a few turns at most, and everybody is answered', async () => {
    const order: string[] = [];
    const slow = async (): Promise<Reply> => {
      await new Promise<void>((resolve) => void setImmediate(resolve));
      return { kind: 'message', view: { content: 'done' } };
    };
    const { dispatch, taken } = dispatching(store, [thing(slow)]);
    const done = (name: string, interaction: APIInteraction) =>
      dispatch.handle(interaction).then(() => void order.push(name));
    const burst = Array.from({ length: 1000 }, (_, index) => done('A', typed('thing', by(String(index)))));
    const other = done('B', typed('thing', by('999999', '11')));
    await Promise.all([...burst, other]);
    expect(taken).toHaveLength(1001);
    expect(order.indexOf('B')).toBeLessThan(40);
  });

  it('refuses one person who asks for too much at once', async () => {
    const never = () => new Promise<Reply>(() => undefined);
    const { dispatch, taken } = dispatching(store, [thing(never)]);
    for (let index = 0; index < 150; index += 1) void dispatch.handle(typed('thing'));
    await new Promise<void>((resolve) => void setImmediate(resolve));
    expect(taken).toHaveLength(150 - 8 - 100);
    expect(new Set(taken.map((one) => one.data?.content))).toEqual(
      new Set(['Too many requests at once. Please try again in a moment.']),
    );
  });
});

it('a form that can’t be opened after a form is answered with a sentence', async () => {
  const key = 'k'.repeat(22);
  const pending = { key, guild: '10', user: '30', flow: 'flow', state: {}, created: 0, done: null };
  await store.savePending(pending);
  const flow = { kind: 'flow', name: 'flow', run: () => Promise.resolve(form) } as const;
  const { dispatch, taken } = dispatching(store, [flow]);
  await dispatch.handle(submission({ custom_id: `${key}:send`, components: [] }));
  expect(said(taken)).toBe('That took too long. Please press it again.');
});

it('a server error whose answer is lost counts as not taken, and the request is repeated once', async () => {
  const down = new HTTPError(503, 'Service Unavailable', 'POST', '/x', { body: {}, files: [] });
  const { dispatch, taken } = dispatching(store, [thing(() => text('done'))], { refuse: [down] });
  await dispatch.handle(typed('thing'));
  expect(said(taken)).toBe('done');
});
