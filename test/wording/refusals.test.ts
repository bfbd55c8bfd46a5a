import { describe, expect, test } from 'vitest';
import { drawText } from '../../src/discord/draw.js';
import { parseSchedule } from '../../src/domain/cron/index.js';
import type { Refusal } from '../../src/domain/refusal.js';
import { english } from '../../src/wording/index.js';
import { refusalText } from '../../src/wording/refusal.js';
import { examplesOf } from './refusal-examples.js';

const refusals: readonly Refusal[] = Object.values(examplesOf('@everyone **x**')).flat();

const phrase = (refusal: Refusal) => drawText(refusalText(english, refusal));

describe('the text of a refusal', () => {
  test.each(refusals.map((refusal) => [refusal.why, refusal] as const))(
    'of %s is made of whole sentences',
    (_why, refusal) => {
      const text = phrase(refusal);
      expect(text).toMatch(/^[A-Z"].*[.]$/s);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|@everyone|\*\*x/);
      expect(text.length).toBeLessThan(600);
    },
  );

  test('differs from every other', () => {
    expect(new Set(refusals.map(phrase)).size).toBe(refusals.length);
  });

  test('says what to do', () => {
    expect(phrase({ why: 'same-deadline' })).toBe(
      'That is the deadline already. To add the link as a source, use /ultimatum source.',
    );
    expect(phrase({ why: 'needs-reports', given: 1 })).toContain('you gave 1. Add a link');
    const steps = phrase({ why: 'bad-reminders', given: '400d', offset: '400d' });
    expect(steps).toContain('days (at most 366d), hours (at most 240h)');
  });
});

const schedules = refusals.filter(({ why }) => why === 'bad-schedule').map(phrase);
const examples = schedules.flatMap((text) => text.slice(text.indexOf('Write')).match(/"[^"]+"/g) ?? []);

test.each([...new Set(examples)])(
  'the schedule %s, which a refusal says to write, can be read',
  (example) => {
    expect(parseSchedule(example.slice(1, -1))).toMatchObject({ ok: true });
  },
);

test.each([
  [{ kind: 'cancelled' }, 'This button was used already. Cancelled. Nothing was saved.'],
  [{ kind: 'set-up' }, 'This button was used already. The server was set up. Nothing was done twice.'],
  [
    { kind: 'imported', count: 312 },
    'This button was used already. Imported 312 ultimatums. Nothing was done twice.',
  ],
] as const)('a second press says once that it did nothing: %j', (done, told) => {
  expect(drawText(refusalText(english, { why: 'already-pressed', done }))).toBe(told);
});
