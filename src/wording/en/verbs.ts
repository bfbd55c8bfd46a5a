/** What can be done to the record, and what was done: every label of a verb. */
import type { CommandKind } from '../../domain/command-kind.js';
import type { EventKind } from '../../domain/entry.js';
import type { Text } from '../parts.js';
import { subject } from '../subject.js';
import { t } from '../text.js';

/** The button that saves a draft; also the title of its form. */
const confirm: Readonly<Record<CommandKind, string>> = {
  record: 'Record',
  move: 'Move',
  outcome: 'Record outcome',
  suspend: 'Pause',
  resume: 'Resume',
  withdraw: 'Withdraw',
  replace: 'Replace',
  terms: 'Change terms',
  correct: 'Correct',
  source: 'Add source',
  archive: 'Add copy',
  dispute: 'Dispute',
  hide: 'Hide',
  unhide: 'Show again',
  lapse: 'Let it pass',
};

/** What was done, once it is saved. */
const done: Readonly<Record<CommandKind, (number: number) => Text>> = {
  record: (number) => t`Recorded as ${subject(number)}.`,
  move: (number) => t`Deadline moved: ${subject(number)}.`,
  outcome: (number) => t`Outcome recorded: ${subject(number)}.`,
  suspend: (number) => t`${subject(number)} is paused.`,
  resume: (number) => t`${subject(number)} is running again.`,
  withdraw: (number) => t`Withdrawn: ${subject(number)}.`,
  replace: (number) => t`Replaced: ${subject(number)}.`,
  terms: (number) => t`Terms changed: ${subject(number)}.`,
  correct: (number) => t`Corrected: ${subject(number)}.`,
  source: (number) => t`Source added: ${subject(number)}.`,
  archive: (number) => t`Copy of a source added: ${subject(number)}.`,
  dispute: (number) => t`Dispute recorded: ${subject(number)}.`,
  hide: (number) => t`${subject(number)} is hidden.`,
  unhide: (number) => t`${subject(number)} is visible again.`,
  lapse: (number) => t`The deadline passed: ${subject(number)}.`,
};

/** The head of a proposal. */
const proposed: Readonly<Record<CommandKind, string>> = {
  record: 'New ultimatum',
  move: 'Deadline moved',
  outcome: 'Outcome',
  suspend: 'Paused',
  resume: 'Resumed',
  withdraw: 'Withdrawn',
  replace: 'Replaced',
  terms: 'Terms changed',
  correct: 'Correction',
  source: 'Another source',
  archive: 'Copy of a source',
  dispute: 'Dispute',
  hide: 'Hidden',
  unhide: 'Visible again',
  lapse: 'Deadline passed',
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
  terms: 'terms changed',
  sourced: 'source added',
  archived: 'copy of a source added',
  disputed: 'disputed',
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
  terms: t`recorded new terms`,
  sourced: t`added a source`,
  archived: t`added a copy of a source`,
  disputed: t`disputed it`,
  corrected: t`corrected it`,
  hidden: t`hid it`,
  unhidden: t`made it visible again`,
};

/** A move that only narrows the deadline is no move in the log. */
const narrowed = (number: number): Text => t`Deadline narrowed: ${subject(number)}.`;

export const verbs = { confirm, done, narrowed, proposed, entries, meanwhile };
