/** Documented ultimatums as they are typed: each step is a slash command with its options. */
import { DateTime } from 'luxon';
import type { When } from '../../src/domain/when.js';
import { DAY, HOUR, MINUTE, on } from '../domain/support.js';
import {
  zoneOfCase,
  type TimelineCase,
  type TimelineRevision,
  type TimelineSides,
} from '../support/timeline.js';

/** What a curator knows of a case and its data does not say in words that can be typed. */
export interface CaseNotes {
  readonly id: string;
  /** Deadlines as they are typed, by the index of the revision; else the case's own text. */
  readonly words?: Readonly<Record<number, string>>;
  /** Options typed beside those of the case, by the index of the revision. */
  readonly options?: Readonly<Record<number, Readonly<Record<string, string>>>>;
  /** What is pressed before the button that saves, by the index of the revision. */
  readonly pressed?: Readonly<Record<number, readonly string[]>>;
  /** Revisions that the server learned of only after all the others. */
  readonly learnedLate?: readonly number[];
  /** Options typed beside those of each outcome. */
  readonly outcome?: Readonly<Record<string, string>>;
  /** What was undone once the outcome was recorded. */
  readonly reversed?: { readonly on: string; readonly options: Readonly<Record<string, string>> };
  /** The case to which it belongs, as it is linked after its outcome. */
  readonly link?: { readonly to: string; readonly as: string };
}

/** One command, when it is typed, and the buttons that are pressed after it. */
export interface Step {
  /** ms UTC. */
  readonly at: number;
  readonly verb: string;
  readonly options: Readonly<Record<string, string>>;
  readonly press: readonly string[];
}

/** Reports of outlets that nobody has: two registrable domains, so two reports. */
const REPORT = 'https://www.example.com/';
const SECOND_REPORT = 'https://www.example.org/';

const isDay = ({ start, end }: When) => end > start;

/** A moment as a person types it: `14 July 2025`, or with the hour where it is known. */
function typedMoment(iso: string, zone: string): string {
  const when = on(iso, zone);
  const format = isDay(when) ? 'd LLLL yyyy' : 'd LLLL yyyy, HH:mm';
  return DateTime.fromMillis(when.start, { zone }).toFormat(format, { locale: 'en-GB' });
}

/** Six in the evening of a day, or a minute after an instant: when somebody writes it down. */
function heardAt(iso: string, zone: string): number {
  const when = on(iso, zone);
  return isDay(when) ? when.start + 18 * HOUR : when.start + MINUTE;
}

const COMMANDS: Readonly<Record<TimelineRevision['kind'], string>> = {
  set: 'move',
  shorten: 'move',
  clarify: 'move',
  extend: 'move',
  suspend: 'move',
  extend_indefinitely: 'suspend',
  reset: 'resume',
  cite: 'source',
  withdraw: 'withdraw',
};

function deadlineOption(revision: TimelineRevision, words: string | undefined) {
  const needed = COMMANDS[revision.kind] === 'move' || COMMANDS[revision.kind] === 'resume';
  return needed ? { deadline: words ?? revision.text ?? '' } : {};
}

function recordStep(one: TimelineCase, notes: CaseNotes): Step {
  const zone = zoneOfCase(one);
  const [first] = one.revisions;
  return {
    at: heardAt(one.stated_at, zone),
    verb: 'record',
    options: {
      issuer: one.issuer,
      target: one.target.join('; '),
      demand: one.demand,
      threat: one.threat,
      deadline: notes.words?.[0] ?? first?.text ?? 'none',
      zone,
      stated: typedMoment(one.stated_at, zone),
      source: `${REPORT}${one.id}/0`,
      ...notes.options?.[0],
    },
    press: notes.pressed?.[0] ?? [],
  };
}

