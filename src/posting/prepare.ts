/** Prepares a due row: loads what its post is made of, groups it, and decides what it says or that nothing is left to say. */
import type { Delivery } from '../domain/delivery.js';
import { numberOf, type EditPost } from '../domain/post.js';
import { localDate } from '../domain/when.js';
import type { GroupingStore, PostSources, PostStore, Settlement } from '../store/port/index.js';
import type { Words } from '../wording/index.js';
import { recordOf } from '../store/port/guild.js';
import { correctedNote, listCorrectedNote } from '../wording/rectification.js';
import { choosePost, mayPing } from './choose.js';
import { correctionPost } from './ultimatum-posts.js';
import { editTarget } from './edit-target.js';
import { factsOf, reminderFacts, ultimatumFacts, type PostFacts, type UltimatumFacts } from './facts.js';
import { withNotes, withSmallPrint } from './notes.js';
import type { DuePost, PostDescription } from './post-description.js';
import { digestAgain, nudgeAgain } from './list-posts.js';
import { turnOf } from './reminder-grouping.js';
import { folds } from './running.js';
import { weekAgain } from './week.js';
import type { RecordInstant } from '../domain/instant.js';

export interface PrepareDeps {
  readonly store: PostSources & PostStore;
  readonly words: Words;
}

/** A message that was sent earlier. */
export interface SentMessage {
  readonly channel: string;
  readonly message: string;
}

/** What a due row does: sends a post, updates a message, or ends without either. */
export type Prepared =
  | { readonly kind: 'post'; readonly post: DuePost }
  | { readonly kind: 'edit'; readonly post: DuePost; readonly sent: SentMessage }
  | { readonly kind: 'settled'; readonly settlement: Settlement };

function skipped(kind: 'nothing-to-edit' | 'nothing-to-say'): Prepared {
  return { kind: 'settled', settlement: { kind: 'skipped', reason: { kind } } };
}

/** The role to ping; null where there is none or its one ping of the day is taken. */
async function pingOf(
  store: GroupingStore,
  { post, channel, nonce }: Delivery,
  facts: PostFacts,
  now: RecordInstant,
): Promise<string | null> {
  const { pingRole, zone } = facts;
  if (pingRole === null || !mayPing(post, facts)) return null;
  return (await store.takePing(channel, localDate(now, zone), nonce)) ? pingRole : null;
}

async function prepareNew(
  { store, words }: PrepareDeps,
  row: Delivery,
  now: RecordInstant,
): Promise<Prepared> {
  const turn = row.post.kind === 'milestone' ? await turnOf(store, row, now) : null;
  if (turn?.kind === 'settled') return turn;
  const facts =
    turn?.kind === 'list' ? await reminderFacts(store, row, turn.reminders) : await factsOf(store, row);
  const chosen = facts === null ? null : choosePost(words, row, facts, now);
  if (facts === null || chosen === null) return skipped('nothing-to-say');
  const ping = await pingOf(store, row, facts, now);
  return { kind: 'post', post: withNotes(words, chosen, row, { now, zone: facts.zone, ping }) };
}

/** What waits for curators now; where nothing does any more, that it was reviewed. */
function nudgeOf(words: Words, facts: PostFacts | null, now: RecordInstant): PostDescription | null {
  return facts?.kind === 'nudge' ? nudgeAgain(words, facts.nudge, now) : null;
}

type RowEdit = Extract<EditPost, { readonly of: 'row' }>;

