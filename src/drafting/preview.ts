import type { Context, Reply, View } from '../discord/command.js';
import { entryLines, previewView, type Act } from '../discord/views/index.js';
import { flowButton, row } from '../discord/views/buttons.js';
import { longDay } from '../discord/views/dates.js';
import { longDay as longDayText } from '../wording/dates.js';
import { plain, type Line } from '../wording/parts.js';
import { opened, text } from '../discord/views/parts.js';
import { decide } from '../domain/decide/index.js';
import { numbered } from '../domain/decide/context.js';
import { fold } from '../domain/fold.js';
import { isNews } from '../domain/posts/announcements.js';
import { placeOf } from '../domain/place.js';
import type { Reading } from '../domain/reading.js';
import { ok, type Refusal, type Result } from '../domain/refusal.js';
import { build, type Built } from './draft-to-command.js';
import type { Draft, DraftVerb } from '../codec/draft.js';
import { keepDraft, type Replaced } from './draft.js';
import type { DraftContext } from './draft-context.js';
import { notesOf, type Unfinished } from './notes.js';
import { whyNotPosted } from './postable.js';

const DATED = new Set<DraftVerb>(['record', 'move', 'resume']);

/** Whether words of a deadline are read in it: then another reading can be asked for. */
function dated({ verb, typed }: Draft): boolean {
  return DATED.has(verb) || (verb === 'correct' && typed.deadline !== undefined);
}

/** A draft that was decided without being saved. */
interface Tried {
  readonly post: readonly Line[];
  readonly headline: string;
  /** Whether it will be posted. */
  readonly news: boolean;
}

/** The number a new record would get now; another one may be faster. */
async function numberOf({ draft, context }: DraftContext): Promise<number> {
  if (draft.number !== null) return draft.number;
  return context.record.nextNumber();
}

/** Decides without saving, and says what would be posted. */
async function attempt({ command, ground, question }: Built): Promise<Result<Tried>> {
  const { context, entries } = ground;
  const by = await context.person();
  const number = await numberOf(ground);
  const appended = decide(entries, command, { now: context.now, by, number });
  if (!appended.ok) return appended;
  const all = numbered(entries, appended.value);
  const own = all.slice(entries.length).findLast((entry) => entry.by !== null);
  const ultimatum = fold(all);
  const me = { key: by, name: context.member.name, curator: context.member.curator };
  const people = new Map([[by, me], ...(await context.people.byKeys(all.flatMap((one) => one.by ?? [])))]);
  const about = { number, ultimatum, people, now: context.now };
  const { headline } = ultimatum;
  if (own === undefined) return ok({ post: [], headline, news: false });
  const post = entryLines(context.words, about, own.seq, { undecided: question !== null });
  return ok({ post, headline, news: isNews(ultimatum, own) });
}

const saidOn = ({ spoken, place }: DraftContext) => longDay(spoken.when.start, place.zone);

/** Of a post the day comes first: everything else was read from it. */
function saidLines({ spoken, place, context }: DraftContext): readonly Line[] {
  if (spoken.from !== 'post') return [];
  const { words } = context;
  return [plain(words.screens.preview.saidInPost(longDayText(words, spoken.when.start, place.zone)))];
}

/** What was assumed about the zone: nothing where the words of the deadline name their own. */
function zoneAssumed({ place }: DraftContext, readings: readonly Reading[]): readonly string[] {
  const own = readings.length > 0 && readings.every(({ zoneFrom }) => zoneFrom === 'stated');
  if (place.from === 'stated') {
    const used = readings.every(({ zone }) => zone === place.zone);
    return used ? [`time zone ${placeOf(place.zone)}, as typed`] : [];
  }
  const whose = place.from === 'server' ? 'the server’s time zone' : 'the issuer’s time zone';
  return own ? [] : [`${whose}, ${placeOf(place.zone)}`];
}

function assumedOf({ ground, reading, question }: Built): readonly string[] {
  const { spoken, draft, context } = ground;
  if (!DATED.has(draft.verb)) return [];
  const today = spoken.from === 'today' ? ' (today)' : '';
  const stale = context.now - spoken.when.start > 370 * 86_400_000 ? ', more than a year ago' : '';
  const said = spoken.from === 'post' && stale === '' ? [] : [`said on ${saidOn(ground)}${today}${stale}`];
  const readings = question?.candidates ?? (reading === null ? [] : [reading]);
  return [...said, ...zoneAssumed(ground, readings)];
}

