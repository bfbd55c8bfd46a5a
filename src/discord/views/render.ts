/** Which post a delivery makes. */
import type { View } from '../command.js';
import { LATE_MS, type Delivery } from '../../domain/delivery.js';
import { sameVersion, versionId, type Post, type StoredPost, type VersionId } from '../../domain/post.js';
import type { Ultimatum, Version } from '../../domain/ultimatum.js';
import { isMove } from '../../domain/versions.js';
import type { Author } from '../../wording/about.js';
import type { Digest } from '../../wording/digest.js';
import { effectiveEntry } from '../../wording/events.js';
import type { Words } from '../../wording/index.js';
import { latenessText } from '../../wording/late.js';
import { small } from '../../wording/parts.js';
import { isTomorrow, type ListedReminder } from '../../wording/reminder-list.js';
import { drawLine, drawText } from '../draw.js';
import { cardPost } from './card.js';
import { comingPost } from './coming.js';
import { digestPost, nudgePost, type Nudge } from './digest.js';
import { entryPost } from './entry.js';
import { milestonePost, passedPost } from './milestone.js';
import type { Posted } from './post.js';

/** What must be loaded to draw a delivery. */
export interface RenderData {
  /** The fold of `delivery.number`; null for digests and nudges. */
  readonly ultimatum: Ultimatum | null;
  /** Whoever is named in the ultimatum's entries, by person key. */
  readonly people: ReadonlyMap<string, Author>;
  /** IANA zone of the channel (its ladder's or schedule's, else the server's), for "was due 09:00". */
  readonly zone: string;
  /** For `digest`, and for `edit` of a digest: then with the `on` of the message that is edited. */
  readonly digest: Digest | null;
  /** For `nudge`: passed and not reviewed, the longest waiting first, and how many there are. */
  readonly nudge: Nudge | null;
  /** For a rung that tells of others as well. */
  readonly rungs?: readonly ListedReminder[];
  /** The role to ping with this post; null for none (see `mayPing`). */
  readonly ping: string | null;
}

type AboutUltimatum = Extract<Post, { readonly number: number }>;

/** The deadline a reminder belongs to, while it is still the one that is counted down. */
function versionInForce({ inForce }: Ultimatum, version: VersionId | null): Version | null {
  return inForce !== null && sameVersion(versionId(inForce), version) ? inForce : null;
}

function announcement(words: Words, posted: Posted, seq: number): View | null {
  const entry = effectiveEntry(posted.ultimatum, seq);
  return entry === null ? null : entryPost(words, posted, entry);
}

function aboutUltimatum(words: Words, post: AboutUltimatum, posted: Posted): View | null {
  const { ultimatum } = posted;
  if (post.kind === 'edit') return cardPost(words, posted);
  if (ultimatum.hidden !== null) return null;
  if (post.kind === 'announcement') return announcement(words, posted, post.entry);
  const version = versionInForce(ultimatum, post.version);
  if (version === null) return null;
  if (post.kind === 'passed') return ultimatum.state === 'passed' ? passedPost(words, posted, version) : null;
  return ultimatum.state === 'open' ? milestonePost(words, posted, version, post.rung) : null;
}

function drawn(words: Words, { post, nonce, due }: Delivery, data: RenderData, now: number): View | null {
  const marker = nonce;
  if (post.kind === 'nudge')
    return data.nudge === null ? null : nudgePost(words, data.nudge, { marker, now });
  if (data.rungs !== undefined) return comingPost(words, data.rungs, { on: due, zone: data.zone, marker });
  if (data.digest !== null) return digestPost(words, data.digest, marker);
  if (data.ultimatum === null || !('number' in post)) return null;
  const { ultimatum, people } = data;
  return aboutUltimatum(words, post, { number: post.number, ultimatum, people, now, marker });
}

/**
 * The post of a delivery at `now`, or nothing where there is nothing left to say: the deadline moved, the entry was
 * taken back, nothing runs, it is hidden.
 */
export function renderDelivery(words: Words, delivery: Delivery, data: RenderData, now: number): View | null {
  const view = drawn(words, delivery, data, now);
  if (view?.content === undefined) return view;
  const late = delivery.post.kind !== 'edit' && now - delivery.due >= LATE_MS;
  const smallPrint = view.content.split('\n').at(-1)?.startsWith('-# ') === true;
  const lateness = latenessText(words, delivery.due, now, data.zone);
  const added = smallPrint ? ` ${drawText(lateness)}` : `\n${drawLine(small(lateness))}`;
  const label = late ? added : '';
  const ping = data.ping === null ? '' : `\n<@&${data.ping}>`;
  return { ...view, content: view.content + label + ping };
}

/** Whether an entry moved the deadline; one that set, resumed or made it exact did not. */
function moves({ versions }: Ultimatum, seq: number): boolean {
  const index = versions.findIndex(({ entry }) => entry === seq);
  const version = versions[index];
  return (
    version !== undefined && isMove(versions[index - 1]?.reading ?? null, version.revision, version.reading)
  );
}

/** Whether a role may be pinged with it: a move, the last day, a passing. At most one a day: the caller counts. */
export function mayPing(post: StoredPost, ultimatum: Ultimatum): boolean {
  if (post.kind === 'passed') return true;
  if (post.kind === 'milestone') return isTomorrow(post);
  return post.kind === 'announcement' && moves(ultimatum, post.entry);
}
