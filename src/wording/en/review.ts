/** `/review` and the proposals in it, in English. */
import { strong, type Part, type Text } from '../parts.js';
import { subject } from '../subject.js';
import { t } from '../text.js';

const page = (heading: Text, number: number, of: number): Text => t`${heading}, page ${number} of ${of}`;

export const review = {
  description: 'Show proposals and passed deadlines waiting for a curator',
  heading: (count: number): Text => t`To review: ${count}`,
  page,
  empty: t`There is nothing to review.`,
  accept: 'Accept',
  decline: 'Decline',
  showAll: 'Show all',
  previous: 'Previous',
  next: 'Next',
  back: 'Back to the list',
  declineForm: {
    title: 'Decline a proposal',
    reason: 'Reason for declining',
    description: 'Kept with the proposal.',
  },
  accepted: (number: number): Text => t`Accepted and recorded: ${subject(number)}.`,
  declined: t`Declined. The proposal and your reason are kept.`,
  gone: t`That proposal is no longer waiting.`,

  hidden: (number: number, by: Text): Text =>
    t`${strong(t`${subject(number)} is hidden.`)} A proposal by ${by} about it is waiting. You can read it once the ultimatum is visible again, or decline it.`,
  unreadable: (by: Text): Text =>
    t`${strong(t`A proposal by ${by} can no longer be read.`)} You can only decline it.`,
  passed: {
    heading: (number: number, parties: Text): Text => t`${subject(number)}: ${parties}`,
    demand: (demand: Part): Text => t`Demand: ${demand}`,
    on: (day: Text): Text => t`Passed ${day}. No outcome recorded yet.`,
    undated: t`Passed. No outcome recorded yet.`,
  },

  proposal: {
    about: (number: number, what: Text): Text => t`${subject(number)}: ${what}`,
    record: (parties: Text): Text => t`New: ${parties}`,
    replace: (by: number): Text => t`Replaced by ${subject(by)}`,

    noDeadline: t`Deadline: none was stated`,
    deadline: (deadline: Text, relative: Part, spoken: Text): Text =>
      t`Deadline: ${deadline}, ${relative}, as stated: ${spoken}`,
    undated: (spoken: Text): Text => t`Deadline: no date, as stated: ${spoken}`,
    was: (deadline: Text): Text => t`Was: ${deadline}`,
    none: t`none`,
    wasUndated: (spoken: Text): Text => t`no date (${spoken})`,
    assumed: (assumptions: Text): Text => t`Assumed: ${assumptions}`,

    demand: (demand: Text): Text => t`Demand: ${demand}`,
    threat: (threat: Text): Text => t`Otherwise: ${threat}`,
    targets: (targets: Text): Text => t`Demanded of: ${targets}`,
    changed: (value: Text, before: Text): Text => t`${value} (was: ${before})`,
    nothing: t`nothing`,
    tags: (tags: Text): Text => t`Tags: ${tags}`,
    moreTags: (count: number): Text => t`${count} more`,
    between: t`, `,
    link: (address: Part): Text => t`Source: ${address}`,
    copy: (address: Part): Text => t`Copy: ${address}`,
    reason: (reason: Part): Text => t`Reason: ${reason}`,
    onlyFor: (targets: Text): Text => t`Only for: ${targets}`,
    actor: (name: Part): Text => t`By: ${name}`,
    complied: (what: Text): Text => t`What the target did: ${what}`,
    acted: (what: Text): Text => t`What the issuer did: ${what}`,
    on: (what: Text, day: Text): Text => t`${what}, ${day}`,
    note: (note: Part): Text => t`Note: ${note}`,

    quotes: (quotes: Text): Text => t`${quotes}.`,
    stated: (day: Text, sources: Text): Text => t`Stated ${day}. ${sources}`,
    withCopies: (sources: Text, hosts: Part): Text => t`${sources}. Archive: ${hosts}`,
    by: (name: Text, day: Text): Text => t`Proposed by ${name} ${day}`,
  },

  /** A proposal with every text whole. */
  whole: {
    heading: t`The whole proposal`,
    line: (label: Text, text: Text): Text => t`${strong(label)}: ${text}`,
    piece: (label: Text, number: number, of: number): Text => t`${label}, ${number} of ${of}`,
    numbered: (label: Text, number: number): Text => t`${label} ${number}`,
    issuer: t`Issuer`,
    target: t`Target`,
    onlyFor: t`Only for`,
    actor: t`By`,
    targetSoFar: t`Target so far`,
    demand: t`Demand`,
    demandSoFar: t`Demand so far`,
    threat: t`Otherwise`,
    threatSoFar: t`Otherwise so far`,
    deadline: t`Deadline, as stated`,
    zone: t`Time zone`,
    tag: t`Tag`,
    reason: t`Reason`,
    note: t`Note`,
    stated: t`Stated`,
    source: t`Source`,
    noLink: t`no link`,
    copy: t`Archive copy`,
    quote: t`Quote`,
    seenIn: t`Seen in`,
    between: t`, `,
  },
};
