import { replay } from '../../domain/corrections.js';
import type { CorrectedFields, Entry, LedgerEvent } from '../../domain/entry.js';
import type { Reading } from '../../domain/reading.js';
import { isDated } from '../../domain/reading.js';
import type { Ultimatum } from '../../domain/ultimatum.js';
import { entryOf, parties, statementsOf, subjectOf, targetsText, versionSetBy } from './about.js';
import type { About } from './about.js';
import type { PublicButton } from './buttons.js';
import { cardLines } from './card.js';
import { inWords, longDay } from './dates.js';
import {
  disputedLines,
  effectiveEntry,
  replacedLines,
  suspendedLines,
  termsLines,
  withdrawnLines,
} from './events.js';
import { movedLines } from './moved.js';
import { COMPLIANCE_WORDS, outcomeLines, THREAT_WORDS } from './outcome.js';
import { textOf, type Lines, type WriteLines } from './post.js';
import type { Line, TextBudget } from './text-budget.js';
import { addressText, sourceLine } from './sources.js';
import { quoted, safe } from './text.js';

/** The words of an entry and the buttons it is posted with. */
export interface Written {
  readonly write: WriteLines;
  readonly buttons: readonly PublicButton[];
}

const OPENS: readonly PublicButton[] = ['details'];

/** The post of an entry that is announced; null for what is not (sources, corrections, flags, the clock). */
export function announcedEntry(about: About, entry: Entry): Written | null {
  const { event, seq } = entry;
  switch (event.kind) {
    case 'recorded':
      return { write: (room) => cardLines(about, room), buttons: ['details', 'update'] };
    case 'revised': {
      const version = versionSetBy(about.ultimatum, seq);
      return version === null ? null : { write: (room) => movedLines(about, version, room), buttons: OPENS };
    }
    case 'suspended':
      return { write: (room) => suspendedLines(about, entry, room), buttons: OPENS };
    case 'withdrawn':
      return { write: (room) => withdrawnLines(about, entry, room), buttons: OPENS };
    case 'superseded':
      return { write: (room) => replacedLines(about, entry, event.by, room), buttons: OPENS };
    case 'terms':
      return { write: (room) => termsLines(about, entry, event, room), buttons: OPENS };
    case 'outcome':
      return { write: (room) => outcomeLines(about, seq, room), buttons: ['details', 'dispute'] };
    case 'disputed':
      return { write: (room) => disputedLines(about, entry, event.reason, room), buttons: OPENS };
    case 'passed':
    case 'sourced':
    case 'archived':
    case 'corrected':
    case 'hidden':
    case 'unhidden':
      return null;
  }
}

/** A reading in words; its own words where it has no date. */
export function readingText(reading: Reading | null, room: TextBudget): string {
  if (reading === null) return 'none';
  return isDated(reading) ? inWords(reading) : `no date (${quoted(reading.words, room.words)})`;
}