/** What the first button says: of a hidden ultimatum the verb `hide` shows it again. */
function confirmLabel({ command }: Built, { member, words }: Context): string {
  const verb = command.verb === 'archive' ? 'source' : command.verb;
  return member.curator ? words.verbs.confirm[verb] : 'Propose';
}

function othersOf(draft: Draft, unfinished: Unfinished | null): readonly Act[] {
  const outcome = draft.verb === 'outcome' && !draft.primary;
  return [
    ...(dated(draft) ? [{ action: 'change', label: 'Change deadline' }] : []),
    ...(outcome ? [{ action: 'primary', label: 'These are the issuer’s own words or a record' }] : []),
    { action: 'edit', label: 'Edit text' },
    { action: 'cancel', label: 'Cancel' },
    ...(unfinished === null ? [] : [{ action: `open.${unfinished.key}`, label: 'Open the unfinished one' }]),
  ].slice(0, 4);
}

/** What can be done with words that name no date; without one nothing is moved (rules 7). */
const WITHOUT_DATE: Partial<Record<DraftVerb, readonly Act[]>> = {
  record: [{ action: 'undated', label: 'Record without a date' }],
  move: [
    { action: 'instead.source', label: 'Add as a source' },
    { action: 'instead.suspend', label: 'Pause' },
  ],
};

/** Below a refusal: the text is kept, and these give it back. */
function againView(draft: Draft, key: string, refusal: Refusal): View {
  const acts = othersOf(draft, null).map(({ action, label }) => flowButton(key, action, label));
  const instead = refusal.why === 'not-a-deadline' ? (WITHOUT_DATE[draft.verb] ?? []) : [];
  const first = instead.map(({ action, label }, index) =>
    flowButton(key, action, label, { first: index === 0 }),
  );
  return opened([text('Not saved. What you typed is kept:'), row([...first, ...acts].slice(0, 5))]);
}

function homeOf({ context }: DraftContext): string {
  return context.settings.announcements ?? context.channel;
}

/** A draft understood and decided; of several readings at least one has to be possible. */
async function decided(draft: Draft, context: Context): Promise<Result<{ built: Built; tried: Tried }>> {
  const built = await build(draft, context);
  if (!built.ok) return built;
  const { question } = built.value;
  const first = await attempt(built.value);
  if (first.ok) return ok({ built: built.value, tried: first.value });
  for (const picked of question?.candidates.slice(1) ?? []) {
    const other = await build({ ...draft, picked }, context);
    const tried = other.ok ? await attempt({ ...other.value, question }) : other;
    if (other.ok && tried.ok) return ok({ built: { ...other.value, question }, tried: tried.value });
  }
  return first;
}

export interface PresentOptions {
  /** A record begun earlier, offered again. */
  readonly unfinished?: Unfinished | null;
  /** The preview that this one takes the place of. */
  readonly replaces?: Replaced;
}

/**
 * Shows a draft before anything is saved, or says why it can't be. The draft is stored first, under a key of its own,
 * so that nothing typed is ever lost.
 */
export async function present(
  draft: Draft,
  context: Context,
  kind: 'message' | 'update',
  { unfinished = null, replaces }: PresentOptions = {},
): Promise<Reply> {
  const done = await decided(draft, context);
  const seen = done.ok ? (done.value.built.ground.entries.at(-1)?.seq ?? null) : draft.seen;
  const key = await keepDraft({ ...draft, seen }, context, replaces);
  const again = (refusal: Refusal): Reply => ({
    kind: 'refusal',
    refusal:
      refusal.why === 'not-a-deadline' && draft.verb === 'record' ? { ...refusal, fresh: true } : refusal,
    view: againView(draft, key, refusal),
  });
  if (!done.ok) return again(done.refusal);
  const { built, tried } = done.value;
  const { ground, reading, question } = built;
  const notes = await notesOf(ground, tried.headline, unfinished);
  const channel = tried.news ? homeOf(ground) : null;
  const view = previewView(context.words, {
    key,
    now: context.now,
    post: [...saidLines(ground), ...tried.post],
    reading,
    assumed: assumedOf(built),
    notes,
    channel,
    blocked: channel === null ? null : await whyNotPosted(channel, context),
    proposed: !context.member.curator,
    confirm: { action: 'confirm', label: confirmLabel(built, context) },
    question,
    others: othersOf(draft, unfinished),
  });
  return { kind, view };
}
