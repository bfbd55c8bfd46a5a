/** Counts what stands in the channels against what was planned. */
import type { LocalDiscord } from '../../src/playground/index.js';
import type { Store } from '../../src/store/port/index.js';
import type { Place } from './places.js';

/** By their markers; all empty where each post that was planned stands once. */
export interface Posts {
  readonly wanted: number;
  readonly sent: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Posted and not planned, or noted as anything but sent. */
  readonly stray: readonly string[];
}

const MARKER = /:([\w-]{22})"/;
const MOST = 100_000;

/** Compares the channels of all places with the record. */
export async function countPosts(
  discord: LocalDiscord,
  store: Store,
  places: readonly Place[],
): Promise<Posts> {
  const found = new Map<string, number>();
  for (const { announced } of places)
    for (const { faces } of discord.messages(announced)) {
      const marker = MARKER.exec(JSON.stringify(faces[0]?.components))?.[1] ?? 'no marker';
      found.set(marker, (found.get(marker) ?? 0) + 1);
    }
  const rows = new Map<string, string>();
  for (const { guild } of places)
    for (const { nonce, status } of await store.deliveries(guild, { kind: 'announcement', limit: MOST }))
      rows.set(nonce, status);
  const markers = [...found.keys()];
  return {
    wanted: rows.size,
    sent: markers.length,
    lost: [...rows].filter(([nonce]) => !found.has(nonce)).map(([nonce, status]) => `${nonce} ${status}`),
    doubled: markers.filter((marker) => (found.get(marker) ?? 0) > 1),
    stray: markers
      .filter((marker) => rows.get(marker) !== 'sent')
      .map((one) => `${one} ${rows.get(one) ?? 'unknown'}`),
  };
}

/** How many posts are planned and not settled. */
export async function unsettled(store: Store): Promise<number> {
  const left = (await store.counts()).filter(({ status }) => status === 'pending' || status === 'claimed');
  return left.reduce((sum, { count }) => sum + count, 0);
}
