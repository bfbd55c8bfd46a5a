import { z } from 'zod';
import type { Context, FlowDoor, Press, Reply, View } from '../../src/discord/command.js';
import { relative } from '../../src/discord/views/dates.js';
import { nextFire } from '../../src/domain/cron.js';
import { flowButton, row } from '../../src/discord/views/buttons.js';
import { line, opened, text } from '../../src/discord/views/parts.js';
import { postable } from '../shared/postable.js';
import { needsManager } from '../shared/rights.js';
import { digestNow } from './digest.js';
import { previewLines } from './words.js';

export const FLOW = 'countdown';

const plannedSchema = z.object({
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

/** A countdown that is shown and not saved yet. */
export type Planned = z.infer<typeof plannedSchema>;

/** The echo, the next fires and the buttons; `digest` is the list as it would be posted now, once it was asked for. */
export function screen(planned: Planned, key: string, now: number, digest: string | null): View {
  const preview = digest === null ? [] : [line(), text(digest)];
  const buttons = row([
    flowButton(key, 'save', 'Save', { first: true }),
    flowButton(key, 'preview', 'Preview the list'),
    flowButton(key, 'cancel', 'Cancel'),
  ]);
  return opened([text(...previewLines(planned, now)), ...preview, buttons]);
}

async function save(planned: Planned, key: string, context: Context): Promise<Reply> {
  const { guild, member, now, store } = context;
  const refusal = await postable(planned.channel, context);
  if (refusal !== null) return { kind: 'refusal', refusal };
  const done = 'This countdown is saved.';
  if (!(await store.finishPending(key, done))) {
    return { kind: 'refusal', refusal: { why: 'already-pressed', what: done } };
  }
  const next = nextFire(planned.cron, planned.zone, now);
  const status = { author: member.id, status: 'running', broken: null, next, last: null } as const;
  const { id } = await store.addSchedule({ guild, ...planned, ...status });
  const said = `Saved as countdown ${id}. First post ${relative(next)}, in <#${planned.channel}>.`;
  return { kind: 'update', view: opened([text(said)]) };
}

async function act({ key, action }: Press<unknown>, planned: Planned, context: Context): Promise<Reply> {
  if (action === 'save') return save(planned, key, context);
  if (action === 'preview') {
    const digest = (await digestNow(planned, context)) ?? 'Nothing runs now, so nothing would be posted.';
    return { kind: 'update', view: screen(planned, key, context.now, digest) };
  }
  await context.store.finishPending(key, 'Nothing was saved.');
  return { kind: 'update', view: opened([text('Nothing was saved.')]) };
}

export const countdownFlow: FlowDoor = {
  kind: 'flow',
  name: FLOW,
  async run(press, context) {
    const refusal = needsManager(context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const parsed = plannedSchema.safeParse(press.state);
    return parsed.success
      ? act(press, parsed.data, context)
      : { kind: 'refusal', refusal: { why: 'expired' } };
  },
};
