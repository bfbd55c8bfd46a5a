import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wallNow } from '../../src/clock.js';
import type { RecordInstant } from '../../src/domain/instant.js';
import { createMeasures } from '../../src/web/measures.js';
import { createMetrics } from '../../src/web/metrics.js';
import { startWebServer, type WebServer } from '../../src/web/server.js';
import { english } from '../../src/wording/index.js';
import { newsroom, recorded, type Newsroom } from '../e2e/newsroom.js';

const NO_COUNTS = { wallNow, reconnects: () => 0, identifiesToday: () => 0 };

let room: Newsroom;
let server: WebServer;
/** The time that the metrics go by; null: the room's. */
let asked: RecordInstant | null = null;
beforeEach(async () => {
  asked = null;
  const measures = createMeasures();
  room = await newsroom({ measures });
  server = await startWebServer({
    words: english,
    host: '127.0.0.1',
    port: 0,
    metrics: createMetrics(
      room.bot.store,
      () => asked ?? room.clock.now(),
      { ...NO_COUNTS, uncaught: () => 3 },
      measures,
    ),
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

  it('measure posts, answers, Discord and the store', async () => {
    await recorded(room);
    const { text } = await get('/metrics');
    expect(text).toContain('ultimatum_lateness_seconds_bucket{le="1"} 1');
    expect(text).toMatch(/ultimatum_first_answer_seconds_count [1-9]/);
    expect(text).toMatch(/ultimatum_discord_answers_total{status="200"} [1-9]/);
    expect(text).toMatch(/ultimatum_store_seconds_count{method="change"} 1/);
    expect(text).toContain('ultimatum_budget_ahead_seconds 0');
  });

  it('count failed posts by their code', async () => {
    room.discord.world.overwrite('ultimatums', { of: room.discord.world.bot.id, deny: ['ViewChannel'] });
    await recorded(room);
    expect((await get('/metrics')).text).toMatch(/ultimatum_post_failures_total{code="cannot-see"} [1-9]/);
  });

  it('report how long the oldest post has been waiting', async () => {
    await recorded(room);
    // Only for the metrics: the bot would post if its own clock moved.
    asked = Date.parse('2025-09-03T05:00:00Z');
    const { text } = await get('/metrics');
    expect(text).toContain('ultimatum_overdue_seconds 3600');
    expect(text).toContain('ultimatum_due_posts 0');
  });

  it('name the known paths, and accept only GET and HEAD', async () => {
    expect((await get('/record')).status).toBe(404);
    expect((await get('/metrics', 'POST')).status).toBe(405);
  });
});
