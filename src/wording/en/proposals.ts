/** `/proposals` and what members are told of theirs, in English. */
import type { Part, Text } from '../parts.js';
import { subject } from '../subject.js';
import { t } from '../text.js';

/** `about U-4`, or that it was a new record. */
const about = (number: number | null): Text =>
  number === null ? t`of a new record` : t`about ${subject(number)}`;

export const proposals = {
  description: 'Show what you proposed and what became of it, or take it back',
  heading: t`Your proposals`,
  none: t`You have proposed nothing here yet.`,
  takeBack: 'Take back',
  takenBack: t`Taken back. You can propose something else now.`,
  waiting: t`Waiting for a curator.`,
  accepted: t`Accepted.`,
  declined: (reason: Part): Text => t`Declined: ${reason}`,
  declinedOnly: t`Declined.`,
  stale: t`Closed, because the record had changed.`,
  withdrawn: t`You took it back.`,
  /** What became of one, above the next answer to whoever proposed it. */
  news: {
    accepted: (number: number | null): Text => t`Your proposal ${about(number)} was accepted.`,
    declined: (number: number | null): Text => t`Your proposal ${about(number)} was declined.`,
    reason: (sentence: Text, reason: Part): Text => t`${sentence} The reason given: ${reason}`,
    stale: (number: number | null): Text =>
      t`Your proposal ${about(number)} was closed, because the record had changed.`,
  },
};
