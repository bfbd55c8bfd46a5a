/** Loads which ultimatums lead to one. */
import { incomingFrom, type IncomingLink } from '../../domain/outgoing.js';
import type { GuildRecord } from './guild.js';

/** How visible ultimatums lead to this one today (rules 30, 34). */
export async function incomingLinks(
  number: number,
  record: Pick<GuildRecord, 'linkingTo' | 'ultimatum'>,
): Promise<readonly IncomingLink[]> {
  const numbers = await record.linkingTo(number);
  const found = await Promise.all(
    numbers.map(async (from) => incomingFrom(from, await record.ultimatum(from), number)),
  );
  return found.flat();
}
