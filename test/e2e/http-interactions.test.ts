import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
/** Where Discord sends interactions. */
let address: string;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ultimatum-'));
  room = await newsroom({ overHttp: true, databaseUrl: `sqlite:${join(folder, 'a.db')}` });
  address = room.discord.interactionsEndpoint.url ?? '';
});
afterEach(() => room.close());

const send = (body: string, headers: Readonly<Record<string, string>>) =>
  fetch(address, { method: 'POST', body, headers });

/** A command as Discord would send it, of which nothing is known yet. */
const list = () => ({
  id: room.discord.world.newId(Date.now()),
  token: 'a-token-of-discord',
  type: 2,
  data: { id: '3', name: 'ultimatum', type: 1, options: [{ name: 'list', type: 1, options: [] }] },
});

describe('interactions over HTTP', () => {
  it('answer commands, forms, suggestions and buttons without a gateway', async () => {
    expect(room.discord.sessions).toBe(0);
    await recorded(room);
    expect(posts(room).map((post) => post.text())).toEqual([expect.stringContaining('U-1')]);
    const choices = await room.as('Ana').suggest('/ultimatum show', {}, 'ultimatum', 'Russia');
    expect(choices.map(({ name }) => name)).toEqual([expect.stringContaining('U-1')]);
    const form = await room.as('Ana').type('/ultimatum record').done;
    expect(form.modal?.title).toBeDefined();
  });

  it('are refused with 401 where the signature is not of these very bytes', async () => {
    const { body, headers } = room.discord.interactionsEndpoint.signed(list());
    const wrong = [
      send(`${body} `, headers),
      send(body, { ...headers, 'x-signature-timestamp': '1' }),
      send(body, { ...headers, 'x-signature-ed25519': '00'.repeat(64) }),
      send(body, { ...headers, 'x-signature-ed25519': 'nothing' }),
      send(body, { 'content-type': 'application/json' }),
    ];
    expect((await Promise.all(wrong)).map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    // None of them was taken.
    expect((await send(body, headers)).status).toBe(202);
  });

  it('are taken once, however often and however late the same request comes', async () => {
    const { body, headers } = room.discord.interactionsEndpoint.signed(list());
    const statuses = await Promise.all([1, 2, 3].map(async () => (await send(body, headers)).status));
    expect(statuses.toSorted((a, b) => a - b)).toEqual([202, 409, 409]);
    await room.restart();
    address = room.discord.interactionsEndpoint.url ?? '';
    expect((await send(body, headers)).status).toBe(409);
  });

  it('answer a PING, and refuse what is too large or no interaction', async () => {
    const signed = (payload: unknown) => {
      const { body, headers } = room.discord.interactionsEndpoint.signed(payload);
      return send(body, headers);
    };
    const pong = await signed({ type: 1 });
    expect([pong.status, await pong.json()]).toEqual([200, { type: 1 }]);
    expect((await signed({ ...list(), filling: 'x'.repeat(300_000) })).status).toBe(413);
    expect((await signed({ type: 2 })).status).toBe(400);
    expect((await signed('nothing')).status).toBe(400);
    expect((await fetch(address)).status).toBe(404);
  });

  it('go to the gateway again once Discord is told no address', async () => {
    await room.discord.interactionsEndpoint.use(null);
    expect(room.discord.interactionsEndpoint.url).toBeNull();
    await expect(room.discord.interactionsEndpoint.use(`${address}/elsewhere`)).rejects.toThrow(/verified/);
  });
});
