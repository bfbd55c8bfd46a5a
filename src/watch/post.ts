import type { Delivery } from '../domain/delivery.js';
import type { Settlement, Store } from '../store/port.js';

export interface Posting {
  readonly store: Store;
  /** Posts one claimed delivery; never throws. */
  readonly send: (delivery: Delivery, now: number) => Promise<Settlement>;
  /** Real time, ms: for leases. */
  readonly real: () => number;
  /** Rows claimed at a time: as many as are sent in about two seconds. */
  readonly batch: number;
}

const LEASE_MS = 30_000;
export const MOST_AT_ONCE = 100;

async function deliver({ store, send }: Posting, delivery: Delivery, now: number): Promise<void> {
  const missed = delivery.expires !== null && now >= delivery.expires;
  const settlement = missed
    ? ({ kind: 'skipped', reason: 'missed: it was too late to be worth posting' } as const)
    : await send(delivery, now);
  await store.settle(delivery.id, settlement, now);
}

function byChannel(claimed: readonly Delivery[]): readonly (readonly Delivery[])[] {
  const channels = new Map<string, Delivery[]>();
  for (const row of claimed) channels.set(row.channel, [...(channels.get(row.channel) ?? []), row]);
  return [...channels.values()];
}

/** Posts of one channel keep their order; a slow or dead channel holds up no other. How many were claimed. */
export async function postDue(posting: Posting, now: number): Promise<number> {
  const { store, real, batch } = posting;
  const limit = Math.max(1, Math.min(MOST_AT_ONCE, batch));
  const claimed = await store.claim({ now, real: real(), leaseUntil: real() + LEASE_MS, limit });
  await Promise.all(
    byChannel(claimed).map(async (rows) => {
      for (const row of rows) await deliver(posting, row, now);
    }),
  );
  return claimed.length;
}
