import type { Delivery } from '../../src/domain/delivery.js';
import { numberOf, type PostKind } from '../../src/domain/post.js';
import { scopeIn, type Entry, type LedgerEvent } from '../../src/domain/entry.js';
import { DAY, MINUTE } from '../domain/support.js';
import { boards } from './boards.js';
import { Books, nameOf, PROMPT, PUSHES, slotOf, stretchesOf, type Slot, type Stretch } from './books.js';
import { firesByHand, remindersByHand } from './by-hand.js';
import type { Chapter, Chronicle } from './chronicle.js';
import { pressed } from './pressed.js';
import { TYPED, type World } from './world.js';
import { keyOf } from '../support/post-key.js';

const LONG_PAST = 7 * DAY;

function about(number: number, channel: string, kind: PostKind, version: string, slot: string): Slot {
  return { channel, kind, subject: `U-${number}`, version, slot };
}

/** Every reminder that comes while its deadline is counted down is posted, if nothing is wrong then. */
function milestones(world: World, books: Books, number: number, stretch: Stretch): void {
  const { key, reading, from, until } = stretch;
  if (reading === null) return;
  for (const reminderPlan of world.reminderPlans.values()) {
    if (world.relaid.has(reminderPlan.channel) || world.discord.gone.has(reminderPlan.channel)) continue;
    for (const { slots, due, grace } of remindersByHand(reading, reminderPlan)) {
      const wanted = due >= from && due + PROMPT < until && grace > PROMPT && books.quiet(due);
      const [first, ...others] = slots.map((slot) =>
        about(number, reminderPlan.channel, 'milestone', key, slot),
      );
      const another = others.some((slot) => books.postedAt(slot) !== null);
      if (first === undefined || !wanted || another || books.spokenFor(number, first, due)) continue;
      books.mustBePrompt(first, due);
    }
  }
}

const SETS = new Set<string>(['recorded', 'revised', 'corrected']);

/** The person's entry that set a deadline which was over already. */
function causeOf({ appended }: Chapter, passed: number): Entry | null {
  const before = appended.slice(0, passed).findLast(({ event }) => event.kind !== 'passed');
  return before !== undefined && before.by !== null && SETS.has(before.event.kind) ? before : null;
}

/** Whether the clock's entry is about a deadline of these targets. */
function passes(event: LedgerEvent, targets: readonly string[]): boolean {
  if (event.kind !== 'passed') return false;
  return event.scope?.some((name) => targets.includes(name)) ?? true;
}

function passedChannels(world: World, cause: Entry | null): ReadonlySet<string> {
  const news = world.setting.settings.announcements;
  const channels = new Set(
    [...world.reminderPlans.values()]
      .filter(
        ({ channel, offsets }) => !world.relaid.has(channel) && offsets.some(({ count }) => count === 0),
      )
      .map(({ channel }) => channel),
  );
  if (news !== null) channels.add(news);
  // The announcement of that entry says it there.
  if (cause !== null && cause.event.kind !== 'corrected') channels.delete(news ?? TYPED);
  for (const gone of world.discord.gone) channels.delete(gone);
  return channels;
}

/** What has passed and stays so is posted in the end; at once if nothing is wrong. */
function passings(world: World, books: Books, number: number, stretch: Stretch): void {
  const { key, reading, targets, first, from, until } = stretch;
  const passed = first.appended.findLastIndex(({ event }) => passes(event, targets));
  if (reading === null || passed === -1 || from - reading.latest > LONG_PAST) return;
  const cause = causeOf(first, passed);
  const due = cause === null ? from : from + world.setting.delay;
  for (const channel of passedChannels(world, cause)) {
    const slot = about(number, channel, 'passed', key, 'passed');
    // Of deadlines that end at one instant one post tells.
    if (books.spokenFor(number, slot, due)) continue;
    if (until === Infinity) books.mustBePosted(slot);
    if (due + PROMPT < until && books.quiet(due)) books.mustBePrompt(slot, due);
  }
}

