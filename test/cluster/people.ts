/** People who use commands all the time, whatever becomes of their answers. */
import { setInterval as ticks } from 'node:timers/promises';
import type { PersonClient } from '../../src/playground/index.js';
import type { Cluster } from './cluster.js';

type Act = (person: PersonClient, index: number) => Promise<unknown>;

async function record(person: PersonClient, index: number): Promise<void> {
  const preview = await person.type('/ultimatum record', {
    issuer: `Speaker ${index}`,
    target: 'Serbia',
    demand: `leave valley ${index}`,
    deadline: '50 days',
    source: `https://example.org/${index}`,
  }).done;
  await person.press(preview, 'Record').done;
}

const ACTS: readonly Act[] = [
  (person) => person.type('/ultimatum show', { ultimatum: 'U-1' }).done,
  (person) => person.type('/ultimatum list').done,
  (person) => person.suggest('/ultimatum show', {}, 'ultimatum', 'Russia'),
  record,
];

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('Nobody is here.');
  return found;
};

export interface Using {
  readonly everyMs: number;
  /** Under way at the same time: a machine that cannot keep up is not asked for more. */
  readonly atMost: number;
  /** Says to stop. */
  readonly signal: AbortSignal;
}

/** Begins something new again and again; resolves when the last answers are there, or will not come. */
export async function useCommands(
  { discord, places, conversations }: Pick<Cluster, 'discord' | 'places' | 'conversations'>,
  { everyMs, atMost, signal }: Using,
): Promise<void> {
  let index = 0;
  for await (const _ of ticks(everyMs)) {
    conversations.look();
    if (signal.aborted && conversations.open === 0) return;
    if (signal.aborted || conversations.open >= atMost) continue;
    const { people, desk } = at(places, index);
    const person = discord.as(at(people, Math.floor(index / places.length)), desk);
    // Who is not answered is counted by the conversations.
    at(ACTS, index)(person, index).catch(() => undefined);
    index += 1;
  }
}