/** What a correction replaces, each beside what stood there before. */
export function correctionLines(
  fields: CorrectedFields,
  before: Entry | null,
  ultimatum: Ultimatum,
  room: TextBudget,
): readonly Line[] {
  const was = before?.event;
  const text = (value: string | null | undefined) => (value ? safe(value, room.text / 2) : 'nothing');
  const changed = (label: string, now: string | undefined, old: string | null | undefined): Line =>
    now === undefined ? null : `${label}: ${text(now)} (was: ${text(old)})`;
  const record = was?.kind === 'recorded' ? was : null;
  const terms = was?.kind === 'terms' ? was : null;
  const outcome = was?.kind === 'outcome' ? was.outcome : null;
  const deadline = was?.kind === 'recorded' || was?.kind === 'revised' ? was.deadline : null;
  const { zone } = ultimatum;
  return [
    fields.deadline === undefined
      ? null
      : `Deadline: ${readingText(fields.deadline, room)} (was: ${readingText(deadline, room)})`,
    fields.stated === undefined
      ? null
      : `Stated: ${longDay(fields.stated.start, zone)} (was: ${before === null ? 'nothing' : longDay(before.stated.start, zone)})`,
    changed('Who states it', fields.issuer, record?.issuer),
    fields.targets === undefined
      ? null
      : `Demanded of: ${targetsText(fields.targets, room)} (was: ${targetsText(record?.targets ?? terms?.targets ?? [], room)})`,
    changed('Demand', fields.demand, record?.demand ?? terms?.demand),
    changed('Otherwise', fields.threat, record?.threat ?? terms?.threat),
    changed('Quote', fields.quote, before?.statements[0]?.quote),
    changed('Link', fields.url, before?.statements[0]?.url),
    fields.compliance === undefined
      ? null
      : `What the target did: ${COMPLIANCE_WORDS[fields.compliance]} (was: ${outcome === null ? 'nothing' : COMPLIANCE_WORDS[outcome.compliance]})`,
    fields.followThrough === undefined
      ? null
      : `What the issuer did: ${THREAT_WORDS[fields.followThrough]} (was: ${outcome === null ? 'nothing' : THREAT_WORDS[outcome.followThrough]})`,
  ];
}

/** An entry as it stood before a later one. */
export function entryBefore(ultimatum: Ultimatum, seq: number, before: number): Entry | null {
  return (
    replay(ultimatum.entries.filter((entry) => entry.seq < before)).find((entry) => entry.seq === seq) ?? null
  );
}

type Quiet = Extract<
  LedgerEvent,
  { kind: 'sourced' | 'archived' | 'corrected' | 'hidden' | 'unhidden' | 'passed' }
>;

function quietBody(
  about: About,
  { seq }: Entry,
  what: Quiet,
  room: TextBudget,
): readonly [string, readonly Line[]] {
  const { ultimatum } = about;
  switch (what.kind) {
    case 'sourced':
      return ['Source added', [sourceLine(statementsOf(ultimatum, seq), room)]];
    case 'archived':
      return [
        'Copy of a source added',
        [`Of ${addressText(what.url)}`, `Copy: ${addressText(what.archive)}`],
      ];
    case 'corrected': {
      const before = entryBefore(ultimatum, what.corrects, seq);
      const lines = what.removes
        ? [`Entry ${what.corrects} is taken back`]
        : correctionLines(what.fields, before, ultimatum, room);
      return [`Correction of entry ${what.corrects}`, [...lines, `Reason: ${safe(what.reason, room.text)}`]];
    }
    case 'hidden':
      return ['Hidden', [`Reason: ${safe(what.reason, room.text)}`]];
    case 'unhidden':
      return ['Shown again', [`Reason: ${safe(what.reason, room.text)}`]];
    case 'passed':
      return ['Deadline passed', []];
  }
}

function quietLines(about: About, entry: Entry, what: Quiet, room: TextBudget): Lines {
  const [head, body] = quietBody(about, entry, what, room);
  const subject = subjectOf(about.number);
  // Who shows one again has seen no more of it than its tombstone.
  const who = what.kind === 'unhidden' ? subject : `${parties(about.ultimatum, room)} (${subject})`;
  return {
    head: `${head}: ${who}`,
    body,
    small: [what.kind === 'corrected' ? 'Our own mistake, so it never counts as a move.' : null],
  };
}

/** What an entry says, for a preview: the post it will make, or its own few lines where it makes none. */
export function entryText(about: About, seq: number): string {
  const entry = effectiveEntry(about.ultimatum, seq) ?? entryOf(about.ultimatum, seq);
  if (entry === null) return '';
  const written = announcedEntry(about, entry);
  if (written !== null) return textOf(about.ultimatum, written.write);
  const { event } = entry;
  switch (event.kind) {
    case 'sourced':
    case 'archived':
    case 'corrected':
    case 'hidden':
    case 'unhidden':
    case 'passed':
      return textOf(about.ultimatum, (room) => quietLines(about, entry, event, room));
    default:
      return '';
  }
}
