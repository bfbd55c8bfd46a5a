import type { Command } from '../../src/domain/entry.js';
import { decide } from '../../src/domain/decide/index.js';
import type { Refusal, Result } from '../../src/domain/refusal.js';
import type { Consumes, Store } from '../../src/store/port/index.js';
import { DAY, MINUTE } from '../domain/support.js';
import { doneText, textDone } from '../support/done.js';
import { hasMark, newButton, REPLACED, sentenceOf, type Button, type Draft } from './button.js';
import { crash } from './faults.js';
import { act, record } from './people.js';
import { FAR, TYPED, type World } from './world.js';

const SECOND = 1000;
/** How often somebody who is not answered tries again. */
const TRIES = 3;

const decided =
  ({ number, command }: Draft, now: number) =>
  (entries: Parameters<typeof decide>[0]) =>
    decide(entries, command, { now, by: 'ana', number: number ?? 0 });

/** What a press asks of the store. */
function confirm(world: World, button: Button, store: Store): Promise<Result<unknown>> {
  const { guild, setting, scheduler } = world;
  const { kind, user, draft, mark } = button;
  const now = scheduler.record;
  const consumes: Consumes = { press: button.key, done: (made) => textDone(sentenceOf(button, made)) };
  if (kind === 'countdown' || draft === null) {
    const scope = { kind: 'tag', tag: mark } as const;
    const course = { guild, channel: FAR, cron: '0 9 * * *', zone: setting.zone, scope, author: user };
    // Paused, so that it posts nothing: another countdown fires.
    const state = { status: 'paused', broken: null, next: now + DAY, last: null } as const;
    return store.addSchedule({ ...course, ...state }, consumes);
  }
  const { number, command } = draft;
  if (kind === 'propose')
    return store.propose({ guild, user, by: user, number, command, channel: TYPED, recorded: now }, consumes);
  const options = { now, announceDelay: setting.delay, channel: TYPED, consumes };
  return store.change(guild, number, decided(draft, now), options);
}

/** One interaction, by whoever is there to take it; null where nobody answers, for the time being or any more. */
async function asked<T>(world: World, work: (store: Store) => Promise<Result<T>>): Promise<Result<T> | null> {
  const { random, workers, setting } = world;
  const alive = workers.flatMap((worker, index) => (worker.alive ? [index] : []));
  if (alive.length === 0) return null;
  const index = random.pick(alive);
  if (setting.weather !== 'calm' && random.chance(0.15)) crash(world, index, random.between(1, 4));
  return (await workers[index]?.handle(work)) ?? null;
}

function later(world: World, work: () => Promise<void>): void {
  const { random, scheduler } = world;
  const wait = random.pick([2 * SECOND, 90 * SECOND, 20 * MINUTE]);
  scheduler.at(scheduler.real + wait, () => world.doing(work));
}

const refusalOf = (answer: Result<unknown>): Refusal | null => (answer.ok ? null : answer.refusal);

/** Presses it, and once more some time later if nobody answers. */
async function press(world: World, button: Button, tries = TRIES): Promise<void> {
  const { key } = button;
  const answer = await asked(world, (store) => confirm(world, button, store));
  if (answer === null) {
    world.log(`${key} is not answered`);
    if (tries > 0) later(world, () => press(world, button, tries - 1));
    return;
  }
  const refusal = refusalOf(answer);
  world.log(`${key} ${button.kind}: ${refusal?.why ?? 'done'}`);
  if (refusal === null) button.done += 1;
  if (refusal?.why === 'already-pressed') button.told.add(doneText(refusal.done));
}

/** Keeps its preview, in the place of an older one; true once it is seen. */
async function show(world: World, button: Button, older: Button | null = null): Promise<boolean> {
  const { guild, scheduler } = world;
  const { key, user, kind: flow, draft: state } = button;
  const created = scheduler.record;
  const replaces = older === null ? undefined : { press: older.key, done: () => textDone(REPLACED) };
  const kept = await asked(world, (store) =>
    store.savePending({ key, guild, user, flow, state, created, done: null }, replaces),
  );
  if (kept?.ok !== true) return false;
  button.kept = created;
  return true;
}

