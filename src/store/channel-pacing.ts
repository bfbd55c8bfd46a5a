/** How many messages a channel takes in how many seconds. */

/** Discord lets a bot send about five messages in five seconds to one channel; a quarter second more is for the way. */
export const CHANNEL_COUNT = 5;
const CHANNEL_MS = 5250;

/** What may be sent next, as far as one claim looks ahead: instants, ascending, ms of the clock that all processes share. */
export type Slots = readonly number[];

interface ForChannel {
  readonly channel: string;
}

export interface PacedRows<Row> {
  /** What may be sent, each at an instant of its own. */
  readonly granted: readonly { readonly row: Row; readonly at: number }[];
  /** What has to wait because its channel was sent enough of late, and until when. */
  readonly busy: readonly { readonly row: Row; readonly until: number }[];
  /** The last instants of every channel that was granted one, oldest first. */
  readonly recent: ReadonlyMap<string, readonly number[]>;
}

/** From when on a channel takes another message. */
function freeFrom(recent: readonly number[]): number {
  const oldest = recent.length < CHANNEL_COUNT ? undefined : recent.at(-CHANNEL_COUNT);
  return oldest === undefined ? 0 : oldest + CHANNEL_MS;
}

/**
 * Gives out `slots` in the order of `rows`, passing over channels that were sent enough of late (`recent`, each oldest
 * first): a busy one holds up no other, and its rows keep their order. Rows without a slot are in neither list.
 */
export function paceByChannel<Row extends ForChannel>(
  rows: readonly Row[],
  slots: Slots,
  recent: ReadonlyMap<string, readonly number[]>,
): PacedRows<Row> {
  const granted: { row: Row; at: number }[] = [];
  const busy: { row: Row; until: number }[] = [];
  const channels = new Map<string, readonly number[]>();
  for (const row of rows) {
    const at = slots[granted.length];
    if (at === undefined) break;
    const last = channels.get(row.channel) ?? recent.get(row.channel) ?? [];
    const until = freeFrom(last);
    if (until > at) {
      busy.push({ row, until });
    } else {
      granted.push({ row, at });
      channels.set(row.channel, [...last, at].slice(-CHANNEL_COUNT));
    }
  }
  return { granted, busy, recent: channels };
}
