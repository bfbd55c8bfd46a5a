import type { Command } from '../../src/domain/entry.js';
import { nextFire } from '../../src/domain/cron/index.js';
import { decide } from '../../src/domain/decide/index.js';
import { refuse, type Result } from '../../src/domain/refusal.js';
import type { Consumes, Store } from '../../src/store/port/index.js';
import { textDone } from '../support/done.js';
import { seenOf } from './broken.js';
import type { Act, Action, Breakage, Step } from './orders.js';
import { courseOf, isFrom, keyOf, proposalsOf, REPLACED, sentenceOf } from './presses.js';

/** All previews are of one day, ms UTC: the store deletes those that are older than a week. */
const ONE_DAY = Date.UTC(2025, 6, 28);

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;

/** Who does something, when, and with which preview. */
interface Doing {
  readonly store: Store;
  readonly step: Step;
  readonly act: Act;
  readonly consumes: Consumes;
  readonly broken: Breakage | null;
}

/** Keeps previews that are not there yet, each in the place of the one before; why one could not be kept, or null. */
async function preview({ store, step, act }: Doing): Promise<string | null> {
  const { user, earlier, action } = act;
  for (let index = 0; index <= earlier; index += 1) {
    const key = keyOf(act, index);
    // Whoever has it in front of them does not ask for it again.
    if ((await store.pending(key)) !== null) continue;
    const row = {
      key,
      guild: step.guild,
      user,
      flow: action.kind,
      state: action,
      created: ONE_DAY,
      done: null,
    };
    const replaces = { press: keyOf(act, index - 1), done: () => textDone(REPLACED) };
    const kept = await store.savePending(row, index === 0 ? undefined : replaces);
    if (!kept.ok && kept.refusal.why !== 'already-pressed') return kept.refusal.why;
  }
  return null;
}

const decided = (
  { step, act, broken }: Doing,
  command: Command,
  number: number | null,
  seen: number | null,
) => {
  const about = number === null ? {} : { number };
  const deciding = { now: step.now, by: act.user, ...about, ...(seen === null ? {} : seenOf(seen, broken)) };
  return (entries: Parameters<typeof decide>[0]) => decide(entries, command, deciding);
};

function change(doing: Doing, { number, seen, command, announceDelay }: Of<'change'>) {
  const { store, step, consumes } = doing;
  const options = { now: step.now, announceDelay, channel: null, consumes };
  return store.change(step.guild, number, decided(doing, command, number, seen), options);
}

function propose({ store, step, act, consumes }: Doing, { command }: Of<'propose'>) {
  const { guild, now } = step;
  const row = { guild, user: act.user, by: act.user, number: null, command, channel: null, recorded: now };
  return store.propose(row, consumes);
}

async function accept(doing: Doing, { proposed, command }: Of<'accept'>): Promise<Result<unknown>> {
  const { store, step, act } = doing;
  const { guild, now } = step;
  const proposal = (await proposalsOf(store, guild)).find((one) => isFrom(proposed, one.command));
  if (proposal === undefined) return refuse({ why: 'not-found', what: 'draft', given: proposed });
  const options = { now, announceDelay: 0, channel: null };
  return store.acceptProposal(guild, proposal.id, act.user, decided(doing, command, null, null), options);
}

async function countdown({ store, step, act, consumes }: Doing, { course, before }: Of<'countdown'>) {
  const next = nextFire(course.cron, course.zone, step.now);
  const fresh = { author: act.user, status: 'running', broken: null, next, last: null } as const;
  if (before === null) return store.addSchedule({ ...course, ...fresh }, consumes);
  // Changed by the first press, it has the new course already.
  const courses = [courseOf(before), courseOf(course)];
  const found = (await store.schedules(step.guild)).find((one) => courses.includes(courseOf(one)));
  if (found === undefined) return refuse({ why: 'not-found', what: 'schedule', given: act.press });
  return store.saveSchedule({ ...found, ...course, next }, consumes);
}

function merge({ store, step, act, consumes }: Doing, { from, into }: Of<'merge'>) {
  const { guild, now } = step;
  return store.addAliases({ guild, aliases: [from], name: into, by: act.user, now }, consumes);
}

async function confirm(doing: Doing): Promise<Result<unknown>> {
  const { action } = doing.act;
  switch (action.kind) {
    case 'change':
      return change(doing, action);
    case 'propose':
      return propose(doing, action);
    case 'accept':
      return accept(doing, action);
    case 'countdown':
      return countdown(doing, action);
    case 'set up':
      return doing.store.setUp(action.rows, doing.step.now, doing.consumes);
    case 'merge':
      return merge(doing, action);
  }
}

/** Looks at the preview and presses its button; why that was refused, or null. */
export async function perform(
  store: Store,
  step: Step,
  act: Act,
  broken: Breakage | null,
): Promise<string | null> {
  const done = (made: number) => textDone(sentenceOf(act.action, made));
  const doing = { store, step, act, broken, consumes: { press: act.press, done } };
  // Nobody presses a preview that they were not shown.
  const unseen = act.action.kind === 'accept' ? null : await preview(doing);
  if (unseen !== null) return unseen;
  const confirmed = await confirm(doing);
  return confirmed.ok ? null : confirmed.refusal.why;
}
