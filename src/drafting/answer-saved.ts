/** The answer to a draft that was saved: where it is announced, and Undo while the announcement waits. */
import type { Draft, Undo } from '../codec/draft.js';
import type { Context, Reply } from '../discord/command.js';
import { savedView } from '../discord/views/index.js';
import type { Command, Entry } from '../domain/entry.js';
import type { Text } from '../wording/parts.js';
import { whyNotPosted } from './postable.js';
import { recountNext } from './recount-next.js';
import { linksOf } from './statements.js';
import { UNDO_FLOW } from './undo-flow.js';

/** What was appended to an ultimatum. */
interface Saved {
  readonly number: number;
  readonly appended: readonly Entry[];
}

/** What was done; a move that only narrows the deadline is called so. */
function sentenceOf({ verb }: Command, number: number, entry: Entry | undefined, context: Context): Text {
  const { verbs } = context.words;
  const event = entry?.event;
  const narrowed = verb === 'move' && event?.kind === 'revised' && event.revision === 'clarified';
  return narrowed ? verbs.narrowed(number) : verbs.done[verb](number);
}

/** The post that sets right in public what an entry corrects. */
async function correctionOf(number: number, entry: Entry | undefined, { posts }: Context) {
  const corrections = await posts.deliveries({ number, kind: 'correction', limit: 200 });
  return corrections.find(
    ({ post, status }) => post.kind === 'correction' && post.entry === entry?.seq && status !== 'cancelled',
  );
}

/** The announcement of an entry; where another one waits already, that speaks for it as well. */
async function announcementOf(number: number, entry: Entry | undefined, context: Context) {
  if (entry?.event.kind === 'corrected') return correctionOf(number, entry, context);
  const { posts, now } = context;
  const announcements = await posts.deliveries({ number, kind: 'announcement', limit: 200 });
  const announcement = announcements.find(
    ({ post, status }) => post.kind === 'announcement' && post.entry === entry?.seq && status !== 'cancelled',
  );
  return announcement ?? announcements.find(({ status, due }) => status === 'pending' && due > now);
}

/** Keeps what Undo would take back for the `wait` ms until it is announced. */
async function keepUndo(undo: Omit<Undo, 'until'>, wait: number, context: Context) {
  const until = context.now + wait;
  const key = await context.keep(UNDO_FLOW, { ...undo, until } satisfies Undo);
  return { key, seconds: Math.round(wait / 1000) };
}

/** Takes the place of the preview that was confirmed. */
export async function answerSaved(
  draft: Draft,
  command: Command,
  { number, appended }: Saved,
  context: Context,
): Promise<Reply> {
  const entry = appended.findLast(({ by }) => by !== null);
  const announcement = await announcementOf(number, entry, context);
  const wait = announcement === undefined ? 0 : Math.max(0, announcement.due - context.now);
  const undo =
    wait === 0 || entry === undefined
      ? null
      : await keepUndo({ verb: draft.verb, number, seq: entry.seq }, wait, context);
  const channel = announcement?.channel ?? null;
  const view = savedView(context.words, {
    number,
    sentence: sentenceOf(command, number, entry, context),
    channel,
    corrects: announcement?.post.kind === 'correction',
    blocked: channel === null ? null : await whyNotPosted(channel, context),
    undo,
    links: linksOf(draft),
    next: entry?.event.kind === 'corrected' ? await recountNext(draft, { number, appended }, context) : null,
  });
  return { kind: 'update', view };
}
