import { createHash } from 'node:crypto';
import type { Context } from '../../src/discord/command.js';
import { relative } from '../../src/discord/views/dates.js';
import { listed } from '../../src/discord/views/text.js';
import { nextFire } from '../../src/domain/cron/index.js';
import { ok, refuse, type Result } from '../../src/domain/refusal.js';
import type { SetupRows } from '../../src/domain/guild.js';
import { knownRole } from '../../src/drafting/roles.js';
import { postable } from '../../src/drafting/postable.js';
import { drawLine } from '../../src/discord/draw.js';
import { settingsLines } from '../../src/wording/settings.js';
import { planSetup, type Choice, type Offer, type Rows } from './plan.js';

const NAMES: Readonly<Record<Offer, string>> = {
  announcements: 'announcements',
  daily: 'a list of what is running every day at 09:00',
  reminders: 'reminders before each deadline',
  board: 'a board that is kept current',
};

/** What is posted at once, so that whoever sets it up sees it arrive. */
export function testLine(offers: readonly Offer[]): string {
  if (offers.length === 0) return 'A test: Ultimatum can post here. Nothing was chosen to be posted.';
  return `A test: Ultimatum posts here from now on: ${listed(offers.map((offer) => NAMES[offer]))}. It pings nobody.`;
}

/** The rows as the store writes them, all at once. */
function rowsFor(rows: Rows, channel: string, { guild, member, now }: Context): SetupRows {
  const { settings, ladder, schedule } = rows;
  const board = rows.board ? channel : null;
  if (schedule === null) return { settings, ladder, board, schedule };
  const next = nextFire(schedule.cron, schedule.zone, now);
  const fresh = { author: member.id, status: 'running', broken: null, next, last: null } as const;
  return { settings, ladder, board, schedule: { guild, ...schedule, ...fresh } };
}

/** One press posts one test line, also when it is repeated after a crash. */
const nonceOf = (key: string) =>
  createHash('sha256').update(`test line ${key}`).digest('base64url').slice(0, 22);

/** Checks the channel, posts the test line, then makes the rows: a channel that does not work sets nothing up. */
export async function applySetup(
  choice: Choice,
  key: string,
  context: Context,
): Promise<Result<readonly string[]>> {
  const { channel } = choice;
  if (channel === null) return refuse({ why: 'missing', field: 'channel' });
  const role = choice.role === null ? null : await knownRole(choice.role, 'everyone-curators', context);
  const refusal = role ?? (await postable(channel, context));
  if (refusal !== null) return refuse(refusal);
  const { server, settings, now, channels } = context;
  await channels.post(channel, { content: testLine(choice.offers), silent: true }, { nonce: nonceOf(key) });
  const [schedules, ladders, boards] = await Promise.all([
    server.schedules(),
    server.ladders(),
    server.boards(),
  ]);
  const rows = rowsFor(
    planSetup(choice, channel, { settings, schedules, ladders, boards }),
    channel,
    context,
  );
  const saved = await server.setUp(rows, now, { press: key, done: () => ({ kind: 'set-up' }) });
  if (!saved.ok) return saved;
  const { schedule } = rows;
  const list = schedule === null ? [] : [`First list ${relative(schedule.next)}, if anything runs by then.`];
  return ok([
    `**Done.** A test line is in <#${channel}>.`,
    ...settingsLines(context.words, rows.settings).map(drawLine),
    ...list,
    'Record the first one: long-press a news post, Apps, **Record an ultimatum**, or `/ultimatum record`.',
  ]);
}
