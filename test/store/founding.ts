import type { Command } from '../../src/domain/entry.js';
import type { Decide } from '../../src/domain/decision.js';
import { decide } from '../../src/domain/decide/index.js';
import type { DatedReading } from '../../src/domain/reading.js';
import { RefusedError } from '../../src/domain/refusal.js';
import { at } from '../../src/domain/when.js';
import type { Changed, ChangeOptions, Store } from '../../src/store/port/index.js';

export const WASHINGTON = 'America/New_York';
export const GUILD = '100000000000000001';
export const CHANNEL = '200000000000000001';

export const instant = (iso: string): number => Date.parse(iso);

/** A day in Washington in summer, as "by" that day. */
export function day(date: string, words = date): DatedReading {
  const earliest = instant(`${date}T00:00:00-04:00`);
  return {
    words,
    earliest,
    latest: earliest + 86_400_000,
    precision: 'day',
    bound: 'by',
    zone: WASHINGTON,
    zoneFrom: 'issuer',
    edtf: date,
    orSooner: false,
    openBeginning: false,
    assumed: [],
  };
}

const link = (url: string) => ({
  quote: 'if we do not have a deal in 50 days',
  url,
  outlet: null,
  grade: 'primary' as const,
  archive: null,
  seenIn: null,
});

export function recording(changes: Partial<Extract<Command, { verb: 'record' }>> = {}): Command {
  return {
    verb: 'record',
    issuers: ['Donald Trump'],
    targets: ['Russia'],
    demand: 'agree to a ceasefire in Ukraine',
    threat: 'severe tariffs',
    zone: WASHINGTON,
    tags: ['ukraine'],
    deadline: day('2025-09-02', '50 days'),
    stated: at(instant('2025-07-14T15:00:00Z')),
    statements: [link('https://www.cnn.com/2025/07/14/a')],
    ...changes,
  };
}

export const moving = (date: string, stated: string): Command => ({
  verb: 'move',
  deadline: day(date),
  stated: at(instant(stated)),
  statements: [link('https://www.bbc.co.uk/news/b')],
});

export const asked =
  (command: Command, now: number, seen?: number): Decide =>
  (entries) =>
    decide(entries, command, { now, by: 'person-key', ...(seen === undefined ? {} : { seen }) });

/** A channel is one server's own. */
export const changing = (now: number, channel = CHANNEL): ChangeOptions => ({
  now,
  announceDelay: 0,
  channel,
});

/** Makes a change that has to succeed. */
export async function make(
  store: Store,
  number: number | null,
  command: Command,
  now: number,
  guild = GUILD,
): Promise<Changed> {
  const changed = await store.change(guild, number, asked(command, now), changing(now, `${guild}1`));
  if (!changed.ok) throw new RefusedError(changed.refusal);
  return changed.value;
}
