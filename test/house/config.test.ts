import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';

describe('the configuration', () => {
  it('needs nothing: without a token the local Discord is meant', () => {
    const result = readConfig({ DISCORD_TOKEN: '' });
    expect(result).toMatchObject({
      ok: true,
      config: {
        token: null,
        databaseUrl: 'sqlite:data/ultimatum.db',
        announceDelay: 60_000,
        clock: 'system',
      },
    });
  });

  it('takes spaces and a pair of quotation marks from around a value, and not from inside it', () => {
    const result = readConfig({ DISCORD_TOKEN: ' "a.b.c"\n', HOST: "'::1'", CLOCK: '""', LOG_LEVEL: 'warn' });
    expect(result).toMatchObject({
      ok: true,
      config: { token: 'a.b.c', host: '::1', clock: 'system', logLevel: 'warn' },
    });
    expect(readConfig({ DISCORD_TOKEN: '"a.b.c' })).toMatchObject({
      ok: false,
      faults: [expect.stringContaining('quotation marks')],
    });
  });

  it('reports every fault at once, by name, with the fix', () => {
    const result = readConfig({
      DISCORD_TOKEN: 'two words',
      DATABASE_URL: 'mysql://x',
      ANNOUNCE_DELAY_SECONDS: 'soon',
      CLOCK: 'wrist',
      LOG_LEVEL: 'loud',
      DISCORD_API_URL: 'ftp://x',
    });
    expect(result.ok).toBe(false);
    const text = result.ok ? '' : result.faults.join('\n');
    for (const name of [
      'DISCORD_TOKEN',
      'DATABASE_URL',
      'ANNOUNCE_DELAY_SECONDS',
      'CLOCK',
      'LOG_LEVEL',
      'DISCORD_API_URL',
    ])
      expect(text).toContain(name);
  });
});
