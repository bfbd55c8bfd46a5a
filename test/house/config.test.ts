import { describe, expect, it } from 'vitest';
import { drawText } from '../../src/cli/draw.js';
import { readConfig, settingFault } from '../../src/config.js';
import { english } from '../../src/wording/index.js';

describe('the configuration', () => {
  it('needs nothing: without a token the bot runs on the local Discord', () => {
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

  it('drops spaces and a pair of quotation marks around a value, but not inside it', () => {
    const result = readConfig({ DISCORD_TOKEN: ' "a.b.c"\n', HOST: "'::1'", CLOCK: '""', LOG_LEVEL: 'warn' });
    expect(result).toMatchObject({
      ok: true,
      config: { token: 'a.b.c', host: '::1', clock: 'system', logLevel: 'warn' },
    });
    expect(readConfig({ DISCORD_TOKEN: '"a.b.c' })).toMatchObject({
      ok: false,
      wrong: ['DISCORD_TOKEN'],
    });
  });

  it('reports every wrong setting at once, by name, with the fix', () => {
    const result = readConfig({
      DISCORD_TOKEN: 'two words',
      DATABASE_URL: 'mysql://x',
      ANNOUNCE_DELAY_SECONDS: 'soon',
      CLOCK: 'wrist',
      LOG_LEVEL: 'loud',
      DISCORD_API_URL: 'ftp://x',
    });
    expect(result.ok).toBe(false);
    const wrong = result.ok ? [] : result.wrong;
    const text = wrong.map((setting) => drawText(settingFault(setting, english.operator))).join('\n');
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
