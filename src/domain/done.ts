/** What the first press of a button did, told to somebody who presses it again. */
import type { CommandKind } from './entry.js';

/** Why a newer preview took the place of this one. */
export const REPLACEMENTS = ['changed', 'checked-again', 'refused', 'reopened', 'sent'] as const;
export type Replacement = (typeof REPLACEMENTS)[number];

export type Done =
  | { readonly kind: 'saved'; readonly verb: CommandKind; readonly number: number }
  | { readonly kind: 'undone'; readonly number: number }
  | { readonly kind: 'proposed' }
  /** Somebody accepted or declined the proposal. */
  | { readonly kind: 'decided' }
  | { readonly kind: 'replaced'; readonly because: Replacement }
  | { readonly kind: 'schedule-saved'; readonly id: number }
  | { readonly kind: 'issuers-merged' }
  | { readonly kind: 'set-up' }
  | { readonly kind: 'imported'; readonly count: number }
  | { readonly kind: 'cancelled' }
  /** Closed because the person opened more than `max` newer ones. */
  | { readonly kind: 'closed'; readonly max: number }
  /** A sentence that an older release stored. */
  | { readonly kind: 'text'; readonly text: string };
