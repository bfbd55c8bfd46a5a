/** Sets up a server as it was chosen on the screen: a test message first, then all rows at once. */
import { createHash } from 'node:crypto';
import type { Context } from '../discord/command.js';
import { drawText } from '../discord/draw.js';
import { nextFire } from '../domain/cron/index.js';
import type { SetupRows } from '../domain/guild.js';
import { ok, refuse, type Refusal, type Result } from '../domain/refusal.js';
import { postable } from '../drafting/postable.js';
import { knownRole } from '../drafting/roles.js';
import { cannotFire } from '../drafting/schedules.js';
import { testMessage } from '../wording/setup.js';
import { DAILY, planSetup, type SetupChoice, type SetupPlan } from './setup-plan.js';

export interface SetupResult {
  readonly channel: string;
  readonly rows: SetupRows;
}

/** The rows as the store writes them. */
function rowsOf(plan: SetupPlan, channel: string, { guild, member, now }: Context): SetupRows {
  const { settings, reminderPlan, schedule } = plan;
  const board = plan.board ? channel : null;
  if (schedule === null) return { settings, reminderPlan, board, schedule };
  const next = nextFire(schedule.cron, schedule.zone, now);
  const fresh = { author: member.id, status: 'running', broken: null, next, last: null } as const;
  return { settings, reminderPlan, board, schedule: { guild, ...schedule, ...fresh } };
}

/** One press posts one test message, also when it is repeated after a crash. */
const nonceOf = (press: string) =>
  createHash('sha256').update(`test line ${press}`).digest('base64url').slice(0, 22);

/** Why a role or a channel that was picked can't be used; null where both can, or none was picked. */
async function whyNotChosen(
  { channel, role }: { readonly channel: string | null; readonly role: string | null },
  context: Context,
): Promise<Refusal | null> {
  const refusal = role === null ? null : await knownRole(role, 'everyone-curators', context);
  return refusal ?? (channel === null ? null : postable(channel, context));
}

async function planOf(choice: SetupChoice, channel: string, { server, settings }: Context) {
  const [schedules, reminderPlans, boards] = await Promise.all([
    server.schedules(),
    server.reminderPlans(),
    server.boards(),
  ]);
  return planSetup(choice, channel, { settings, schedules, reminderPlans, boards });
}

/**
 * Checks what was chosen, posts the test message, then makes the rows: a channel that does not work sets nothing up.
 * The press is used up in the transaction of the rows.
 */
export async function setUp(
  choice: SetupChoice,
  press: string,
  context: Context,
): Promise<Result<SetupResult>> {
  const { channel, offers, zone } = choice;
  const unable = cannotFire({ cron: DAILY, zone });
  if (unable !== null) return refuse(unable);
  if (channel === null) return refuse({ why: 'missing', field: 'channel' });
  const refusal = await whyNotChosen(choice, context);
  if (refusal !== null) return refuse(refusal);
  const { server, words, now, channels } = context;
  const content = drawText(testMessage(words, offers));
  await channels.post(channel, { content, silent: true }, { nonce: nonceOf(press) });
  const rows = rowsOf(await planOf(choice, channel, context), channel, context);
  const saved = await server.setUp(rows, now, { press, done: () => ({ kind: 'set-up' }) });
  return saved.ok ? ok({ channel, rows }) : saved;
}
