/** Posts about one ultimatum in English: what is pushed to channels, and shown in previews of it. */
import type { Grade, LinkKind, Revision } from '../../domain/entry.js';
import type { RemovableField } from '../../domain/entry-fields.js';
import type { Relation } from '../../domain/outgoing.js';
import { type Part, type Text } from '../parts.js';
import { t, textOf } from '../text.js';
import { days, hours, plural } from './plural.js';

const ORDINALS = [
  t`First`,
  t`Second`,
  t`Third`,
  t`Fourth`,
  t`Fifth`,
  t`Sixth`,
  t`Seventh`,
  t`Eighth`,
  t`Ninth`,
  t`Tenth`,
];

const revisions: Readonly<Record<Revision, Text>> = {
  set: t`Deadline set`,
  extended: t`Deadline moved later`,
  shortened: t`Deadline moved earlier`,
  clarified: t`Deadline narrowed`,
  resumed: t`Resumed`,
  revived: t`New deadline after the last one passed`,
};

function moves(count: number): Text {
  if (count === 2) return t`moved twice`;
  return plural(count, { one: t`moved once`, other: t`moved ${count} times` });
}

function movesSentence(count: number): Text {
  if (count === 0) return t`Not moved so far.`;
  if (count === 2) return t`Moved twice.`;
  return plural(count, { one: t`Moved once.`, other: t`Moved ${count} times.` });
}

