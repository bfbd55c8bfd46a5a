import type { Context, Press, Reply } from '../../src/discord/command.js';
import { closedView, savedView, subjectOf } from '../../src/discord/views/index.js';
import type { Command } from '../../src/domain/command.js';
import { decide } from '../../src/domain/decide.js';
import type { Entry } from '../../src/domain/entry.js';
import type { Refusal } from '../../src/domain/refusal.js';
import { build, type Built } from './build.js';
import { DRAFT_FLOW, type Draft, type Verb } from './draft.js';
import { present } from './present.js';
import { linksOf } from './statements.js';

export const UNDO_FLOW = 'undo';

const DONE: Readonly<Record<Verb, string>> = {
  record: 'Recorded as',
  move: 'Moved:',
  outcome: 'Outcome recorded:',
  suspend: 'Suspended:',
  resume: 'Resumed:',
  withdraw: 'Withdrawn:',
  replace: 'Replaced:',
  terms: 'Terms changed:',
  correct: 'Corrected:',
  source: 'Source added:',
  dispute: 'Dispute recorded:',
  hide: 'Hidden, or shown again:',
};

/** How many proposals of one member may wait at a time. */
const MOST_PROPOSALS = 3;

/** Verbs that are of curators alone; everything else a member may propose. */
const CURATORS_ONLY = new Set<Verb>(['correct', 'hide']);

/** Why a member may not even begin; null where they may. */
export function mayBegin(verb: Verb, { member, settings }: Context): Refusal | null {
  if (verb === 'hide') return member.manager ? null : { why: 'needs-manage-server' };
  if (member.curator) return null;
  if (CURATORS_ONLY.has(verb) || !settings.review)
    return { why: 'needs-curator', role: settings.curatorRole };
  return null;
}

/** Opens the row again after the record refused, so that the draft is not lost. */
async function reopen(press: Press<Draft>, { store, guild, member, now }: Context): Promise<void> {
  const row = { key: press.key, guild, user: member.id, flow: DRAFT_FLOW, state: press.state };
  await store.savePending({ ...row, created: now, done: null });
}

/** Confirm: a curator's draft is recorded, a member's becomes a proposal. The first press counts. */
export async function save(press: Press<Draft>, context: Context): Promise<Reply> {
  const draft = press.state;
  const refusal = mayBegin(draft.verb, context);
  if (refusal !== null) return { kind: 'refusal', refusal };
  const built = await build(draft, context);
  if (!built.ok || built.value.question !== null) return present(draft, context, 'update');
  return context.member.curator ? record(press, built.value, context) : propose(press, built.value, context);
}

async function claimPress({ key }: Press<Draft>, done: string, { store }: Context): Promise<Reply | null> {
  if (await store.finishPending(key, done)) return null;
  const what = (await store.pending(key))?.done ?? 'It was saved.';
  return { kind: 'refusal', refusal: { why: 'already-pressed', what } };
}

async function record(press: Press<Draft>, { command }: Built, context: Context): Promise<Reply> {
  const { number, seen, verb } = press.state;
  const first = await claimPress(press, 'The first press is saving it.', context);
  if (first !== null) return first;
  const by = await context.person();
  const deciding = {
    now: context.now,
    by,
    ...(number === null ? {} : { number }),
    ...(seen === null ? {} : { seen }),
  };
  const changed = await context.change(number, (entries) => decide(entries, command, deciding));
  if (!changed.ok) {
    await reopen(press, context);
    return refused(changed.refusal, press.state, context);
  }
  const sentence = `${DONE[verb]} ${subjectOf(changed.value.number)}.`;
  await note(press, sentence, context);
  const own = changed.value.appended.findLast((entry) => entry.by !== null);
  return saved(press.state, sentence, changed.value.number, own, context);
}

/** The row keeps what the press did, for whoever presses it again. */
async function note(
  press: Press<Draft>,
  done: string,
  { store, guild, member, now }: Context,
): Promise<void> {
  const row = { key: press.key, guild, user: member.id, flow: DRAFT_FLOW, state: press.state };
  await store.savePending({ ...row, created: now, done });
}

/** Somebody else was faster: told what they did, with a fresh preview against it (rules 22). */
async function refused(refusal: Refusal, draft: Draft, context: Context): Promise<Reply> {
  const fresh = await present(draft, context, 'message');
  return fresh.kind === 'message' || fresh.kind === 'refusal'
    ? { kind: 'refusal', refusal, ...(fresh.view === undefined ? {} : { view: fresh.view }) }
    : { kind: 'refusal', refusal };
}

async function saved(
  draft: Draft,
  sentence: string,
  number: number,
  own: Entry | undefined,
  context: Context,
): Promise<Reply> {
  const { store, guild, now } = context;
  const posts = await store.deliveries(guild, { number, kind: 'announcement', limit: 200 });
  const its = posts.find((one) => one.slot === `entry-${own?.seq}` && one.status !== 'cancelled');
  // One that waits already speaks for what came after it: both are one post.
  const post = its ?? posts.find((one) => one.status === 'pending' && one.due > now);
  const wait = post === undefined ? 0 : Math.max(0, post.due - now);
  const undo = wait === 0 || own === undefined ? null : await undoable(number, own.seq, wait, context);
  const view = savedView({ number, sentence, channel: post?.channel ?? null, undo, links: linksOf(draft) });
  return { kind: 'update', view };
}

async function undoable(number: number, seq: number, wait: number, context: Context) {
  const key = context.key();
  const { guild, member, now } = context;
  const state = { number, seq, until: now + wait };
  await context.store.savePending({
    key,
    guild,
    user: member.id,
    flow: UNDO_FLOW,
    state,
    created: now,
    done: null,
  });
  return { key, seconds: Math.round(wait / 1000) };
}

async function propose(press: Press<Draft>, { command }: Built, context: Context): Promise<Reply> {
  const { store, guild, channel, member, now } = context;
  const by = await context.person();
  const waiting = (await store.proposals(guild, 'proposed')).filter((one) => one.by === by);
  if (waiting.length >= MOST_PROPOSALS) {
    return { kind: 'refusal', refusal: { why: 'too-many-proposals', max: MOST_PROPOSALS } };
  }
  const sentence = 'Proposed. A curator will look at it.';
  const first = await claimPress(press, sentence, context);
  if (first !== null) return first;
  const { number } = press.state;
  await store.propose({
    guild,
    user: member.id,
    by,
    number,
    command: command satisfies Command,
    channel,
    recorded: now,
  });
  return { kind: 'update', view: closedView(sentence) };
}
