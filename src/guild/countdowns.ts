/** The countdowns of a server: saving, pausing, resuming and removing them. */
import { z } from 'zod';
import type { Context } from '../discord/command.js';
import { nextFire } from '../domain/cron/index.js';
import type { Done } from '../domain/done.js';
import type { Schedule } from '../domain/guild.js';
import { ok, refuse, type Refusal, type Result } from '../domain/refusal.js';
import { postable } from '../drafting/postable.js';
import { cannotFire } from '../drafting/schedules.js';
import { digestPost } from '../posting/list-posts.js';
import type { PostDescription } from '../posting/post-description.js';
import { digestOf } from '../posting/running.js';
import { weekOf, weekPost } from '../posting/week.js';
import type { RecordInstant } from '../domain/instant.js';

export const unsavedCountdownSchema = z.object({
  /** The one that is changed; null for a new one. */
  id: z.number().int().nullable(),
  cron: z.string(),
  zone: z.string(),
  channel: z.string(),
  scope: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('issuer'), issuer: z.string() }),
    z.object({ kind: z.literal('tag'), tag: z.string() }),
    z.object({ kind: z.literal('ultimatum'), number: z.number().int() }),
    z.object({ kind: z.literal('week') }),
  ]),
});

/** A countdown, new or changed, that is shown and not saved yet. */
export type UnsavedCountdown = z.infer<typeof unsavedCountdownSchema>;

type Posting = Pick<Schedule, 'cron' | 'zone' | 'channel'>;

/** Why a countdown can't post: its schedule can't fire here, or the bot can't post in its channel. */
export async function whyNotRunning(countdown: Posting, context: Context): Promise<Refusal | null> {
  return cannotFire(countdown) ?? (await postable(countdown.channel, context));
}

/** What a countdown would post if it fired now; null for nothing. */
export async function postNow(
  { scope, zone }: Pick<Schedule, 'scope' | 'zone'>,
  { record, words, now }: Context,
): Promise<PostDescription | null> {
  if (scope.kind === 'week') return weekPost(words, await weekOf(record, zone, now));
  return digestPost(words, await digestOf(record, { scope, zone }, now));
}

const notFound = (id: number | string): Refusal => ({
  why: 'not-found',
  what: 'schedule',
  given: String(id),
});

/** The countdown of that number. */
export async function countdownOf(id: number, { server }: Context): Promise<Result<Schedule>> {
  const found = (await server.schedules()).find((schedule) => schedule.id === id);
  return found === undefined ? refuse(notFound(id)) : ok(found);
}

async function change(
  id: number,
  course: Omit<UnsavedCountdown, 'id'> & { readonly next: RecordInstant },
  consumes: { readonly press: string; readonly done: (id: number) => Done },
  context: Context,
): Promise<Result<Schedule>> {
  const found = await countdownOf(id, context);
  if (!found.ok) return found;
  // One that had stopped was checked just now; one that was paused stays paused.
  const status = found.value.status === 'paused' ? 'paused' : 'running';
  return context.server.saveSchedule({ ...found.value, ...course, status, broken: null }, consumes);
}

/**
 * Saves a countdown that was shown, from now on: its next post is counted anew, and what a changed one had not posted
 * yet is cancelled. The press is used up in the same transaction.
 */
export async function saveCountdown(
  { id, ...shown }: UnsavedCountdown,
  press: string,
  context: Context,
): Promise<Result<Schedule>> {
  const refusal = await whyNotRunning(shown, context);
  if (refusal !== null) return refuse(refusal);
  const { guild, member, now, server } = context;
  const course = { ...shown, next: nextFire(shown.cron, shown.zone, now) };
  const consumes = { press, done: (made: number): Done => ({ kind: 'schedule-saved', id: made }) };
  if (id !== null) return change(id, course, consumes, context);
  const fresh = { author: member.id, status: 'running', broken: null, last: null } as const;
  return server.addSchedule({ guild, ...course, ...fresh }, consumes);
}

const unchanged = ({ id }: Schedule, already: 'paused' | 'running'): Refusal => ({
  why: 'nothing-to-change',
  of: { what: 'countdown', id, already },
});

/** Stops a countdown until it is resumed. Refuses one that is paused already. */
export async function pauseCountdown(schedule: Schedule, { server }: Context): Promise<Result<Schedule>> {
  if (schedule.status === 'paused') return refuse(unchanged(schedule, 'paused'));
  return server.saveSchedule({ ...schedule, status: 'paused', broken: null });
}

/** Resumes from now on: what was missed meanwhile is not posted. One that stopped is checked before it runs again. */
export async function resumeCountdown(schedule: Schedule, context: Context): Promise<Result<Schedule>> {
  if (schedule.status === 'running') return refuse(unchanged(schedule, 'running'));
  const refusal = await whyNotRunning(schedule, context);
  if (refusal !== null) return refuse(refusal);
  const next = nextFire(schedule.cron, schedule.zone, context.now);
  return context.server.saveSchedule({ ...schedule, status: 'running', broken: null, next });
}
