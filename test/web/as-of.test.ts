/** The lists of a server as known on a day, beside a fold of every ledger up to that day. */
import { fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { asKnownInWorld } from '../../src/domain/as-of.js';
import { decide } from '../../src/domain/decide/index.js';
import type { Command, Entry } from '../../src/domain/entry.js';
import { fold } from '../../src/domain/fold.js';
import { DAY } from '../../src/domain/durations.js';
import { instant, moving, recording } from '../store/founding.js';

const START = instant('2025-07-14T15:00:00Z');
const at = (day: number) => ({ start: START + day * DAY, end: START + day * DAY });
const source = {
  quote: null,
  url: 'https://www.bbc.co.uk/news/1',
  outlet: null,
  archive: null,
  seenIn: null,
};
const statements = [{ ...source, grade: 'primary' as const }];

const COMMANDS: readonly ((day: number) => Command)[] = [
  (day) => ({ ...moving('2025-09-20', '2025-07-14T15:00:00Z'), stated: at(day) }) as Command,
  (day) => ({ verb: 'suspend', stated: at(day), statements }),
  (day) => ({ verb: 'withdraw', stated: at(day), statements }),
  (day) => ({ verb: 'source', stated: at(day), statements }),
  () => ({ verb: 'lapse' }),
];

/** A ledger of what could be done, one after another; some of it stated before it was recorded. */
function ledger(steps: readonly { readonly what: number; readonly day: number; readonly late: number }[]) {
  let entries: readonly Entry[] = [];
  const act = (command: Command, now: number) => {
    const decided = decide(entries, command, { now, by: 'person-key' });
    if (!decided.ok) return;
    const added = decided.value.map((entry, index) => ({ ...entry, seq: entries.length + index + 1 }));
    entries = [...entries, ...added];
  };
  act(recording(), START);
  for (const { what, day, late } of steps.toSorted((a, b) => a.day - b.day)) {
    const command = COMMANDS[what]?.(day);
    if (command !== undefined) act(command, START + (day + late) * DAY);
  }
  return entries;
}

const steps = fc.array(
  fc.record({
    what: fc.nat({ max: COMMANDS.length - 1 }),
    day: fc.integer({ min: 0, max: 90 }),
    late: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 6 },
);

describe('a ledger in which nothing was stated after an instant', () => {
  it('was known then as it is known today', () => {
    const property = fc.property(steps, fc.integer({ min: -1, max: 95 }), (taken, day) => {
      const entries = ledger(taken);
      const then = START + day * DAY;
      const stated = entries.map(({ stated: { start } }) => start);
      const known = asKnownInWorld(entries, then);
      const later = Math.max(...stated) > then ? known : fold(entries);
      expect(known).toEqual(Math.min(...stated) > then ? null : later);
    });
    expect(() => fc.assert(property, { numRuns: 300 })).not.toThrow();
  });
});
