import type { Context } from '../../src/discord/command.js';
import { relative } from '../../src/discord/views/dates.js';
import { listed } from '../../src/discord/views/text.js';
import { nextFire } from '../../src/domain/cron.js';
import { ok, refuse, type Result } from '../../src/domain/refusal.js';
import { postable } from '../shared/postable.js';
import { settingsLines } from '../settings/change.js';
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

async function save(rows: Rows, channel: string, context: Context): Promise<number | null> {
  const { store, guild, member, now } = context;
  await store.saveSettings(rows.settings, now);
  if (rows.ladder !== null) await store.saveLadder(guild, rows.ladder, now);
  if (rows.board) await store.setBoard(guild, channel, now);
  if (rows.schedule === null) return null;
  const next = nextFire(rows.schedule.cron, rows.schedule.zone, now);
  const fresh = { author: member.id, status: 'running', broken: null, next, last: null } as const;
  await store.addSchedule({ guild, ...rows.schedule, ...fresh });
  return next;
}

const DONE = 'This server is set up. To see or change it: /settings show, /countdown list.';

/** Checks the channel, posts the test line, then makes the rows: a channel that does not work sets nothing up. */
export async function applySetup(
  choice: Choice,
  key: string,
  context: Context,
): Promise<Result<readonly string[]>> {
  const { channel } = choice;
  if (channel === null) return refuse({ why: 'missing', field: 'channel' });
  const refusal = await postable(channel, context);
  if (refusal !== null) return refuse(refusal);
  await context.hall.post(channel, { content: testLine(choice.offers), silent: true });
  if (!(await context.store.finishPending(key, DONE))) return refuse({ why: 'already-pressed', what: DONE });
  const { store, guild, settings } = context;
  const [schedules, ladders, boards] = await Promise.all([
    store.schedules(guild),
    store.ladders(guild),
    store.boards(guild),
  ]);
  const rows = planSetup(choice, channel, { settings, schedules, ladders, boards });
  const next = await save(rows, channel, context);
  const list = next === null ? [] : [`First list ${relative(next)}, if anything runs by then.`];
  return ok([
    `**Done.** A test line is in <#${channel}>.`,
    ...settingsLines(rows.settings),
    ...list,
    'Record the first one: long-press a news post, Apps, **Record an ultimatum**, or `/ultimatum record`.',
  ]);
}
