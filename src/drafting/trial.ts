/** Decides a draft without saving it, to show what would be recorded and posted. */
import type { Draft } from '../codec/draft.js';
import type { Context } from '../discord/command.js';
import { entryLines } from '../discord/views/index.js';
import { withAdded } from '../domain/decide/context.js';
import { decide } from '../domain/decide/index.js';
import { namedBy } from '../domain/decide/reference.js';
import type { Entry } from '../domain/entry.js';
import { fold } from '../domain/fold.js';
import type { Headline } from '../domain/headline.js';
import { isNews } from '../domain/posts/announcements.js';
import { ok, type Result } from '../domain/refusal.js';
import type { About } from '../wording/about.js';
import type { Line } from '../wording/parts.js';
import type { DraftContext } from './draft-context.js';
import { draftToCommand, type DraftedCommand } from './draft-to-command.js';
import { firstRecount, type Recount } from './recount.js';

/** What saving a draft would do now. */
export interface Trial {
  readonly drafted: DraftedCommand;
  /** The post it would make; lines that depend on a reading that is still open are left out. */
  readonly post: readonly Line[];
  readonly headline: Headline;
  readonly announced: boolean;
  /** The move only narrows the deadline. */
  readonly narrows: boolean;
  /** A later deadline that was counted from the one that is corrected. */
  readonly recount: Recount | null;
}

/** The number a new record would get now; another one may be faster. */
async function numberOf({ draft, context }: DraftContext): Promise<number> {
  return draft.number ?? context.record.nextNumber();
}

/** The ultimatum with the entries as if they were recorded; whoever drafts it is among the people. */
async function aboutWith(
  entries: readonly Entry[],
  number: number,
  by: string,
  context: Context,
): Promise<About> {
  const people = await context.people.byKeys(entries.flatMap((entry) => entry.by ?? []));
  const { name, curator } = context.member;
  return {
    number,
    ultimatum: fold(entries),
    people: new Map([[by, { key: by, name, curator }], ...people]),
    now: context.now,
    proposed: !curator,
  };
}

const isNarrowing = ({ event }: Entry) => event.kind === 'revised' && event.revision === 'clarified';

/** Decides what was drafted, without saving it. */
async function tryOnce(drafted: DraftedCommand): Promise<Result<Trial>> {
  const { command, draftContext, question } = drafted;
  const { context, entries } = draftContext;
  const by = await context.person();
  const number = await numberOf(draftContext);
  const others = await context.record.others(namedBy(command));
  const decided = decide(entries, command, { now: context.now, by, number, others });
  if (!decided.ok) return decided;
  const all = withAdded(entries, decided.value);
  const about = await aboutWith(all, number, by, context);
  const { headline } = about.ultimatum;
  const entry = all.slice(entries.length).findLast((appended) => appended.by !== null);
  if (entry === undefined)
    return ok({ drafted, post: [], headline, announced: false, narrows: false, recount: null });
  const post = entryLines(context.words, about, entry.seq, { undecided: question !== null });
  const announced = isNews(about.ultimatum, entry);
  const narrows = question === null && isNarrowing(entry);
  const recount = entry.event.kind === 'corrected' ? firstRecount(entries, all, context) : null;
  return ok({ drafted, post, headline, announced, narrows, recount });
}

/**
 * Reads and decides a draft without saving it. Of several readings at least one has to be possible; the first that is
 * stands for all of them.
 */
export async function tryDraft(draft: Draft, context: Context): Promise<Result<Trial>> {
  const drafted = await draftToCommand(draft, context);
  if (!drafted.ok) return drafted;
  const { question } = drafted.value;
  const trial = await tryOnce(drafted.value);
  if (trial.ok) return trial;
  for (const picked of question?.candidates.slice(1) ?? []) {
    const other = await draftToCommand({ ...draft, picked }, context);
    const otherTrial = other.ok ? await tryOnce({ ...other.value, question }) : other;
    if (otherTrial.ok) return otherTrial;
  }
  return trial;
}
