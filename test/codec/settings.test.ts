import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { parseSettings, readableSettings, readReminderPlan, readScope } from '../../src/codec/settings.js';
import { defaultSettings } from '../../src/domain/guild.js';

describe('the settings of a server', () => {
  it('have their default where an older release did not know them', () => {
    expect(parseSettings('1', '{"zone":"Europe/Berlin"}')).toEqual({
      ...defaultSettings('1'),
      zone: 'Europe/Berlin',
    });
  });

  it.each(['no JSON', 'null', '[1', '{"review":"yes"}', '{"zone":7}'])(
    'are refused where they are %s',
    (text) => {
      expect(() => parseSettings('1', text)).toThrow(ZodError);
    },
  );

  it('are shown without what cannot be read', () => {
    const shown = { ...defaultSettings('1'), language: 'de' };
    expect(readableSettings('1', '{"zone":7,"language":"de"}')).toEqual(shown);
    expect(readableSettings('1', 'no JSON')).toEqual(defaultSettings('1'));
  });
});

describe('what a countdown lists, and the reminders of a channel', () => {
  it('are null if the text can’t be read', () => {
    for (const text of ['no JSON', 'null', '{}', '{"kind":"issuer"}', '{"kind":"ultimatum","number":"1"}'])
      expect(readScope(text)).toBeNull();
    expect(readScope('{"kind":"tag","tag":"iran"}')).toEqual({ kind: 'tag', tag: 'iran' });
    for (const text of [
      'no JSON',
      'null',
      '{"channel":"1","offsets":7}',
      '{"channel":"1","offsets":[{"unit":"weeks"}]}',
    ])
      expect(readReminderPlan(text)).toBeNull();
  });
});
