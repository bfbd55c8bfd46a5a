import { DateTime } from 'luxon';
import type { Command, Evidence, Entry, Outcome, Statement } from '../../src/domain/entry.js';
import type { DecisionContext } from '../../src/domain/decision.js';
import { decide } from '../../src/domain/decide/index.js';
import { withAdded } from '../../src/domain/decide/context.js';
import { fold } from '../../src/domain/fold.js';
import type { DatedReading, Reading } from '../../src/domain/reading.js';
import type { Refusal } from '../../src/domain/refusal.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { at, dayOf, type When } from '../../src/domain/when.js';

export const WASHINGTON = 'America/New_York';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant of a local time, `2025-07-14` or `2025-07-14T18:00`; with an offset, of that. */
export function ms(iso: string, zone: string = WASHINGTON): number {
  const time = DateTime.fromISO(iso, { zone });
  if (!time.isValid) throw new Error(`Not a time: ${iso}`);
  return time.toMillis();
}

/** The whole local day, or the instant where there is a time. */
export function on(iso: string, zone: string = WASHINGTON): When {
  return iso.includes('T') ? at(ms(iso, zone)) : dayOf(ms(iso, zone), zone);
}

function reading(fields: Partial<DatedReading> & Pick<DatedReading, 'earliest' | 'latest'>): DatedReading {
  return {
    words: 'by then',
    precision: 'day',
    bound: 'by',
    zone: WASHINGTON,
    zoneFrom: 'issuer',
    edtf: '..',
    orSooner: false,
    openBeginning: false,
    assumed: [],
    ...fields,
  };
}

/** By a day: its end. */
export function day(iso: string, more: Partial<DatedReading> = {}): DatedReading {
  const zone = more.zone ?? WASHINGTON;
  const { start, end } = dayOf(ms(iso, zone), zone);
  return reading({ words: iso, earliest: start, latest: end, ...more });
}

/** From one day to another, the last included. */
export function days(from: string, to: string, more: Partial<DatedReading> = {}): DatedReading {
  const zone = more.zone ?? WASHINGTON;
  const latest = dayOf(ms(to, zone), zone).end;
  return reading({
    words: `${from} to ${to}`,
    earliest: ms(from, zone),
    latest,
    precision: 'window',
    ...more,
  });
}

export function instant(iso: string, more: Partial<DatedReading> = {}): DatedReading {
  const latest = ms(iso, more.zone ?? WASHINGTON);
  return reading({ words: iso, earliest: latest, latest, precision: 'instant', ...more });
}

/** Before a day, or effective from it: its start. */
export function startOf(iso: string, bound: 'before' | 'effective'): DatedReading {
  const latest = ms(iso);
  return reading({ words: `${bound} ${iso}`, earliest: latest, latest, bound, openBeginning: true });
}

export function undated(words: string, more: Partial<Reading> = {}): Reading {
  const { earliest: _earliest, latest: _latest, ...rest } = reading({ words, earliest: 0, latest: 0 });
  return { ...rest, earliest: null, latest: null, precision: 'vague', ...more };
}

/** A report of one host. */
export function report(host: string = 'cnn.com', more: Partial<Statement> = {}): Statement {
  return {
    quote: null,
    url: `https://www.${host}/story`,
    outlet: null,
    grade: 'secondary',
    archive: null,
    seenIn: null,
    ...more,
  };
}

export const primary = report('whitehouse.gov', { grade: 'primary' });

export function said(stated: When | string, ...statements: readonly Statement[]): Evidence {
  return {
    stated: typeof stated === 'string' ? on(stated) : stated,
    statements: statements.length > 0 ? statements : [report()],
  };
}

export function recording(
  deadline: Reading | null,
  stated: When | string = '2025-07-14',
): Extract<Command, { verb: 'record' }> {
  return {
    verb: 'record',
    issuers: ['Donald Trump'],
    targets: ['Russia'],
    demand: 'agree to a ceasefire in Ukraine',
    threat: '"severe tariffs"',
    zone: WASHINGTON,
    tags: [],
    deadline,
    ...said(stated),
  };
}

export function outcome(
  compliance: Outcome['compliance'],
  followThrough: Outcome['followThrough'],
  dates: { readonly complied?: string; readonly acted?: string } = {},
): Outcome {
  return {
    compliance,
    followThrough,
    complied: dates.complied === undefined ? null : on(dates.complied),
    acted: dates.acted === undefined ? null : on(dates.acted),
    note: null,
  };
}

/** One primary statement said at `stated`: enough for any outcome. */
export function recordsOutcome(
  one: Outcome,
  stated: When | string,
  target: string | null = null,
): Extract<Command, { verb: 'outcome' }> {
  const scope = target === null ? {} : { scope: [target] };
  return { verb: 'outcome', outcome: one, ...scope, ...said(stated, primary) };
}

/** A ledger in the hand of a test: each step is decided at its time and must be accepted. */
export class Ledger {
  entries: readonly Entry[] = [];

  get now(): Ultimatum {
    return fold(this.entries);
  }

  /** Decides a command at `iso`; an accepted one is appended. */
  try(command: Command, iso: string | number, more: Partial<DecisionContext> = {}): Refusal | null {
    const now = typeof iso === 'number' ? iso : ms(iso);
    const by = command.verb === 'lapse' ? null : 'ana';
    const decision = decide(this.entries, command, { now, by, ...more });
    if (!decision.ok) return decision.refusal;
    this.entries = withAdded(this.entries, decision.value);
    return null;
  }

  /** As `try`, and a refusal fails the test. */
  add(command: Command, iso: string | number): this {
    const refusal = this.try(command, iso);
    if (refusal !== null) throw new Error(`${command.verb} was refused: ${JSON.stringify(refusal)}`);
    return this;
  }

  lapse(iso: string | number): this {
    return this.add({ verb: 'lapse' }, iso);
  }
}

/** The founding case as it was known on the evening of 29 July 2025. */
export function founding(): Ledger {
  return new Ledger()
    .add(recording(day('2025-09-02', { words: '50 days' })), '2025-07-14T20:00')
    .add(
      {
        verb: 'move',
        deadline: days('2025-08-07', '2025-08-09', { words: '10 or 12 days' }),
        ...said('2025-07-28', report('bbc.co.uk')),
      },
      '2025-07-28T15:00',
    )
    .add(
      { verb: 'move', deadline: day('2025-08-08', { words: '10 days from today' }), ...said('2025-07-29') },
      '2025-07-29T21:00',
    );
}