const ANNOUNCED = new Set<string>([
  'recorded',
  'revised',
  'suspended',
  'withdrawn',
  'superseded',
  'outcome',
  'reversed',
  'terms',
  'disputed',
]);
/** Of these the later one says all that the earlier one did. */
const DEADLINES = new Set<string>(['revised', 'suspended', 'withdrawn', 'superseded']);

/** Whether one post says what another would have said. */
function saysAsWell(said: Entry, entry: Entry): boolean {
  if (said.event.kind === 'recorded') return true;
  if (!DEADLINES.has(said.event.kind) || !DEADLINES.has(entry.event.kind)) return false;
  const [wide, narrow] = [scopeIn(said.event).scope, scopeIn(entry.event).scope];
  return wide === undefined || (narrow?.every((name) => wide.includes(name)) ?? false);
}

/** An entry of a person that is news, and what came of its ultimatum from then on. */
interface News {
  readonly entry: Entry;
  readonly slot: Slot;
  readonly due: number;
  readonly stands: boolean;
}

function newsOf(world: World, books: Books, number: number, chapters: readonly Chapter[]): readonly News[] {
  const { delay, settings } = world.setting;
  return chapters.flatMap(({ after, appended, record }, index) =>
    appended
      .filter(({ by, event }) => by !== null && ANNOUNCED.has(event.kind))
      .map((entry) => {
        const name = `entry-${entry.seq}`;
        const row = books.rows.find((one) => numberOf(one.post) === number && keyOf(one).slot === name);
        const set = after.versions.find((version) => version.entry === entry.seq);
        const past = set !== undefined && record - set.reading.latest > LONG_PAST;
        const undone = chapters.slice(index).some((later) => {
          const removes = later.appended.some(({ event }) => event.kind === 'corrected' && event.removes);
          return removes || later.after.hidden !== null;
        });
        const slot =
          row === undefined
            ? about(number, settings.announcements ?? TYPED, 'announcement', '?', name)
            : slotOf(row);
        return { entry, slot, due: entry.recorded + delay, stands: !past && !undone };
      }),
  );
}

/** What people did is announced in the end, unless it was taken back or another announcement says it as well. */
function announcements(world: World, books: Books, number: number, chapters: readonly Chapter[]): void {
  const { weather, delay } = world.setting;
  const all = newsOf(world, books, number, chapters);
  for (const { entry, slot, due, stands } of all) {
    const joined = all.some((other) => {
      const close = weather !== 'calm' || Math.abs(other.entry.recorded - entry.recorded) <= delay;
      const posted = books.postedAt(other.slot);
      // Where the clock went back, what was said later may read as earlier.
      const after = posted !== null && (world.scheduler.wentBack || posted >= entry.recorded);
      return other.entry !== entry && close && after && saysAsWell(other.entry, entry);
    });
    const nowhere = world.discord.gone.has(slot.channel);
    if (!stands || joined || nowhere || books.spokenFor(number, slot, due)) continue;
    books.mustBePosted(slot);
    if (books.postedAt(slot) !== null && books.quiet(due)) books.mustBePrompt(slot, due);
  }
}

/** Whether something that runs was there to be listed for some time around an instant. */
function runs(world: World, at: number): boolean {
  const open = ({ state, from, until }: Stretch) =>
    state === 'open' && from < at - PROMPT && until > at + PROMPT;
  return [...world.chronicle.chapters.values()].some((chapters) => stretchesOf(chapters).some(open));
}

/** A digest for every fire, if nothing is wrong then, and none for any other instant. */
function digests(world: World, books: Books, end: number): void {
  const { schedule, chronicle, ended, closed } = world;
  if (world.setting.schedule === null || schedule === null) return;
  const fires = firesByHand(world.setting.schedule, end);
  for (const { row } of chronicle.sendings) {
    if (row.post.kind === 'digest' && !fires.includes(row.post.fire))
      chronicle.fault(`${nameOf(row)} is for an instant at which nothing fires`);
  }
  if (closed.has(schedule.channel)) return;
  for (const fire of fires) {
    if (fire + PROMPT > ended || !books.quiet(fire) || !runs(world, fire)) continue;
    const slot = new Date(fire).toISOString();
    const subject = `schedule-${schedule.id}`;
    books.mustBePrompt({ channel: schedule.channel, kind: 'digest', subject, version: '0', slot }, fire);
  }
}