/** What a row posted, written again as of `due`: a list of reminders stays a list while any of them holds. */
async function postedAgain(
  { store, words }: PrepareDeps,
  row: Delivery,
  edit: RowEdit,
  target: Delivery,
  now: RecordInstant,
): Promise<PostDescription | null> {
  const { due } = row;
  const { post } = target;
  const again = (facts: PostFacts | null) =>
    facts === null ? null : choosePost(words, { post, due }, facts, due);
  if (post.kind === 'digest') {
    const facts = await factsOf(store, target);
    return facts?.kind === 'week' ? weekAgain(words, facts.week) : again(facts);
  }
  if (post.kind === 'nudge') return nudgeOf(words, await factsOf(store, target), now);
  const reminders = post.kind === 'milestone' ? await store.reminderGroup(target) : [];
  const list = await reminderFacts(store, row, reminders);
  if (list.reminders.length > 0) return again(list);
  const facts = await ultimatumFacts(store, row, edit.number);
  // Of a hidden ultimatum only the tombstone is left, as of its card.
  if (facts?.ultimatum.hidden != null) return choosePost(words, row, facts, now);
  if (facts === null || numberOf(post) !== edit.number) return null;
  return setRight(words, edit, { facts, again: again(facts), now });
}

interface PostedAgain {
  readonly facts: UltimatumFacts;
  /** What the post says today; null where nothing of it holds. */
  readonly again: PostDescription | null;
  readonly now: RecordInstant;
}

/** A post that a correction set right says so in its small print; where nothing of it is left, the correction takes its place. */
function setRight(words: Words, edit: RowEdit, { facts, again, now }: PostedAgain): PostDescription | null {
  const { ultimatum, people } = facts;
  const about = { number: edit.number, ultimatum, people, now };
  if (again === null) return correctionPost(words, about, edit.entry);
  const note = correctedNote(words, about, edit.entry);
  if (note === null) return again;
  return { ...again, lines: (fits) => withSmallPrint(words, again.lines(fits), note) };
}

/** What the card says now. */
async function currentCard(
  { store, words }: PrepareDeps,
  row: Delivery,
  now: RecordInstant,
): Promise<PostDescription | null> {
  const facts = await factsOf(store, row);
  return facts === null ? null : choosePost(words, row, facts, now);
}

/** What the newest digest says now; what corrections since it was posted set right stands in its small print. */
async function currentDigest(
  { store, words }: PrepareDeps,
  row: Delivery,
  { number }: EditPost,
  target: Delivery,
): Promise<PostDescription | null> {
  const facts = await factsOf(store, target);
  if (facts?.kind !== 'digest') return null;
  const chosen = digestAgain(words, facts.digest);
  const { first } = facts.digest;
  // The one that was corrected may not run any more.
  const cause = first.some((listed) => listed.number === number)
    ? []
    : await folds(recordOf(store, row.guild), [number]);
  const note = listCorrectedNote(words, [...first, ...cause], target.settled ?? target.due);
  if (note === null) return chosen;
  return { ...chosen, lines: (fits) => withSmallPrint(words, chosen.lines(fits), note) };
}

/** What the message that an edit updates says now; null where nothing of it holds. */
function currentPost(
  deps: PrepareDeps,
  row: Delivery,
  edit: EditPost,
  target: Delivery,
  now: RecordInstant,
): Promise<PostDescription | null> {
  switch (edit.of) {
    case 'row':
      return postedAgain(deps, row, edit, target, now);
    case 'digest':
      return currentDigest(deps, row, edit, target);
    default:
      return currentCard(deps, row, now);
  }
}

/** An edit pings nobody and is never late: it shows what holds now. */
async function prepareEdit(
  deps: PrepareDeps,
  row: Delivery,
  edit: EditPost,
  now: RecordInstant,
): Promise<Prepared> {
  const target = await editTarget(deps.store, row, edit);
  if (target === null || target.message === null) return skipped('nothing-to-edit');
  const chosen = await currentPost(deps, row, edit, target, now);
  if (chosen === null) return skipped('nothing-to-say');
  const { channel, message } = target;
  const marker = (edit.of === 'row' ? target : row).nonce;
  return { kind: 'edit', post: { ...chosen, marker, ping: null }, sent: { channel, message } };
}

/**
 * Prepares a claimed row at `now` (ms UTC of the record's clock). May group the reminders of its day and take the
 * channel's one ping of the day; sends nothing.
 */
export function prepare(deps: PrepareDeps, row: Delivery, now: RecordInstant): Promise<Prepared> {
  return row.post.kind === 'edit' ? prepareEdit(deps, row, row.post, now) : prepareNew(deps, row, now);
}
