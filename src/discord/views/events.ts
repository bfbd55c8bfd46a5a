import { replay } from '../../domain/corrections.js';
import type { Entry, LedgerEvent } from '../../domain/entry.js';
import type { Ultimatum } from '../../domain/ultimatum.js';
import { byWhom, parties, statementsOf, subjectOf, targetsText, yearOf } from './about.js';
import type { About } from './about.js';
import { onDay, shortDay } from './dates.js';
import { versionText } from './moved.js';
import type { Lines } from './post.js';
import type { Line, TextBudget } from './text-budget.js';
import { isSource, sourceLine } from './sources.js';
import { quoted, safe } from './text.js';

type TermsHappening = Extract<LedgerEvent, { kind: 'terms' }>;

/** The entry as corrected; null where a correction took it out. */
export function effectiveEntry(ultimatum: Ultimatum, seq: number): Entry | null {
  return replay(ultimatum.entries).find((entry) => entry.seq === seq) ?? null;
}

function head(what: string, { number, ultimatum }: About, room: TextBudget): string {
  return `${what}: ${parties(ultimatum, room)} (${subjectOf(number)})`;
}

/** The last deadline set by then. */
function wasLine(ultimatum: Ultimatum, seq: number, room: TextBudget): Line {
  const version = ultimatum.versions.findLast(({ entry }) => entry < seq);
  return version === undefined ? null : `Deadline so far: ${versionText(version, ultimatum, room)}`;
}

function saidLine(ultimatum: Ultimatum, { seq, stated }: Entry, room: TextBudget): Line {
  const day = onDay(stated, ultimatum.zone, yearOf(ultimatum));
  const quote = statementsOf(ultimatum, seq).find((one) => one.quote !== null)?.quote ?? null;
  return quote === null ? `Stated ${day}` : `As stated ${day}: ${quoted(quote, room.quote)}`;
}

/** The sides, what was in force, what was said and by whom it was reported. */
function eventLines(about: About, entry: Entry, what: string, print: string, room: TextBudget): Lines {
  const { ultimatum, people } = about;
  return {
    head: head(what, about, room),
    body: [
      wasLine(ultimatum, entry.seq, room),
      saidLine(ultimatum, entry, room),
      sourceLine(statementsOf(ultimatum, entry.seq), room),
    ],
    small: [print, `Recorded by ${byWhom(entry.by, people, room)}.`],
  };
}

export function suspendedLines(about: About, entry: Entry, room: TextBudget): Lines {
  return eventLines(about, entry, 'Deadline paused', 'Nothing is counted down until it is resumed.', room);
}

export function withdrawnLines(about: About, entry: Entry, room: TextBudget): Lines {
  return eventLines(about, entry, 'Withdrawn', 'Nothing is counted down any more; the log stays.', room);
}

export function replacedLines(about: About, entry: Entry, by: number, room: TextBudget): Lines {
  const print = 'Nothing is counted down here any more; the log stays.';
  return eventLines(about, entry, `Replaced by ${subjectOf(by)}`, print, room);
}

/** What each term was before an entry changed it. */
function termsBefore(ultimatum: Ultimatum, seq: number) {
  let terms = { demand: ultimatum.demand, threat: ultimatum.threat, targets: ultimatum.targets };
  for (const { event } of replay(ultimatum.entries).filter((entry) => entry.seq < seq)) {
    if (event.kind === 'recorded') terms = event;
    if (event.kind !== 'terms') continue;
    const { demand, threat, targets } = event;
    terms = {
      demand: demand ?? terms.demand,
      threat: threat ?? terms.threat,
      targets: targets ?? terms.targets,
    };
  }
  return terms;
}

function changeLine(label: string, was: string | null, now: string | null, room: TextBudget): Line {
  if (now === null || now === was) return null;
  const before = was === null ? 'nothing was said' : safe(was, room.text / 2);
  return `${label}: ${safe(now, room.text / 2)} (was: ${before})`;
}

/** The issuer changed the terms: an event in the world, the old ones beside the new. */
export function termsLines(about: About, entry: Entry, what: TermsHappening, room: TextBudget): Lines {
  const { ultimatum, people } = about;
  const before = termsBefore(ultimatum, entry.seq);
  const { targets } = what;
  return {
    head: head('Terms changed', about, room),
    body: [
      changeLine('Demand', before.demand, what.demand, room),
      changeLine('Otherwise', before.threat, what.threat, room),
      targets === null
        ? null
        : `Demanded of: ${targetsText(targets, room)} (was: ${targetsText(before.targets, room)})`,
      saidLine(ultimatum, entry, room),
      sourceLine(statementsOf(ultimatum, entry.seq), room),
    ],
    small: [
      'The deadline is unchanged, the earlier terms stay in the log.',
      `Recorded by ${byWhom(entry.by, people, room)}.`,
    ],
  };
}

/** A dispute that a curator made or accepted; the record stands beside it. */
export function disputedLines(about: About, entry: Entry, reason: string, room: TextBudget): Lines {
  const { ultimatum, people } = about;
  const sources = statementsOf(ultimatum, entry.seq).filter(isSource);
  const outcome = ultimatum.outcomes.length > 0;
  return {
    head: head(outcome ? 'Outcome disputed' : 'Record disputed', about, room),
    body: [
      ultimatum.headline,
      `Reason: ${safe(reason, room.text)}`,
      sources.length === 0 ? null : sourceLine(sources, room),
    ],
    small: [
      'The record stays as it is and is marked as disputed.',
      `Accepted by ${byWhom(entry.by, people, room)}, on ${shortDay(entry.recorded, ultimatum.zone, yearOf(ultimatum))}.`,
    ],
  };
}