/** When the deadline that a post is about ends, ms UTC. */
function endOf(chronicle: Chronicle, row: Delivery): number | null {
  const ultimatum = chronicle.ultimatum(numberOf(row.post) ?? 0);
  const [number] = keyOf(row).version.split('.');
  return ultimatum?.versions.find((version) => `${version.number}` === number)?.reading.latest ?? null;
}

/** Each slot at most once, and one push for a channel, a deadline and an instant. */
function once({ chronicle, discord, scheduler }: World, rows: readonly Delivery[]): void {
  const posted = new Map<string, number>();
  for (const { nonce } of discord.messages) posted.set(nonce, (posted.get(nonce) ?? 0) + 1);
  const instants = new Map<string, string>();
  for (const row of rows) {
    const count = posted.get(row.nonce) ?? 0;
    if (count > 1) chronicle.fault(`${nameOf(row)} was posted ${count} times`);
    // A clock that went back lets two deadlines end at one instant; a post that was tried again is at another.
    if (scheduler.wentBack || count === 0 || row.attempts > 1 || !PUSHES.includes(row.post.kind)) continue;
    const instant = `${row.channel} ${numberOf(row.post)} ${row.due} ${endOf(chronicle, row)}`;
    const other = instants.get(instant);
    if (other !== undefined) chronicle.fault(`${nameOf(row)} and ${other} are two pushes of one instant`);
    instants.set(instant, nameOf(row));
  }
}

/** Nothing that was due some minutes before the end still waits or is still in somebody's hands. */
function settled({ chronicle }: World, rows: readonly Delivery[], end: number): void {
  for (const row of rows) {
    const open = row.status === 'claimed' || row.status === 'pending';
    if (open && row.due < end - 10 * MINUTE)
      chronicle.fault(`${nameOf(row)} is ${row.status} for ever: ${JSON.stringify(row.failure)}`);
  }
}

const MOVES = new Set<string>(['extended', 'shortened', 'revived']);

/** A deadline passes once, and what is counted as a move is one. */
function counts({ chronicle }: World, number: number, { after }: Chapter): void {
  for (const target of after.targets) {
    let passed = 0;
    for (const { event } of after.entries) {
      if (!(scopeIn(event).scope?.includes(target) ?? true)) continue;
      if (SETS.has(event.kind) || event.kind === 'suspended') passed = 0;
      if (event.kind === 'passed') passed += 1;
      if (passed > 1) chronicle.fault(`U-${number} passed twice with one deadline for ${target}`);
    }
  }
  for (const chain of after.chains) {
    const resumed = chain.versions.some(({ revision }) => revision === 'resumed');
    const moves = chain.versions.filter(({ revision }) => MOVES.has(revision)).length;
    if (!resumed && moves !== chain.moves)
      chronicle.fault(`U-${number} counts ${chain.moves} moves of ${chain.targets.join(', ')}, not ${moves}`);
  }
}

/** What was wrong in a story that is over. `end` is its last instant of real time. */
export async function judge(world: World, end: number): Promise<void> {
  const rows = await world.cellar.store.deliveries(world.guild, { limit: 100_000 });
  const books = new Books(world, rows);
  const last = end + world.scheduler.offset;
  once(world, rows);
  settled(world, rows, last);
  digests(world, books, last);
  await boards(world, rows);
  await pressed(world);
  for (const [number, chapters] of world.chronicle.chapters) {
    for (const stretch of stretchesOf(chapters)) {
      if (stretch.state === 'open') milestones(world, books, number, stretch);
      if (stretch.state === 'passed') passings(world, books, number, stretch);
    }
    announcements(world, books, number, chapters);
    const final = chapters.at(-1);
    if (final !== undefined) counts(world, number, final);
  }
}
