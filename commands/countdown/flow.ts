import { z } from 'zod';
import type { Context, FlowHandler, Press, Reply, View } from '../../src/discord/command.js';
import { relative } from '../../src/discord/views/dates.js';
import { digestPost } from '../../src/discord/views/index.js';
import { digestOf } from '../../src/discord/views/running.js';
import { nextFire } from '../../src/domain/cron/index.js';
import type { Done } from '../../src/domain/done.js';
import type { Schedule } from '../../src/domain/guild.js';
import { refuse, type Refusal, type Result } from '../../src/domain/refusal.js';
import { flowButton, row } from '../../src/discord/views/buttons.js';
import { line, opened, text } from '../../src/discord/views/parts.js';
import { cannotFire } from '../../src/drafting/schedules.js';
import { postable } from '../../src/drafting/postable.js';
import { needsManager } from '../../src/drafting/rights.js';
import { previewLines } from './words.js';

const FLOW = 'countdown';

const plannedSchema = z.object({
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
  ]),
});

/** A countdown, new or changed, that is shown and not saved yet. */
type Planned = z.infer<typeof plannedSchema>;

const refused = (refusal: Refusal): Reply => ({ kind: 'refusal', refusal });

/** The echo, the next fires and the buttons; `post` is what would be posted now, once it was asked for. */
function screen(planned: Planned, key: string, now: number, post: View['components'] = []): View {
  const buttons = row([
    flowButton(key, 'save', 'Save', { first: true }),
    flowButton(key, 'preview', 'Preview the list'),
    flowButton(key, 'cancel', 'Cancel'),
  ]);
  return opened([text(...previewLines(planned, now)), buttons, ...post]);
}

/** Shows a countdown before it is saved; not where nothing can be posted. */
export async function ask(state: Planned, context: Context): Promise<Reply> {
  const refusal = cannotFire(state) ?? (await postable(state.channel, context));
  if (refusal !== null) return refused(refusal);
  const key = await context.keep(FLOW, state);
  return { kind: 'message', view: screen(state, key, context.now) };
}

/** The very message, its button included, or that there would be none. */
async function preview(planned: Planned, key: string, { now, record }: Context): Promise<Reply> {
  const digest = await digestOf(record, planned, now);
  const post = digestPost(digest, 'preview');
  const nothing = [line(), text('Nothing runs now, so nothing would be posted.')];
  const shown = post === null ? nothing : [line(), text(post.content ?? null), ...(post.components ?? [])];
  return { kind: 'update', view: screen(planned, key, now, shown) };
}

/** Writes it, from now on: the next post is counted anew, and what a changed one had not posted yet is not posted. */
async function write(planned: Planned, key: string, context: Context): Promise<Result<Schedule>> {
  const { guild, member, now, server } = context;
  const { id, ...course } = planned;
  const next = nextFire(course.cron, course.zone, now);
  const consumes = { press: key, done: (id: number): Done => ({ kind: 'schedule-saved', id }) };
  if (id === null) {
    const fresh = { author: member.id, status: 'running', broken: null, next, last: null } as const;
    return server.addSchedule({ guild, ...course, ...fresh }, consumes);
  }
  const found = (await server.schedules()).find((schedule) => schedule.id === id);
  if (found === undefined) return refuse({ why: 'not-found', what: 'schedule', given: String(id) });
  // One that had stopped was checked just now; one that was paused stays so.
  const status = found.status === 'paused' ? 'paused' : 'running';
  return server.saveSchedule({ ...found, ...course, status, broken: null, next }, consumes);
}

async function save(planned: Planned, key: string, context: Context): Promise<Reply> {
  const refusal = cannotFire(planned) ?? (await postable(planned.channel, context));
  if (refusal !== null) return refused(refusal);
  const saved = await write(planned, key, context);
  if (!saved.ok) return refused(saved.refusal);
  const { id, next, channel } = saved.value;
  const said = `Saved as countdown ${id}. Next post ${relative(next)}, in <#${channel}>.`;
  return { kind: 'update', view: opened([text(said)]) };
}

async function act({ key, action }: Press<unknown>, planned: Planned, context: Context): Promise<Reply> {
  if (action === 'save') return save(planned, key, context);
  if (action === 'preview') return preview(planned, key, context);
  await context.people.finishPending(key, { kind: 'cancelled' });
  return { kind: 'update', view: opened([text('Nothing was saved.')]) };
}

export const countdownFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run(press, context) {
    const refusal = needsManager(context);
    if (refusal !== null) return refused(refusal);
    const parsed = plannedSchema.safeParse(press.state);
    return parsed.success ? act(press, parsed.data, context) : refused({ why: 'expired' });
  },
};