export const posts = {
  /** `Deadline paused: Donald Trump to Russia (U-12)`. */
  head: (what: Text, parties: Text, subject: Text): Text => t`${what}: ${parties} (${subject})`,
  demand: (demand: Part): Text => t`Demand: ${demand}`,
  threat: (threat: Part): Text => t`Otherwise: ${threat}`,
  noThreat: t`Threat: none stated`,
  demandedOf: (targets: Text): Text => t`Demanded of: ${targets}`,
  moreTargets: (count: number): Text =>
    plural(count, { one: t`and 1 more target`, other: t`and ${count} more targets` }),
  /** The same above a button Details, which has a line for each. */
  moreTargetsInDetails: (count: number): Text =>
    plural(count, { one: t`and 1 more target (Details)`, other: t`and ${count} more targets (Details)` }),
  deadline: (deadline: Text): Text => t`Deadline: ${deadline}`,
  noDate: (words: Text): Text => t`no date stated (${words})`,
  /** What words without a date are tied to. */
  countedFrom: (event: Part): Text => t`counted from: ${event}; not dated yet`,
  waitsFor: (event: Part): Text => t`waits for: ${event}; not dated yet`,
  withEvent: (words: Text, event: Text): Text => t`${words}, ${event}`,
  noDeadline: t`none stated`,
  reason: (reason: Part): Text => t`Reason: ${reason}`,
  note: (note: Part): Text => t`Note: ${note}`,
  asStated: (on: Text, words: Text): Text => t`As stated ${on}: ${words}`,
  stated: (on: Text): Text => t`Stated ${on}`,
  recordedBy: (author: Text): Text => t`Recorded by ${author}.`,
  proposedBy: (author: Text): Text => t`Proposed by ${author}.`,
  recordedByOn: (author: Text, day: Text): Text => t`Recorded by ${author}, on ${day}.`,
  moves,
  movesSentence,
  disputed: t`Disputed.`,

  scope: {
    onlyFor: (targets: Text): Text => t`Only for: ${targets}`,
    by: (name: Part): Text => t`By: ${name}`,
    passed: (deadline: Text): Text => t`${deadline}, passed`,
    paused: (deadline: Text): Text => t`${deadline}, paused`,
    withdrawn: (deadline: Text): Text => t`${deadline}, withdrawn`,
  },

  card: {
    newHead: (subject: Text, parties: Text): Text => t`New ultimatum ${subject}: ${parties}`,
    head: (subject: Text, parties: Text): Text => t`Ultimatum ${subject}: ${parties}`,
    now: (headline: Text): Text => t`Now: ${headline}`,
  },
  moved: {
    revisions,
    /** While it is not decided which of several dates was meant. */
    undecided: t`Deadline moved`,
    was: (version: Text): Text => t`Was: ${version}`,
    /** Where the deadlines of some targets were others. */
    wasFor: (targets: Text, version: Text): Text => t`Was for ${targets}: ${version}`,
    now: (version: Text): Text => t`Now: ${version}`,
    /** A deadline that was learned of after one that was stated later. */
    meanwhile: (version: Text): Text => t`Then: ${version}`,
    inForce: (deadline: Text): Text => t`In force: ${deadline}`,
    shifted: (version: Text, shift: Text): Text => t`${version}, ${shift}`,
    /** `Tue 2 Sep 2025 ("50 days", stated 14 Jul)`. */
    version: (date: Text, words: Text, day: Text): Text => t`${date} (${words}, stated ${day})`,
    narrowed: t`Within the earlier window, so not counted as a move.`,
    move: (count: number): Text => {
      const ordinal = ORDINALS[count - 1];
      return ordinal === undefined ? t`Move number ${count}.` : t`${ordinal} move.`;
    },
    noneBefore: t`No date was stated before.`,
    sameDeadline: t`The same deadline, so not counted as a move.`,
    learnedLate: t`Learned of after a later deadline had been recorded.`,
    earlierStays: t`The earlier deadline stays in the log.`,
  },
  reminder: {
    tomorrow: t`Deadline tomorrow`,
    days: (count: number): Text => t`${days(count)} to the deadline`,
    hours: (count: number): Text => t`${hours(count)} to the deadline`,
    stated: (day: Text, words: Text): Text => t`Stated ${day} (${words}).`,
    firstDeadline: (day: Text): Text => t`First deadline: ${day}.`,
  },
  passed: {
    head: t`Deadline passed, outcome not yet recorded`,
    noJudgement: t`This says nothing about whether the demand was met.`,
    next: t`Curators will record it with sources.`,
  },
  outcome: {
    head: t`Outcome recorded`,
    side: (name: Text, what: Text): Text => t`${name}: ${what}`,
    demand: (what: Text, demand: Part): Text => t`${what} (${demand})`,
    by: (what: Text, date: Text): Text => t`${what} by ${date}`,
    before: (what: Text, date: Text): Text => t`${what} ${date}`,
    byWindow: (what: Text, day: Text, span: Text): Text => t`${what} by ${day} (the window was ${span})`,
    on: (what: Text, on: Text): Text => t`${what}, ${on}`,
    timing: {
      sameDay: (what: Text): Text => t`${what}, the same day, hour not known`,
      dayUnknown: (what: Text): Text => t`${what}, day not known`,
      atDeadline: (what: Text): Text => t`${what}, at the deadline`,
      late: (what: Text): Text => t`${what}, after the deadline`,
      early: (what: Text): Text => t`${what}, before the deadline`,
      inTime: (what: Text): Text => t`${what}, in time`,
    },
    withNote: (what: Text, note: Part): Text => t`${what}: ${note}`,
    method: t`The headline is worked out from the two lines below it.`,
    methodEach: t`The headline of each target is worked out from what it and the issuer did.`,
  },
  events: {
    replacedBy: (subject: Text): Text => t`Replaced by ${subject}`,
    stopped: t`Countdown stopped; the log is kept.`,
    deadlineWas: (version: Text): Text => t`Deadline was: ${version}`,
    terms: t`Terms changed`,
    termsNote: t`The deadline is unchanged; the earlier terms stay in the log.`,
    outcomeDisputed: t`Outcome disputed`,
    recordDisputed: t`Record disputed`,
    disputedNote: t`The record stays as it is and is marked as disputed.`,
    acceptedBy: (author: Text, day: Text): Text => t`Accepted by ${author}, on ${day}.`,
  },
  reversed: {
    'measures-lifted': { full: t`Measures lifted`, partial: t`Measures lifted in part` },
    'compliance-undone': { full: t`Compliance undone`, partial: t`Compliance undone in part` },
    /** `On 3 Feb 2025, by the Supreme Court`. */
    on: (on: Text): Text => t`When: ${on}`,
    by: (name: Part): Text => t`By: ${name}`,
    outcome: (headline: Text): Text => t`Outcome: ${headline}`,
    note: t`It changes neither side of the outcome.`,
  },
  annotations: {
    disputeClosed: {
      upheld: t`Dispute upheld`,
      'not-upheld': t`Dispute not upheld`,
      settled: t`Dispute settled by a correction`,
    },
    linked: {
      'stage-of': (other: Text): Text => t`Stage of ${other}`,
      'reissue-of': (other: Text): Text => t`Reissue of ${other}`,
      'answer-to': (other: Text): Text => t`Answer to ${other}`,
      'split-from': (other: Text): Text => t`Split from ${other}`,
      'same-as': (other: Text): Text => t`Same as ${other}`,
    } satisfies Record<LinkKind, (other: Text) => Text>,
    /** How another one belongs to this one. */
    linkedFrom: {
      'stage-of': (other: Text): Text => t`${other} is a stage of this one`,
      'reissue-of': (other: Text): Text => t`${other} is a reissue of this one`,
      'answer-to': (other: Text): Text => t`${other} is an answer to this one`,
      'split-from': (other: Text): Text => t`${other} was split from this one`,
      'same-as': (other: Text): Text => t`${other} is the same as this one`,
      'replaced-by': (other: Text): Text => t`Replaces ${other}`,
    } satisfies Record<Relation, (other: Text) => Text>,
    moreLinks: (count: number): Text =>
      plural(count, { one: t`and 1 more link (Details)`, other: t`and ${count} more links (Details)` }),
    sourceAdded: t`Source added`,
    copyAdded: t`Copy of a source added`,
    copyOf: (url: Part): Text => t`Of ${url}`,
    copy: (url: Part): Text => t`Copy: ${url}`,
    hidden: t`Hidden`,
    visible: t`Visible again`,
    passed: t`Deadline passed`,
    /** `Visible again: U-5`, where no more than the number may be seen. */
    subjectHead: (what: Text, subject: Text): Text => t`${what}: ${subject}`,
  },
  correction: {
    head: (entry: number): Text => t`Correction of entry ${entry}`,
    publicHead: t`Correction`,
    wasBefore: (before: Text): Text => t`Was: ${before}`,
    isNow: (now: Text): Text => t`Now: ${now}`,
    postCorrected: t`The earlier post has been corrected.`,
    /** `on` is `on 12 Aug`. */
    corrected: (on: Text): Text => t`Corrected ${on}.`,
    correctedFrom: (on: Text, before: Text): Text => t`Corrected ${on}: said "${before}" before.`,
    listCorrected: (on: Text, subject: Text, before: Text): Text =>
      t`Corrected ${on}: said "${before}" of ${subject} before.`,
    takenBack: (entry: number, what: string): Text => t`Entry ${entry} (${textOf(what)}) is taken back`,
    note: t`Our own mistake; not counted as a move.`,
    was: (line: Text, before: Text): Text => t`${line} (was: ${before})`,
    nothing: t`nothing`,
    /** What a correction takes away. */
    without: {
      deadline: t`Deadline: none`,
      targets: t`For: all targets`,
      demand: t`Demand: nothing`,
      threat: t`Otherwise: nothing`,
      quote: t`Quote: nothing`,
      url: t`Link: nothing`,
      actor: t`Done by: the issuer`,
      note: t`Note: nothing`,
    } satisfies Record<RemovableField, Text>,
    noDeadline: t`none`,
    noDate: (words: Text): Text => t`no date (${words})`,
    stated: (day: Text): Text => t`Stated: ${day}`,
    zone: (place: Text): Text => t`Time zone: ${place}`,
    issuer: (issuer: Text): Text => t`Issuer: ${issuer}`,
    tags: (tags: Text): Text => t`Tags: ${tags}`,
    quote: (quote: Part): Text => t`Quote: ${quote}`,
    link: (url: Part): Text => t`Link: ${url}`,
    grade: (kind: Text): Text => t`Kind of source: ${kind}`,
    grades: {
      primary: t`the issuer's own words, an order or a record`,
      'data-set': t`a data set`,
      secondary: t`an independent report`,
      page: t`another page`,
      unsourced: t`no source`,
    } satisfies Record<Grade, Text>,
    actor: (name: Text): Text => t`Done by: ${name}`,
    compliance: (what: Text): Text => t`What the target did: ${what}`,
    complied: (day: Text): Text => t`The target did it: ${day}`,
    followThrough: (what: Text): Text => t`What the issuer did: ${what}`,
    acted: (day: Text): Text => t`The issuer did it: ${day}`,
  },
  late: {
    /** `Was due 09:00, posted 11:40 in Washington.` */
    wasDue: (due: Text, posted: Text, place: Text): Text => t`Was due ${due}, posted ${posted} in ${place}.`,
  },
  tombstone: (subject: Text, day: Text, reason: Part): Text => t`${subject}: hidden on ${day}, ${reason}`,
};
