/** Shows a draft before anything is saved: what would be posted, what was assumed, and the buttons that decide. */
import type { Draft } from '../codec/draft.js';
import { refuse, type Context, type Reply, type View } from '../discord/command.js';
import { previewView } from '../discord/views/index.js';
import { foldOrNull } from '../domain/fold.js';
import type { Refusal } from '../domain/refusal.js';
import { plain, type Line } from '../wording/parts.js';
import { askOf } from './asks.js';
import { assumptionsOf, statedDay } from './assumptions.js';
import { keepDraft, type Replaced } from './draft.js';
import type { DraftContext } from './draft-context.js';
import { notesOf, type Unfinished } from './notes.js';
import { whyNotPosted } from './postable.js';
import { confirmAct, keptView, offeredActs, otherActs } from './preview-buttons.js';
import { recountNote } from './recount-next.js';
import { saidEarlierActs } from './said-in-post.js';
import { tryDraft, type Trial } from './trial.js';

export interface PreviewOptions {
  /** A record begun earlier, offered again. */
  readonly unfinished?: Unfinished | null;
  /** The preview that this one takes the place of. */
  readonly replaces?: Replaced;
}

/** Of a post the day comes first: everything else was read from it. */
function statedLines(draftContext: DraftContext): readonly Line[] {
  if (draftContext.statedAt.from !== 'post') return [];
  return [plain(draftContext.context.words.screens.preview.saidInPost(statedDay(draftContext)))];
}

/** Draws the preview of a draft that is kept under `key`. */
async function viewOf(key: string, trial: Trial, unfinished: Unfinished | null): Promise<View> {
  const { drafted, headline, announced, post, recount } = trial;
  const { draftContext, reading, question } = drafted;
  const { draft, context } = draftContext;
  const { words, settings, member } = context;
  const channel = announced ? (settings.announcements ?? context.channel) : null;
  return previewView(words, {
    key,
    now: context.now,
    post: [...statedLines(draftContext), ...post],
    reading,
    assumed: assumptionsOf(drafted),
    notes: [
      ...(await notesOf(draftContext, headline, unfinished)),
      ...(recount === null ? [] : [recountNote(words, recount)]),
    ],
    channel,
    blocked: channel === null ? null : await whyNotPosted(channel, context),
    corrects: draft.verb === 'correct',
    proposed: !member.curator,
    confirm: confirmAct(trial),
    question,
    ask: await askOf(drafted),
    offers: [...saidEarlierActs(draftContext), ...offeredActs(draft, words)],
    others: otherActs(draft, words, unfinished),
  });
}

/** The refusal with what it is about; a new record has nothing yet that could be paused or withdrawn instead. */
function named(refusal: Refusal, { verb, number }: Draft): Refusal {
  if (refusal.why === 'not-a-deadline' && verb === 'record') return { ...refusal, fresh: true };
  return refusal.why === 'wrong-state' && number !== null ? { ...refusal, number } : refusal;
}

/**
 * Shows a draft, or says why it can't be saved. The draft is kept first, under a key of its own, so that nothing typed is
 * lost. `kind`: `update` takes the place of the message whose button was pressed.
 */
export async function showPreview(
  draft: Draft,
  context: Context,
  kind: 'message' | 'update',
  { unfinished = null, replaces }: PreviewOptions = {},
): Promise<Reply> {
  const trial = await tryDraft(draft, context);
  const seen = trial.ok ? (trial.value.drafted.draftContext.entries.at(-1)?.seq ?? null) : draft.seen;
  const key = await keepDraft({ ...draft, seen }, context, replaces);
  if (trial.ok) return { kind, view: await viewOf(key, trial.value, unfinished) };
  const refusal = named(trial.refusal, draft);
  const ultimatum = draft.number === null ? null : foldOrNull(await context.entries(draft.number));
  const { words, member } = context;
  return refuse(refusal, keptView(key, refusal, { draft, ultimatum, curator: member.curator, words }));
}