function revisionStep(one: TimelineCase, notes: CaseNotes, index: number): Step {
  const revision = one.revisions[index];
  if (revision === undefined) throw new Error(`${one.id} has no revision ${index}`);
  const zone = revision.deadline?.tz ?? zoneOfCase(one);
  const typedZone = zone === zoneOfCase(one) ? {} : { zone };
  return {
    at: heardAt(revision.stated_at, zone),
    verb: COMMANDS[revision.kind],
    options: {
      ...deadlineOption(revision, notes.words?.[index]),
      ...typedZone,
      stated: typedMoment(revision.stated_at, zone),
      source: `${REPORT}${one.id}/${index}`,
      ...notes.options?.[index],
    },
    press: notes.pressed?.[index] ?? [],
  };
}

function outcomeStep(
  one: TimelineCase,
  sides: TimelineSides & { readonly target?: string },
  at: number,
): Step {
  const zone = zoneOfCase(one);
  const { complied_at: complied, acted_at: acted } = sides;
  return {
    at,
    verb: 'outcome',
    options: {
      compliance: sides.compliance,
      'follow-through': sides.follow_through === 'not_due' ? 'not-due' : sides.follow_through,
      ...(complied === undefined ? {} : { complied: typedMoment(complied, zone) }),
      ...(acted === undefined ? {} : { acted: typedMoment(acted, zone) }),
      ...(sides.target === undefined ? {} : { target: sides.target }),
      stated: typedMoment(one.outcome.resolved_at, zone),
      source: `${REPORT}${one.id}/outcome`,
      ...(one.sources.length === 1
        ? { grade: 'primary' }
        : { 'second-source': `${SECOND_REPORT}${one.id}/outcome` }),
    },
    press: [],
  };
}

/** The last deadline before the outcome is over, and everything that was learned of late is on record. */
function outcomeAt(one: TimelineCase, last: number): number {
  const zone = zoneOfCase(one);
  const resolved = on(one.outcome.resolved_at, zone).start;
  const latest = one.revisions.findLast(({ deadline }) => deadline?.latest)?.deadline?.latest;
  const waits = one.outcome.compliance === 'negotiated' ? 0 : Date.parse(latest ?? '1900-01-01');
  return Math.max(resolved, last, waits) + 2 * DAY;
}

/** What is done at `at` and later, once the outcome is recorded. */
function laterSteps(one: TimelineCase, { reversed, link }: CaseNotes, at: number): readonly Step[] {
  const dispute: Step = { at, verb: 'dispute', options: { reason: 'Coders differ.' }, press: [] };
  const linked: Step = { at, verb: 'link', options: link ?? {}, press: [] };
  const steps = [...(one.expect.disputed ? [dispute] : []), ...(link === undefined ? [] : [linked])];
  if (reversed === undefined) return steps;
  const zone = zoneOfCase(one);
  const options = { when: typedMoment(reversed.on, zone), source: `${REPORT}${one.id}/reversed` };
  const undone = { verb: 'reversed', options: { ...options, ...reversed.options }, press: [] };
  return [...steps, { ...undone, at: heardAt(reversed.on, zone) }];
}

/** A case step by step, in the order in which a curator types them. */
export function stepsOf(one: TimelineCase, notes: CaseNotes): readonly Step[] {
  const indexes = one.revisions.flatMap((_, index) => (index === 0 ? [] : [index]));
  const late = notes.learnedLate ?? [];
  const live = indexes.filter((index) => !late.includes(index));
  const revised = live.map((index) => revisionStep(one, notes, index));
  const last = revised.at(-1)?.at ?? heardAt(one.stated_at, zoneOfCase(one));
  const learned = late.map((index) => ({ ...revisionStep(one, notes, index), at: last + HOUR }));
  const at = outcomeAt(one, last + HOUR);
  const all: readonly (TimelineSides & { readonly target?: string })[] = one.outcome.per_target ?? [
    one.outcome,
  ];
  const outcomes = all.map((sides) => {
    const step = outcomeStep(one, sides, at);
    return { ...step, options: { ...step.options, ...notes.outcome } };
  });
  return [recordStep(one, notes), ...revised, ...learned, ...outcomes, ...laterSteps(one, notes, at + HOUR)];
}
