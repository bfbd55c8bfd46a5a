/** What can be done to the record, and what was done: every label of a verb. */
import type { BareEvent, CommandKind, EventKind } from '../../domain/entry.js';
import type { DraftVerb, ProposableVerb } from '../../domain/verbs.js';
import type { Text } from '../parts.js';
import { subject } from '../subject.js';
import { t } from '../text.js';

interface EventPost {
  readonly what: Text;
  readonly note: Text;
}

/** What a subcommand does; Discord takes at most 100 characters. */
const descriptions: Readonly<Record<DraftVerb, string>> = {
  record: 'Record an ultimatum: who demands what of whom, by when, or else what',
  move: 'Record a new deadline in the words used',
  outcome: 'Record what the target did and what the issuer did about the threat',
  suspend: 'Record a pause: no deadline is in force until it is resumed',
  resume: 'Record a new deadline after a pause',
  withdraw: 'Record that the issuer withdrew it',
  replace: 'Record that another ultimatum took its place',
  reverse: 'Record that after an outcome measures were lifted, or compliance was undone',
  link: 'Say how this ultimatum belongs to another one',
  'close-dispute': 'Close a dispute',
  terms: 'Record a change of the demand, the threat or the targets',
  correct: 'Fix our own mistake in an entry; it never counts as a move, and both versions stay in the log',
  source: 'Add a source',
  dispute: 'Dispute what the record says, and say why',
  hide: 'Hide an ultimatum, or make a hidden one visible again (needs Manage Server)',
};

/** The button that saves a draft; also the title of its form. */
const confirm: Readonly<Record<CommandKind, string>> = {
  record: 'Record',
  move: 'Move',
  outcome: 'Record outcome',
  suspend: 'Pause',
  resume: 'Resume',
  withdraw: 'Withdraw',
  replace: 'Replace',
  reverse: 'Record reversal',
  terms: 'Change terms',
  correct: 'Correct',
  source: 'Add source',
  archive: 'Add copy',
  dispute: 'Dispute',
  'close-dispute': 'Close dispute',
  link: 'Link',
  hide: 'Hide',
  unhide: 'Show again',
  lapse: 'Let it pass',
};

/** What was done, once it is saved. */
const done: Readonly<Record<CommandKind, (number: number) => Text>> = {
  record: (number) => t`Saved as ${subject(number)}.`,
  move: (number) => t`Deadline moved: ${subject(number)}.`,
  outcome: (number) => t`Outcome recorded: ${subject(number)}.`,
  suspend: (number) => t`${subject(number)} is paused.`,
  resume: (number) => t`${subject(number)} is running again.`,
  withdraw: (number) => t`Withdrawn: ${subject(number)}.`,
  replace: (number) => t`Replaced: ${subject(number)}.`,
  reverse: (number) => t`Reversal recorded: ${subject(number)}.`,
  terms: (number) => t`Terms changed: ${subject(number)}.`,
  correct: (number) => t`Corrected: ${subject(number)}.`,
  source: (number) => t`Source added: ${subject(number)}.`,
  archive: (number) => t`Copy of a source added: ${subject(number)}.`,
  dispute: (number) => t`Dispute recorded: ${subject(number)}.`,
  'close-dispute': (number) => t`Dispute closed: ${subject(number)}.`,
  link: (number) => t`Linked: ${subject(number)}.`,
  hide: (number) => t`${subject(number)} is hidden.`,
  unhide: (number) => t`${subject(number)} is visible again.`,
  lapse: (number) => t`The deadline passed: ${subject(number)}.`,
};

/** The head of a proposal; a new record, a replacement and a reversal name what they are about. */
const proposed: Readonly<Record<Exclude<ProposableVerb, 'record' | 'replace' | 'reverse'>, Text>> = {
  move: t`Deadline moved`,
  outcome: t`Outcome`,
  suspend: t`Paused`,
  resume: t`Resumed`,
  withdraw: t`Withdrawn`,
  terms: t`Terms changed`,
  source: t`Another source`,
  archive: t`Copy of a source`,
  dispute: t`Dispute`,
};

/** An entry of the log that holds nothing but its kind. */
const logged: Readonly<Record<BareEvent['kind'], Text>> = {
  suspended: t`Paused`,
  withdrawn: t`Withdrawn`,
  passed: t`The deadline passed`,
  sourced: t`Source added`,
};

/** The post of such an entry, where it makes one: its head, and what follows from it. */
const posted: Readonly<Record<Exclude<BareEvent['kind'], 'passed' | 'sourced'>, EventPost>> = {
  suspended: { what: t`Deadline paused`, note: t`The countdown is stopped until it resumes.` },
  withdrawn: { what: t`Withdrawn`, note: t`Countdown stopped; the log is kept.` },
};

/** An entry in a list of suggestions. */
const entries: Readonly<Record<EventKind, string>> = {
  recorded: 'recorded',
  revised: 'new deadline',
  suspended: 'paused',
  withdrawn: 'withdrawn',
  superseded: 'replaced',
  passed: 'deadline passed',
  outcome: 'outcome',
  reversed: 'reversed',
  terms: 'terms changed',
  sourced: 'source added',
  archived: 'copy of a source added',
  disputed: 'disputed',
  'dispute-closed': 'dispute closed',
  linked: 'linked',
  corrected: 'correction',
  hidden: 'hidden',
  unhidden: 'visible again',
};

/** What somebody else did in the meantime. */
const meanwhile: Readonly<Record<Exclude<EventKind, 'passed'>, Text>> = {
  recorded: t`recorded it`,
  revised: t`recorded a new deadline`,
  suspended: t`paused it`,
  withdrawn: t`recorded that it was withdrawn`,
  superseded: t`recorded what replaced it`,
  outcome: t`recorded the outcome`,
  reversed: t`recorded a reversal`,
  terms: t`recorded new terms`,
  sourced: t`added a source`,
  archived: t`added a copy of a source`,
  disputed: t`disputed it`,
  'dispute-closed': t`closed a dispute`,
  linked: t`linked it`,
  corrected: t`corrected it`,
  hidden: t`hid it`,
  unhidden: t`made it visible again`,
};

/** A move that only narrows the deadline is no move in the log. */
const narrowed = (number: number): Text => t`Deadline narrowed: ${subject(number)}.`;

export const verbs = {
  descriptions,
  confirm,
  done,
  narrowed,
  proposed,
  logged,
  posted,
  entries,
  meanwhile,
};
