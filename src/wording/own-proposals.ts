/** What became of a member's proposals. */
import type { Words } from './index.js';
import type { Text } from './parts.js';
import { typed } from './typed.js';

/** Why a proposal ended that its author took back. */
export const TAKEN_BACK = 'taken-back';

/** A proposal and what became of it. */
export interface ProposalCourse {
  /** The ultimatum it is about; null for a new record. */
  readonly number: number | null;
  readonly status: 'proposed' | 'accepted' | 'declined' | 'stale';
  readonly reason: string | null;
}

const LONGEST_REASON = 500;

/** Where it stands, for its author. */
export function courseText({ proposals }: Words, { status, reason }: ProposalCourse): Text {
  switch (status) {
    case 'proposed':
      return proposals.waiting;
    case 'accepted':
      return proposals.accepted;
    case 'declined':
      return reason === null ? proposals.declinedOnly : proposals.declined(typed(reason, LONGEST_REASON));
    case 'stale':
      return reason === TAKEN_BACK ? proposals.withdrawn : proposals.stale;
  }
}

/** A sentence to its author once it was decided. */
export function decidedText({ proposals: { news } }: Words, decided: ProposalCourse): Text {
  const { number, status, reason } = decided;
  if (status === 'accepted') return news.accepted(number);
  if (status !== 'declined') return news.stale(number);
  const sentence = news.declined(number);
  return reason === null ? sentence : news.reason(sentence, typed(reason, LONGEST_REASON));
}
