/** What a post is: each kind with the facts that identify it, and how urgent it is. */
import type { ReminderOffset } from './guild.js';
import type { Version } from './ultimatum.js';
import type { RecordInstant } from './instant.js';

/** One deadline version as a post knows it; `generation` grows when a correction changes that version. */
export interface VersionId {
  readonly number: number;
  readonly generation: number;
}

/** What every post about one ultimatum knows: U-12 is 12. The version is null where no deadline was set. */
interface AboutUltimatum {
  readonly number: number;
  readonly version: VersionId | null;
}

/** Names the entry of an ultimatum that caused an edit of something else. */
export interface EntryId {
  readonly number: number;
  readonly entry: number;
}

export type BoardPost =
  | { readonly kind: 'board'; readonly version: number; readonly slot: 'post' | 'remove' }
  | { readonly kind: 'board'; readonly version: number; readonly slot: 'edit'; readonly cause: EntryId };

export type EditPost =
  /** Updates the card, or the newest digest of the channel. */
  | ({
      readonly kind: 'edit';
      readonly of: 'card' | 'digest';
      /** The entry that caused it. */
      readonly entry: number;
    } & AboutUltimatum)
  /** Updates what another row posted. */
  | ({
      readonly kind: 'edit';
      readonly of: 'row';
      /** The id of that row. */
      readonly row: number;
      readonly entry: number;
    } & AboutUltimatum)
  /** Updates the card, because an entry of another ultimatum leads to this one, or does no longer. */
  | ({ readonly kind: 'edit'; readonly of: 'linked'; readonly cause: EntryId } & AboutUltimatum);

/** The kinds that can be handed on to the servers that follow a channel. */
export const PUBLISHABLE = ['passed', 'announcement', 'correction', 'milestone', 'digest'] as const;
export type PublishableKind = (typeof PUBLISHABLE)[number];

/** Hands on what another row posted to the servers that follow its channel. */
export interface PublishPost {
  readonly kind: 'publish';
  /** What that row posted. */
  readonly of: PublishableKind;
  /** The id of that row. */
  readonly row: number;
  /** The ultimatum that it speaks of; null for a list. */
  readonly about: number | null;
}

/** Brings the server's event of an ultimatum into line with its record, because of an entry or of the settings. */
export type ScheduledEventPost = { readonly kind: 'event'; readonly about: number } & (
  | { readonly of: 'entry'; readonly entry: number }
  /** `since`: when the settings were saved, ms UTC of the record's clock. */
  | { readonly of: 'settings'; readonly since: RecordInstant }
);

export type Post =
  | ({ readonly kind: 'passed' } & AboutUltimatum)
  | ({ readonly kind: 'announcement'; readonly entry: number } & AboutUltimatum)
  | ({ readonly kind: 'milestone'; readonly offset: ReminderOffset } & AboutUltimatum)
  /** Says in public what a correction set right; `entry` is the correction. */
  | ({ readonly kind: 'correction'; readonly entry: number } & AboutUltimatum)
  | EditPost
  /** `fire` is the instant at which the schedule fired, ms UTC. */
  | { readonly kind: 'digest'; readonly schedule: number; readonly fire: RecordInstant }
  /** `day` is an ISO date in the server's time zone. */
  | { readonly kind: 'nudge'; readonly day: string }
  | BoardPost
  | PublishPost
  | ScheduledEventPost;

export type PostKind = Post['kind'];

/** A stored post that this release can't read, as after a downgrade; it is never posted. */
interface UnreadablePost {
  readonly kind: 'unreadable';
}

export type StoredPost = Post | UnreadablePost;

/**
 * How urgent each kind is: of what is due, the lowest number goes out first. Stored with each row, so a number that was
 * released never changes its meaning.
 */
export const URGENCY: Readonly<Record<PostKind, number>> = {
  passed: 0,
  announcement: 1,
  milestone: 2,
  edit: 3,
  digest: 4,
  nudge: 5,
  board: 6,
  correction: 7,
  publish: 8,
  event: 9,
};

/** The ultimatum that a post is about; null for digests, nudges, boards and what can't be read. */
export function numberOf(post: StoredPost): number | null {
  if (post.kind === 'publish' || post.kind === 'event') return post.about;
  return 'number' in post ? post.number : null;
}

/** The id of a deadline version; null where no deadline was set. */
export function versionId(version: Version | null | undefined): VersionId | null {
  return version ? { number: version.number, generation: version.delivery } : null;
}

/** Whether both are the same version in the same generation, or both none. */
export function sameVersion(a: VersionId | null, b: VersionId | null): boolean {
  return a?.number === b?.number && a?.generation === b?.generation;
}
