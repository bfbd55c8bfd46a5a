import type { Command, Scoped } from '../../src/domain/entry.js';
import type { Reading } from '../../src/domain/reading.js';
import type { State } from '../../src/domain/state.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { at, dayOf, localDate, type When } from '../../src/domain/when.js';
import { DAY, day, days, HOUR, instant, primary, recording, startOf } from '../domain/support.js';
import type { Random } from './random.js';

/** Somebody who records and revises, at random; much of it is refused. */
export interface Person {
  readonly random: Random;
  /** The zone in which deadlines are stated, IANA. */
  readonly zone: string;
}

function deadline({ random, zone }: Person, now: number): Reading {
  const ahead = random.weighted([
    [10, random.between(0, 5)],
    [1, -1],
    [0.5, -10],
  ]);
  const date = localDate(now + ahead * DAY, zone);
  const kind = random.pick(['day', 'day', 'day', 'window', 'instant', 'before'] as const);
  switch (kind) {
    case 'day':
      return day(date, { zone });
    case 'window':
      return days(date, localDate(now + (ahead + random.between(1, 3)) * DAY, zone), { zone });
    case 'instant':
      return instant(`${date}T${random.pick(['02:30', '09:00', '18:00'])}`, { zone });
    case 'before':
      return startOf(date, 'before');
  }
}

/** Mostly just now, at times some hours or days ago. */
function said({ random, zone }: Person, now: number): When {
  const ago = random.weighted([
    [5, 0],
    [1, random.between(1, 20) * HOUR],
    [0.5, random.between(1, 4) * DAY],
  ]);
  return random.chance(0.3) ? dayOf(now - ago, zone) : at(now - ago);
}

const NAMES = ['Russia', 'Iran', 'Cuba'];

export function record(person: Person, now: number): Command {
  const { random, zone } = person;
  const stated = said(person, now);
  const targets = random.chance(0.35) ? NAMES.slice(0, random.between(2, NAMES.length)) : NAMES.slice(0, 1);
  const demand = `thing ${random.between(1, 999)}`;
  return { ...recording(deadline(person, now), stated), targets, zone, demand };
}

const OUTCOMES = [
  { compliance: 'none', followThrough: 'none' },
  { compliance: 'not-codable', followThrough: 'not-codable' },
] as const;

type Making = (ultimatum: Ultimatum) => Command;

/** Some of the targets that share a deadline, and how it stands with them. */
interface Part {
  readonly scope: Pick<Scoped, 'scope'>;
  readonly state: State;
}

/** All targets, or where there are several now and then only one or those of one chain. */
function partOf({ random }: Person, { chains, targets, state }: Ultimatum): Part {
  const all = { scope: {}, state };
  if (targets.length < 2 || random.chance(0.4)) return all;
  const chain = random.pick(chains);
  const scope = random.chance(0.5) ? chain.targets : [random.pick(chain.targets)];
  return { scope: { scope }, state: chain.state };
}

function closing(person: Person, now: number, { scope }: Part): Making {
  const { random } = person;
  const stated = said(person, now);
  const statements = [primary];
  const kind = random.pick(['withdraw', 'replace', 'outcome', 'outcome', 'full'] as const);
  const nothing = { complied: null, acted: null, note: null };
  switch (kind) {
    case 'withdraw':
      return () => ({ verb: 'withdraw', ...scope, stated, statements });
    case 'replace':
      return () => ({ verb: 'replace', by: 99, self: 1, stated, statements });
    case 'outcome': {
      const outcome = { ...random.pick(OUTCOMES), ...nothing };
      return () => ({ verb: 'outcome', outcome, ...scope, stated, statements });
    }
    case 'full': {
      const outcome = { compliance: 'full', followThrough: 'not-due', ...nothing, complied: stated } as const;
      return () => ({ verb: 'outcome', outcome, ...scope, stated, statements });
    }
  }
}

function annotating(person: Person, now: number, { scope }: Part): Making {
  const sourced = { stated: at(now), statements: [primary] };
  const kind = person.random.pick(['source', 'dispute', 'terms', 'reverse'] as const);
  switch (kind) {
    case 'source':
      return () => ({ verb: kind, ...sourced });
    case 'dispute':
      return () => ({ verb: kind, reason: 'not so', ...sourced });
    case 'reverse': {
      const undone = { what: 'compliance-undone', extent: 'full', when: at(now) } as const;
      return () => ({ verb: kind, ...undone, ...scope, ...sourced });
    }
    case 'terms':
      return () => ({
        verb: kind,
        demand: `more at ${now}`,
        threat: null,
        targets: null,
        ...scope,
        ...sourced,
      });
  }
}

/** A deadline read wrongly, or an entry taken back: the last one, as Undo does, or any. */
function correcting(person: Person, now: number): Making {
  const { random } = person;
  const reason = 'our mistake';
  const [undo, any] = [random.chance(0.6), random.next()];
  const read = deadline(person, now);
  return ({ lastSeq, versions }) => {
    if (undo) return { verb: 'correct', entry: lastSeq, fields: {}, removes: true, reason };
    const entry = versions[Math.floor(any * versions.length)]?.entry ?? 1;
    return { verb: 'correct', entry, fields: { deadline: read }, removes: false, reason };
  };
}

/** Something done to an ultimatum, mostly something its state allows. */
export function act(person: Person, ultimatum: Ultimatum, now: number): Command {
  const { random } = person;
  const part = partOf(person, ultimatum);
  const { scope, state } = part;
  const moving = {
    deadline: deadline(person, now),
    ...scope,
    stated: said(person, now),
    statements: [primary],
  };
  const making = random.weighted<Making>([
    [5, () => ({ verb: state === 'suspended' ? 'resume' : 'move', ...moving })],
    [1, () => ({ verb: 'suspend', ...scope, stated: moving.stated, statements: [primary] })],
    [1.2, closing(person, now, part)],
    [1, annotating(person, now, part)],
    [1.5, correcting(person, now)],
    [0.7, ({ hidden }) => ({ verb: hidden === null ? 'hide' : 'unhide', reason: 'duplicate' })],
  ]);
  const reopens = ultimatum.hidden !== null && random.chance(0.6);
  return reopens ? { verb: 'unhide', reason: 'was none' } : making(ultimatum);
}
