import type { Context, Press, Reply } from '../discord/command.js';
import { drawText } from '../discord/draw.js';
import { closedView, savedView } from '../discord/views/index.js';
import type { Command } from '../domain/command.js';
import { decide } from '../domain/decide/index.js';
import type { Entry } from '../domain/entry.js';
import { curatorRoleOf } from '../domain/guild.js';
import type { Refusal } from '../domain/refusal.js';
import { VERBS } from '../domain/verbs.js';
import { build, type Built } from './draft-to-command.js';
import type { Draft, DraftVerb } from '../codec/draft.js';
import { whyNotPosted } from './postable.js';
import { present } from './preview.js';
import { linksOf } from './statements.js';

export const UNDO_FLOW = 'undo';

/** Why a member may not even begin; null where they may. */
export function mayBegin(verb: DraftVerb, { member, settings }: Context): Refusal | null {
  const { by } = VERBS[verb];
  if (by === 'manager') return member.manager ? null : { why: 'needs-manage-server' };
  if (member.curator || (by === 'member' && settings.review)) return null;
  return { why: 'needs-curator', role: curatorRoleOf(settings) };
}

/** Why what was done can't be undone by this member: only curators record, so only they undo. */
export function mayUndo(verb: DraftVerb, context: Context): Refusal | null {
  const { member, settings } = context;
  if (VERBS[verb].by === 'manager' || member.curator) return mayBegin(verb, context);
  return { why: 'needs-curator', role: settings.curatorRole };
}

/** Confirm: a curator's draft is recorded, a member's becomes a proposal. The first press counts. */
export async function save(press: Press<Draft>, context: Context): Promise<Reply> {
  const draft = press.state;
  const refusal = mayBegin(draft.verb, context);
  if (refusal !== null) return { kind: 'refusal', refusal };
  const built = await build(draft, context);
  if (!built.ok || built.value.question !== null) {
    const replaces = { press: press.key, done: { kind: 'replaced', because: 'checked-again' } } as const;
    return present(draft, context, 'update', { replaces });
  }
  return context.member.curator ? record(press, built.value, context) : propose(press, built.value, context);
}

async function record(press: Press<Draft>, { command }: Built, context: Context): Promise<Reply> {
  const { number, seen } = press.state;
  const by = await context.person();
  const deciding = {
    now: context.now,
    by,
    ...(number === null ? {} : { number }),
    ...(seen === null ? {} : { seen }),
  };
  const changed = await context.change(number, (entries) => decide(entries, command, deciding), {
    press: press.key,
    done: (made) => ({ kind: 'saved', verb: command.verb, number: made }),
  });
  if (!changed.ok) return refused(changed.refusal, press, context);
  const own = changed.value.appended.findLast((entry) => entry.by !== null);
  const sentence = drawText(context.words.verbs.done[command.verb](changed.value.number));
  return saved(press.state, sentence, changed.value.number, own, context);
}

/** The press was used before, or is tried again with nothing changed: a fresh preview would only be in the way. */
const NOT_ABOUT_THE_DRAFT = new Set<Refusal['why']>(['already-pressed', 'expired', 'busy', 'disk-full']);

/** Somebody else was faster: told what they did, with a fresh preview against it (rules 22). */
async function refused(refusal: Refusal, press: Press<Draft>, context: Context): Promise<Reply> {
  if (NOT_ABOUT_THE_DRAFT.has(refusal.why)) return { kind: 'refusal', refusal };
  const replaces = { press: press.key, done: { kind: 'replaced', because: 'refused' } } as const;
  const fresh = await present(press.state, context, 'message', { replaces });
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
  const { now } = context;
  const posts = await context.posts.deliveries({ number, kind: 'announcement', limit: 200 });
  const its = posts.find(
    ({ post, status }) => post.kind === 'announcement' && post.entry === own?.seq && status !== 'cancelled',
  );
  // One that waits already speaks for what came after it: both are one post.
  const post = its ?? posts.find((one) => one.status === 'pending' && one.due > now);
  const wait = post === undefined ? 0 : Math.max(0, post.due - now);
  const undo =
    wait === 0 || own === undefined ? null : await undoable(draft.verb, number, own.seq, wait, context);
  const channel = post?.channel ?? null;
  const blocked = channel === null ? null : await whyNotPosted(channel, context);
  const view = savedView(context.words, { number, sentence, channel, blocked, undo, links: linksOf(draft) });
  return { kind: 'update', view };
}

async function undoable(verb: DraftVerb, number: number, seq: number, wait: number, context: Context) {
  const key = await context.keep(UNDO_FLOW, { verb, number, seq, until: context.now + wait });
  return { key, seconds: Math.round(wait / 1000) };
}

async function propose(press: Press<Draft>, { command }: Built, context: Context): Promise<Reply> {
  const { people, guild, channel, member, now } = context;
  const by = await context.person();
  const { number } = press.state;
  const sentence = 'Proposed. A curator will look at it.';
  const proposed = await people.propose(
    { guild, user: member.id, by, number, command: command satisfies Command, channel, recorded: now },
    { press: press.key, done: () => ({ kind: 'proposed' }) },
  );
  if (!proposed.ok) return { kind: 'refusal', refusal: proposed.refusal };
  return { kind: 'update', view: closedView(sentence) };
}