/** The same again with other words: the older preview gives way, and its button is pressed at times all the same. */
async function replace(world: World, older: Button): Promise<void> {
  const button = newButton(world, older, older.draft, older.kind === 'countdown' ? older.mark : undefined);
  older.newer = button;
  if (await show(world, button, older)) await press(world, button);
  if (world.random.chance(0.5)) await press(world, older);
}

/** What somebody does with a preview. */
async function use(world: World, button: Button): Promise<void> {
  const how = world.random.weighted([
    [8, 'once'],
    [1, 'twice'],
    [1, 'again'],
    [1, 'later'],
    [1, 'replaced'],
    [0.3, 'never'],
  ] as const);
  switch (how) {
    case 'once':
      return press(world, button);
    case 'twice':
      await Promise.all([press(world, button), press(world, button)]);
      return;
    case 'again':
      later(world, () => press(world, button));
      return press(world, button);
    case 'later':
      return later(world, () => press(world, button));
    case 'replaced':
      return replace(world, button);
    case 'never':
      return;
  }
}

async function present(world: World, button: Button): Promise<void> {
  if (await show(world, button)) await use(world, button);
}

/** Something to do to an ultimatum, or a new one. */
function drafted(world: World): Draft {
  const { random, person, chronicle, scheduler } = world;
  const numbers = [...chronicle.chapters.keys()];
  const number = numbers.length === 0 || random.chance(0.12) ? null : random.pick(numbers);
  const ultimatum = number === null ? null : chronicle.ultimatum(number);
  const now = scheduler.record;
  return { number, command: ultimatum === null ? record(person, now) : act(person, ultimatum, now) };
}

/** A curator records or revises; refusals are part of life. */
export async function happening(world: World): Promise<void> {
  const button = newButton(world, { kind: 'change', user: 'ana' }, drafted(world));
  await present(world, button);
}

/** The last thing done to an ultimatum is taken back by the button that was shown with it. */
export async function undoing(world: World): Promise<void> {
  const { random, chronicle } = world;
  const numbers = [...chronicle.chapters.keys()];
  if (numbers.length === 0) return;
  const number = random.pick(numbers);
  const appended = chronicle.chapters.get(number)?.at(-1)?.appended ?? [];
  const seq = appended.findLast(({ by }) => by !== null)?.seq;
  if (seq === undefined) return;
  const command: Command =
    seq === 1
      ? { verb: 'hide', reason: '' }
      : { verb: 'correct', entry: seq, fields: {}, removes: true, reason: '' };
  await present(world, newButton(world, { kind: 'change', user: 'ana' }, { number, command }));
}

/** Mostly by the same member, who may have three waiting. */
export async function proposing(world: World): Promise<void> {
  const user = world.random.pick(['ben', 'ben', 'ben', 'cleo']);
  await present(world, newButton(world, { kind: 'propose', user }, drafted(world)));
}

/** A countdown is set up, at times the same one by two previews. */
export async function countingDown(world: World): Promise<void> {
  const button = newButton(world, { kind: 'countdown', user: 'mod' }, null);
  await present(world, button);
  if (world.random.chance(0.4)) await present(world, newButton(world, button, null, button.mark));
}

async function accept(world: World, id: number, draft: Draft, tries = TRIES): Promise<void> {
  const { guild, scheduler, setting } = world;
  const now = scheduler.record;
  const options = { now, announceDelay: setting.delay, channel: TYPED };
  const answer = await asked(world, (store) =>
    store.acceptProposal(guild, id, 'ana', decided(draft, now), options),
  );
  if (answer === null && tries > 0) later(world, () => accept(world, id, draft, tries - 1));
  if (answer !== null) world.log(`the proposal is accepted: ${refusalOf(answer)?.why ?? 'done'}`);
}

/** A curator accepts the oldest proposal that waits, at times two of them at once. */
export async function accepting(world: World): Promise<void> {
  const { guild, random, store, buttons } = world;
  const [proposal] = await store.proposals(guild, 'proposed');
  const button = buttons.find(({ mark }) => hasMark(proposal?.command, mark));
  const draft = button?.draft ?? null;
  if (proposal === undefined || draft === null) return;
  const curators = random.chance(0.3) ? ['ana', 'zoe'] : ['ana'];
  await Promise.all(curators.map(() => accept(world, proposal.id, draft)));
}
