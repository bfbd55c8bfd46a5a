import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/web/metrics.js';
import { startWebServer, type WebServer } from '../../src/web/server.js';
import { english } from '../../src/wording/index.js';
import { newsroom, recorded, type Newsroom } from '../e2e/newsroom.js';

const NO_COUNTS = { reconnects: () => 0, identifiesToday: () => 0 };

let room: Newsroom;
let server: WebServer;
beforeEach(async () => {
  room = await newsroom();
  server = await startWebServer({
    words: english,
    host: '127.0.0.1',
    port: 0,
    metrics: createMetrics(room.bot.store, () => room.clock.now(), { ...NO_COUNTS, uncaught: () => 3 }),
    health: room.bot,
    log: { error: () => undefined },
  });
});
afterEach(async () => {
  await server.close();
  await room.close();
});

async function get(path: string, method = 'GET') {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  return { status: response.status, text: await response.text() };
}

describe('health and metrics', () => {
  it('report "ok" while Discord is connected, and one line for each problem when the bot is stopped', async () => {
    expect(await get('/health')).toEqual({ status: 200, text: 'ok\n' });
    await room.bot.stop();
    const { status, text } = await get('/health');
    expect(status).toBe(503);
    expect(text.split('\n')).toEqual([
      'Not connected to Discord.',
      'The database cannot be reached: driver has already been destroyed.',
      '',
    ]);
  });

  it('count the posts by kind and status', async () => {
    await recorded(room);
    const { text } = await get('/metrics');
    expect(text).toContain('ultimatum_deliveries{kind="announcement",status="sent"} 1');
    expect(text).toContain('ultimatum_overdue_seconds 0');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).toContain('ultimatum_uncaught_errors 3');
  });

  it('report how long the oldest post has been waiting', async () => {
    await recorded(room);
    room.clock.set(Date.parse('2025-09-03T05:00:00Z'));
    expect((await get('/metrics')).text).toContain('ultimatum_overdue_seconds 3600');
  });

  it('name the known paths, and accept only GET and HEAD', async () => {
    expect((await get('/record')).status).toBe(404);
    expect((await get('/metrics', 'POST')).status).toBe(405);
  });
});
