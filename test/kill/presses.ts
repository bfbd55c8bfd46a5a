import type { Proposal, Store } from '../../src/store/port/index.js';
import { doneText } from '../support/done.js';
import type { Act, Action, Course } from './orders.js';

/** The key of a preview; the last one's is the press itself. */
export const keyOf = ({ press, earlier }: Act, index: number): string =>
  index === earlier ? press : `${press}.${index}`;

/** What an earlier preview says once a newer one took its place. */
export const REPLACED = 'It was changed; the newer preview holds.';

/** What a used press says it did. `made`: the number of the ultimatum or the id of the countdown. */
export function sentenceOf({ kind }: Action, made: number): string {
  switch (kind) {
    case 'change':
      return `Saved as U-${made}.`;
    case 'countdown':
      return `Saved as countdown ${made}.`;
    case 'propose':
      return 'Proposed. A curator will look at it.';
    case 'accept':
      return 'Accepted and recorded.';
    case 'set up':
      return 'This server is set up.';
    case 'merge':
      return 'They are one issuer now.';
  }
}

/** Whether something in the record came from a press: its key is in it. */
export const isFrom = (press: string, made: unknown): boolean =>
  new RegExp(`["/]${press}"`).test(JSON.stringify(made));

export const courseOf = ({ guild, channel, cron, zone, scope }: Course): string =>
  JSON.stringify([guild, channel, cron, zone, scope]);

export async function proposalsOf(store: Store, guild: string): Promise<readonly Proposal[]> {
  const statuses = ['proposed', 'accepted', 'declined', 'stale'] as const;
  const all = await Promise.all(statuses.map((status) => store.proposals(guild, status)));
  return all.flat();
}

/** What became of a press. */
export interface Pressed {
  /** Whether it was used, and whether what it then says is so. */
  readonly state: 'gone' | 'open' | 'true' | 'untrue';
  /** How often what it asks for is there. */
  readonly acts: number;
}

/** What the record holds: the number or id of each thing that a press made. */
async function madeBy(store: Store, guild: string, { press, action }: Act): Promise<readonly number[]> {
  if (action.kind === 'change' || action.kind === 'accept') {
    const key = action.kind === 'change' ? press : action.proposed;
    const { rows } = await store.list(guild, { limit: 1000 });
    const ledgers = await Promise.all(rows.map(({ number }) => store.entries(guild, number)));
    return ledgers.flatMap((entries, index) =>
      entries.filter((entry) => isFrom(key, entry)).map(() => rows[index]?.number ?? 0),
    );
  }
  if (action.kind === 'propose')
    return (await proposalsOf(store, guild))
      .filter(({ command }) => isFrom(press, command))
      .map(({ id }) => id);
  if (action.kind === 'merge') {
    const known = await store.issuers(guild);
    return known.some(({ aliases }) => aliases.includes(action.from)) ? [0] : [];
  }
  const course = action.kind === 'countdown' ? action.course : action.rows.schedule;
  const schedules = await store.schedules(guild);
  return schedules.filter((one) => course !== null && courseOf(one) === courseOf(course)).map(({ id }) => id);
}

async function accepted(store: Store, guild: string, proposed: string): Promise<Pressed['state']> {
  const all = await proposalsOf(store, guild);
  const status = all.find(({ command }) => isFrom(proposed, command))?.status ?? 'gone';
  if (status === 'gone') return status;
  return status === 'proposed' ? 'open' : status === 'accepted' ? 'true' : 'untrue';
}

async function stateOf(store: Store, key: string, sentences: readonly string[]): Promise<Pressed['state']> {
  const row = await store.pending(key);
  if (row === null) return 'gone';
  if (row.done === null) return 'open';
  return sentences.includes(doneText(row.done)) ? 'true' : 'untrue';
}

async function pressed(
  store: Store,
  guild: string,
  act: Act,
): Promise<readonly (readonly [string, Pressed])[]> {
  const { press, action, earlier } = act;
  const made = await madeBy(store, guild, act);
  const acts = made.length;
  if (action.kind === 'accept')
    return [[press, { state: await accepted(store, guild, action.proposed), acts }]];
  const sentences = made.map((one) => sentenceOf(action, one));
  const last = [press, { state: await stateOf(store, press, sentences), acts }] as const;
  const before = Array.from({ length: earlier }, async (_, index) => {
    const newer = await store.pending(keyOf(act, index + 1));
    const state = await stateOf(store, keyOf(act, index), [REPLACED]);
    return [keyOf(act, index), { state, acts: newer === null ? 0 : 1 }] as const;
  });
  return [...(await Promise.all(before)), last];
}

/** What became of every button that people had in front of them, by its key. */
export async function pressesOf(
  store: Store,
  guild: string,
  acts: readonly Act[],
): Promise<ReadonlyMap<string, Pressed>> {
  const all = await Promise.all(acts.map((act) => pressed(store, guild, act)));
  return new Map(all.flat());
}

/** Everything people set up, proposed and named, without the ids that an engine gave it. */
export async function keptOf(store: Store, guild: string): Promise<readonly string[]> {
  const [settings, reminderPlans, schedules, boards, issuers, proposals] = await Promise.all([
    store.settings(guild),
    store.reminderPlans(guild),
    store.schedules(guild),
    store.boards(guild),
    store.issuers(guild),
    proposalsOf(store, guild),
  ]);
  const kept = {
    settings: [settings],
    reminderPlan: reminderPlans,
    schedule: schedules.map(({ id: _id, ...schedule }) => schedule),
    board: boards.map(({ channel, version, status }) => ({ channel, version, status })),
    issuer: issuers,
    proposal: proposals.map(({ id: _id, ...proposal }) => proposal),
  };
  return Object.entries(kept).flatMap(([what, all]) => all.map((one) => `${what} ${JSON.stringify(one)}`));
}
