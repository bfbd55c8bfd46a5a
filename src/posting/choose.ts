/** Decides what a post says now, and whether anything is left to say. */
import type { Delivery } from '../domain/delivery.js';
import type { Post, StoredPost } from '../domain/post.js';
import { narrowedTo, standingVersion } from '../domain/standing.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { isMove } from '../domain/versions.js';
import { effectiveEntry, type About } from '../wording/about.js';
import type { Words } from '../wording/index.js';
import { isTomorrow } from '../wording/reminder-list.js';
import type { PostFacts } from './facts.js';
import { digestPost, nudgePost, reminderListPost } from './list-posts.js';
import type { PostDescription } from './post-description.js';
import { cardPost, correctionPost, entryPost, passedPost, reminderPost } from './ultimatum-posts.js';
import { weekPost } from './week.js';
import type { RecordInstant } from '../domain/instant.js';

type UltimatumPost = Extract<Post, { readonly number: number }>;

function announcement(words: Words, about: About, seq: number): PostDescription | null {
  const entry = effectiveEntry(about.ultimatum, seq);
  return entry === null ? null : entryPost(words, about, entry);
}

function chooseAboutUltimatum(words: Words, post: UltimatumPost, about: About): PostDescription | null {
  const { ultimatum } = about;
  if (post.kind === 'edit') return cardPost(words, about);
  if (ultimatum.hidden !== null) return null;
  if (post.kind === 'announcement') return announcement(words, about, post.entry);
  if (post.kind === 'correction') return correctionPost(words, about, post.entry);
  const version = standingVersion(ultimatum, post.version, post.kind === 'passed' ? 'passed' : 'open');
  if (version === null) return null;
  const narrowed = { ...about, ultimatum: narrowedTo(ultimatum, version) };
  if (post.kind === 'passed') return passedPost(words, narrowed, version);
  return reminderPost(words, narrowed, version, post.offset);
}

/**
 * What a post says at `now` (ms UTC of the record's clock). Null where nothing is left to say: the deadline moved, the
 * entry was taken back, nothing runs, or the ultimatum is hidden.
 */
export function choosePost(
  words: Words,
  { post, due }: Pick<Delivery, 'post' | 'due'>,
  facts: PostFacts,
  now: RecordInstant,
): PostDescription | null {
  switch (facts.kind) {
    case 'nudge':
      return nudgePost(words, facts.nudge, now);
    case 'digest':
      return digestPost(words, facts.digest);
    case 'week':
      return weekPost(words, facts.week);
    case 'reminders':
      return reminderListPost(words, facts.reminders, { on: due, zone: facts.zone });
    case 'ultimatum': {
      if (!('number' in post)) return null;
      const { ultimatum, people, incoming } = facts;
      return chooseAboutUltimatum(words, post, { number: post.number, ultimatum, people, incoming, now });
    }
  }
}

/** Whether an entry moved the deadline; setting, resuming or narrowing it is not a move. */
function moves({ versions }: Ultimatum, seq: number): boolean {
  const index = versions.findIndex(({ entry }) => entry === seq);
  const version = versions[index];
  return (
    version !== undefined && isMove(versions[index - 1]?.reading ?? null, version.revision, version.reading)
  );
}

/** Whether a post may ping a role: a move, the last day, a passing. The daily limit is not counted here. */
export function mayPing(post: StoredPost, facts: PostFacts): boolean {
  if (facts.kind === 'reminders') return facts.reminders.some(isTomorrow);
  if (facts.kind !== 'ultimatum') return false;
  if (post.kind === 'passed') return true;
  if (post.kind === 'milestone') return isTomorrow(post);
  return post.kind === 'announcement' && moves(facts.ultimatum, post.entry);
}
