import type { Proposal } from '../../src/store/port/index.js';
import { DAY } from '../domain/support.js';
import { doneText } from '../support/done.js';
import { hasMark, REPLACED, sentenceOf, type Button } from './button.js';
import type { World } from './world.js';

/** Previews that are older may be gone. */
const KEPT = 7 * DAY;

/** What is in the record in the end, by the mark of the button that made it: numbers and ids. */
interface Made {
  /** Of entries, whoever confirmed them: one number for each time. */
  readonly recorded: (mark: string) => readonly number[];
  readonly proposed: (mark: string) => readonly Proposal[];
  readonly scheduled: (mark: string) => readonly number[];
}

async function madeIn({ chronicle, cellar, guild }: World): Promise<Made> {
  const { store } = cellar;
  const statuses = ['proposed', 'accepted', 'declined', 'stale'] as const;
  const proposals = (await Promise.all(statuses.map((status) => store.proposals(guild, status)))).flat();
  const schedules = await store.schedules(guild);
  const changes = [...chronicle.chapters].flatMap(([number, chapters]) =>
    chapters.map(({ appended }) => ({ number, text: JSON.stringify(appended) })),
  );
  return {
    recorded: (mark) => changes.filter(({ text }) => text.includes(`${mark}"`)).map(({ number }) => number),
    proposed: (mark) => proposals.filter(({ command }) => hasMark(command, mark)),
    scheduled: (mark) => schedules.filter(({ scope }) => hasMark(scope, mark)).map(({ id }) => id),
  };
}

function actsOf({ kind, mark }: Button, made: Made): readonly number[] {
  if (kind === 'change') return made.recorded(mark);
  return kind === 'propose' ? made.proposed(mark).map(({ id }) => id) : made.scheduled(mark);
}

/** A preview that gave way to a newer one, which is there, did nothing. */
async function replaced({ cellar, chronicle }: World, { key, newer }: Button): Promise<void> {
  if (newer === null || (await cellar.store.pending(newer.key)) === null)
    chronicle.fault(`${key} gave way to a preview that is not there`);
}

/** Used exactly where what it asks for is there, and whoever pressed it was told so. */
async function used(world: World, button: Button, made: Made, latest: number): Promise<void> {
  const { cellar, chronicle } = world;
  const { key, kept, told, done: answered } = button;
  const row = await cellar.store.pending(key);
  if (row === null) {
    if (kept !== null && latest - kept < KEPT) chronicle.fault(`the preview of ${key} is gone`);
    return;
  }
  const done = row.done === null ? null : doneText(row.done);
  const acts = actsOf(button, made);
  if (acts.length > 1) chronicle.fault(`${key} acted ${acts.length} times`);
  if (done === REPLACED) return replaced(world, button);
  const says = acts.map((act) => sentenceOf(button, act));
  if (done !== null && acts.length === 0) chronicle.fault(`${key} is used and did nothing`);
  else if (done !== null && !says.includes(done))
    chronicle.fault(`${key} did ${says.join()}, and says ${done}`);
  // Of two buttons of one countdown the one is refused, and stays open.
  if (done === null && acts.length > 0 && !(await spokenFor(world, button)))
    chronicle.fault(`${key} acted and is open`);
  if (answered > (done === null ? 0 : 1))
    chronicle.fault(`${answered} presses of ${key} were told that they did it`);
  for (const what of told) if (what !== done) chronicle.fault(`${key} was told ${what}, and says ${done}`);
}

/** Whether the other button of the same countdown is the one that was used. */
async function spokenFor({ buttons, cellar }: World, { key, mark }: Button): Promise<boolean> {
  for (const other of buttons) {
    if (other.mark !== mark || other.key === key) continue;
    const done = (await cellar.store.pending(other.key))?.done ?? null;
    if (done !== null && doneText(done) !== REPLACED) return true;
  }
  return false;
}

/** Accepted is what was recorded, once, and the other way round. */
function accepted({ chronicle }: World, { key }: Button, made: Made): void {
  const times = made.recorded(key).length;
  const [proposal] = made.proposed(key);
  if (times > 1) chronicle.fault(`the proposal of ${key} was recorded ${times} times`);
  if (proposal?.status === 'accepted' && times === 0)
    chronicle.fault(`the proposal of ${key} is accepted and was never recorded`);
  if (proposal?.status !== 'accepted' && times > 0)
    chronicle.fault(`the proposal of ${key} was recorded and is ${proposal?.status}`);
}

/** Each button that was pressed did what it asks for once, and says so, or nothing, and is open. */
export async function pressed(world: World): Promise<void> {
  const made = await madeIn(world);
  const latest = Math.max(0, ...world.buttons.map(({ kept }) => kept ?? 0));
  for (const button of world.buttons) {
    await used(world, button, made, latest);
    if (button.kind === 'propose') accepted(world, button, made);
  }
}
