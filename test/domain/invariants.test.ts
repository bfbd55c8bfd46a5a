import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asKnownInWorld, asRecorded } from '../../src/domain/as-of.js';
import { decide } from '../../src/domain/decide/index.js';
import { newlyBroken } from '../../src/domain/decide/history.js';
import type { Entry } from '../../src/domain/entry.js';
import { fold, foldOrNull } from '../../src/domain/fold.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import type { State } from '../../src/domain/state.js';
import { always, each, histories, RUNS } from './histories.js';
import { HOUR } from './support.js';

const frozen = (value: unknown): string => JSON.stringify(value);

// A few histories alone, as `npm run mutation` takes, do not reach all.
test.skipIf(RUNS.numRuns < 100)('generated histories reach every state and every kind of revision', () => {
  const states = new Set<string>();
  fc.assert(
    fc.property(histories, (steps) => {
      each(steps, ({ after }) => {
        const ultimatum = foldOrNull(after);
        if (ultimatum === null) return;
        states.add(ultimatum.state);
        for (const { revision } of ultimatum.versions) states.add(revision);
      });
    }),
    RUNS,
  );
  expect([...states].toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'clarified',
    'extended',
    'open',
    'passed',
    'resolved',
    'resumed',
    'revived',
    'set',
    'shortened',
    'superseded',
    'suspended',
    'withdrawn',
  ]);
});

test('an entry in the ledger never changes', () => {
  always(({ before, after }) => {
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.map(({ seq }) => seq)).toEqual(after.map((_, index) => index + 1));
  });
});

test('a refused command changes nothing', () => {
  always(({ before, after, refused }) => {
    expect(refused && after !== before).toBe(false);
  });
});

test('a decision is repeatable and leaves its input as it was', () => {
  always(({ before, step, now }) => {
    const kept = frozen(before);
    const once = decide(before, step, { now, by: 'ana' });
    expect(decide(before, step, { now, by: 'ana' })).toEqual(once);
    expect(frozen(before)).toBe(kept);
  });
});

test('an exported and imported history folds to the same ultimatum', () => {
  always(({ after }) => {
    const copy: readonly Entry[] = JSON.parse(frozen(after));
    expect(foldOrNull(copy)).toEqual(foldOrNull(after));
  });
});

test('only the last deadline can be in force, and only while the ultimatum runs', () => {
  always(({ after }) => {
    const ultimatum = foldOrNull(after);
    if (ultimatum === null) return;
    const runs = ultimatum.state === 'open' || ultimatum.state === 'passed';
    expect(ultimatum.inForce).toEqual(runs ? (ultimatum.versions.at(-1) ?? null) : null);
  });
});

test('every deadline has a statement behind it', () => {
  always(({ after }) => {
    const ultimatum = foldOrNull(after);
    for (const version of ultimatum?.versions ?? []) {
      expect(ultimatum?.statements.some(({ entry }) => entry === version.entry)).toBe(true);
    }
  });
});

test('a deadline passes at its end or later, and only by the clock', () => {
  always(({ after, before }) => {
    const latest = foldOrNull(before)?.inForce?.reading.latest;
    for (const { event, recorded, stated, by } of after.slice(before.length)) {
      if (event.kind !== 'passed') continue;
      expect(recorded).toBeGreaterThanOrEqual(stated.start);
      expect(by).toBeNull();
      const alone = after.length === before.length + 1;
      expect(alone ? stated.start : latest).toBe(latest);
    }
  });
});

test('each deadline in force passes once', () => {
  always(({ after, now }) => {
    for (const { became } of foldOrNull(after)?.versions ?? []) {
      expect(became.filter((one) => one.kind === 'passed' && !one.lifted).length).toBeLessThanOrEqual(1);
    }
    const again = decide(after, { verb: 'lapse' }, { now, by: null });
    const decided = after.length > 0 && foldOrNull(after)?.inForce && again.ok ? again.value : [];
    expect(decided.length).toBeLessThanOrEqual(1);
  });
});

test('no ultimatum is open after its deadline once a command was decided', () => {
  always(({ after, now, refused }) => {
    const ultimatum = foldOrNull(after);
    if (refused || ultimatum?.state !== 'open') return;
    expect(ultimatum.inForce?.reading.latest ?? Infinity).toBeGreaterThan(now);
  });
});

const MOVING = new Set(['extended', 'shortened', 'revived']);

test('the number of moves equals the number of entries that count as moves', () => {
  always(({ after }) => {
    const ultimatum = foldOrNull(after);
    if (ultimatum === null) return;
    const moving = ultimatum.versions.filter(({ revision }) => MOVING.has(revision)).length;
    const resumed = ultimatum.versions.filter(({ revision }) => revision === 'resumed').length;
    expect(ultimatum.moves).toBeGreaterThanOrEqual(moving);
    expect(ultimatum.moves).toBeLessThanOrEqual(moving + resumed);
  });
});

test('a correction adds no deadline', () => {
  always(({ before, after, step, refused }) => {
    if (refused || step.verb !== 'correct' || step.removes) return;
    const dated = (entries: readonly Entry[]) => fold(entries).versions.length;
    const undates = step.fields.deadline?.precision === 'vague';
    const wasUndated = before.length > 0 && fold(before).versions.every(({ entry }) => entry !== step.entry);
    if (undates || wasUndated) return;
    expect(dated(after)).toBe(dated(before));
  });
});

test('every history can be decided again from its entries', () => {
  always(({ after }) => {
    expect(newlyBroken([], after)).toBeNull();
  });
});

test('the views "as recorded" and "as known" end in the present state', () => {
  always(({ after, now }) => {
    const present = foldOrNull(after);
    expect(asRecorded(after, now)).toEqual(present);
    const world = asKnownInWorld(after, now + 1_000 * HOUR);
    const bare = (ultimatum: Ultimatum | null) =>
      ultimatum && { ...ultimatum, entries: [], corrections: [], lastSeq: 0 };
    expect(bare(world)).toEqual(bare(present));
  });
});

const LEADS: Record<State, readonly State[]> = {
  open: ['open', 'passed', 'suspended', 'withdrawn', 'superseded', 'resolved'],
  passed: ['passed', 'open', 'suspended', 'withdrawn', 'superseded', 'resolved'],
  suspended: ['suspended', 'open', 'passed', 'withdrawn', 'superseded', 'resolved'],
  withdrawn: ['withdrawn', 'resolved'],
  superseded: ['superseded'],
  resolved: ['resolved'],
};

test('states change only as the table allows, except through corrections', () => {
  always(({ before, after, step }) => {
    const [from, to] = [foldOrNull(before), foldOrNull(after)];
    if (from === null || to === null || step.verb === 'correct') return;
    expect(LEADS[from.state]).toContain(to.state);
  });
});

test('a hidden ultimatum takes entries of the clock and of its unhiding only', () => {
  always(({ before, after, step }) => {
    const hidden = foldOrNull(before)?.hidden ?? null;
    if (hidden === null || step.verb === 'unhide') return;
    for (const { event } of after.slice(before.length)) expect(event.kind).toBe('passed');
  });
});
