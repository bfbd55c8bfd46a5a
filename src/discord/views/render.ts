import type { View } from '../command.js';
import { LATE_MS, type Delivery } from '../../domain/delivery.js';
import type { Ultimatum, Version } from '../../domain/ultimatum.js';
import { sameVersion, versionId, type Post, type StoredPost, type VersionId } from '../../domain/post.js';
import { placeOf } from '../../domain/place.js';
import { isMove } from '../../domain/versions.js';
import type { Person } from '../../store/port/index.js';
import type { Posted } from './about.js';
import { cardPost } from './card.js';
import { clock, shortDay } from './dates.js';
import { digestPost, nudgePost, type Digest, type Numbered } from './digest.js';
import { announcedEntry } from './entry.js';
import { effectiveEntry } from './events.js';
import { comingPost, isTomorrow, type Coming } from './coming.js';
import { milestonePost, passedPost } from './milestone.js';
import { postView } from './post.js';

/** What must be loaded to draw a delivery. */
export interface RenderData {
  /** The fold of `delivery.number`; null for digests and nudges. */
  readonly ultimatum: Ultimatum | null;
  /** Whoever is named in the ultimatum's entries, by person key. */
  readonly people: ReadonlyMap<string, Person>;
  /** IANA zone of the channel (its ladder's or schedule's, else the server's), for "was due 09:00". */
  readonly zone: string;
  /** For `digest`, and for `edit` of a digest: then with the `on` of the message that is edited. */
  readonly digest: Digest | null;
  /** For `nudge`: passed and not reviewed, the longest waiting first, and how many there are. */
  readonly nudge: { readonly waiting: readonly Numbered[]; readonly total: number } | null;
  /** For a rung that tells of others as well. */
  readonly rungs?: readonly Coming[];
  /** The role to ping with this post; null for none (see `mayPing`). */
  readonly ping: string | null;
}

type AboutUltimatum = Extract<Post, { readonly number: number }>;

/** The deadline a rung belongs to, while it is still the one that is counted down. */
function versionInForce({ inForce }: Ultimatum, version: VersionId | null): Version | null {
  return inForce !== null && sameVersion(versionId(inForce), version) ? inForce : null;
}

function announcement(posted: Posted, seq: number): View | null {
  const entry = effectiveEntry(posted.ultimatum, seq);
  const written = entry === null ? null : announcedEntry(posted, entry);
  return written === null ? null : postView(posted, written.write, written.buttons);
}

function aboutUltimatum(post: AboutUltimatum, posted: Posted): View | null {
  const { ultimatum } = posted;
  if (post.kind === 'edit') return cardPost(posted);
  if (ultimatum.hidden !== null) return null;
  if (post.kind === 'announcement') return announcement(posted, post.entry);
  const version = versionInForce(ultimatum, post.version);
  if (version === null) return null;
  if (post.kind === 'passed') return ultimatum.state === 'passed' ? passedPost(posted, version) : null;
  return ultimatum.state === 'open' ? milestonePost(posted, version, post.rung) : null;
}

function drawn({ post, nonce, due }: Delivery, data: RenderData, now: number): View | null {
  if (post.kind === 'nudge')
    return data.nudge === null ? null : nudgePost(data.nudge.waiting, data.nudge.total, nonce);
  if (data.rungs !== undefined) return comingPost(data.rungs, due, data.zone, nonce);
  if (data.digest !== null) return digestPost(data.digest, nonce);
  if (data.ultimatum === null || !('number' in post)) return null;
  const { ultimatum, people } = data;
  return aboutUltimatum(post, { number: post.number, ultimatum, people, now, marker: nonce });
}

/** `Was due 09:00, posted 11:40 in Washington.`, with the days where they differ. */
function lateness(due: number, now: number, zone: string): string {
  const same = shortDay(due, zone, now) === shortDay(now, zone, now);
  const say = (instant: number) =>
    same ? clock(instant, zone) : `${clock(instant, zone)} on ${shortDay(instant, zone, now)}`;
  return `Was due ${say(due)}, posted ${say(now)} in ${placeOf(zone)}.`;
}

/**
 * The post of a delivery at `now`, or nothing where there is nothing left to say: the deadline moved, the entry was
 * taken back, nothing runs, it is hidden.
 */
export function renderDelivery(delivery: Delivery, data: RenderData, now: number): View | null {
  const view = drawn(delivery, data, now);
  if (view?.content === undefined) return view;
  const late = delivery.post.kind !== 'edit' && now - delivery.due >= LATE_MS;
  const smallPrint = view.content.split('\n').at(-1)?.startsWith('-# ') === true;
  const label = late ? `${smallPrint ? ' ' : '\n-# '}${lateness(delivery.due, now, data.zone)}` : '';
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
