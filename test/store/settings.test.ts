import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/guild.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { GUILD, instant, make, recording, WASHINGTON } from './founding.js';

const STATED = instant('2025-07-14T15:00:00Z');
const PASSED = instant('2025-09-03T04:00:00Z');
const settings = { ...defaultSettings(GUILD), zone: WASHINGTON, reviewChannel: '200000000000000001' };

describe('settings that change when something has passed', () => {
  let store: Store;
  beforeEach(async () => {
    store = await storeOn(openSqlite(':memory:'));
    await store.saveSettings(settings, STATED);
    await make(store, null, recording(), STATED);
    await make(store, 1, { verb: 'lapse' }, PASSED);
  });
  afterEach(() => store.close());

  const nudges = async (channel: string) => {
    const all = await store.deliveries(GUILD, { kind: 'nudge', status: 'pending', channel, limit: 100 });
    return all.map(({ due }) => new Date(due).toISOString());
  };

  it('move the reminders to curators with the review channel', async () => {
    expect(await nudges('200000000000000001')).toHaveLength(3);
    await store.saveSettings({ ...settings, reviewChannel: '200000000000000002' }, PASSED + 1);
    expect(await nudges('200000000000000001')).toEqual([]);
    expect(await nudges('200000000000000002')).toEqual([
      '2025-09-04T13:00:00.000Z',
      '2025-09-10T13:00:00.000Z',
      '2025-10-03T13:00:00.000Z',
    ]);
  });

  it('move them back, and to the morning of another zone', async () => {
    await store.saveSettings({ ...settings, reviewChannel: '200000000000000002' }, PASSED + 1);
    await store.saveSettings({ ...settings, zone: 'UTC' }, PASSED + 2);
    expect(await nudges('200000000000000002')).toEqual([]);
    expect(await nudges('200000000000000001')).toEqual([
      '2025-09-04T09:00:00.000Z',
      '2025-09-10T09:00:00.000Z',
      '2025-10-03T09:00:00.000Z',
    ]);
  });

  it('cancel them without a review channel', async () => {
    await store.saveSettings({ ...settings, reviewChannel: null }, PASSED + 1);
    expect(await nudges('200000000000000001')).toEqual([]);
  });
});
