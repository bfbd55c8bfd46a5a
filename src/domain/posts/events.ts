/** Plans when the server's event of an ultimatum is brought into line with the record. */
import type { PlannedDelivery } from '../delivery.js';
import type { GuildSettings } from '../guild.js';
import type { RecordInstant } from '../instant.js';
import { standing } from '../standing.js';
import type { Ultimatum } from '../ultimatum.js';
import { EVENT_RULES } from '../verbs.js';
import type { PlanInput } from './plan.js';

/** The events of a server stand in no channel: their rows have the server's own id in its place. */
const placeOf = ({ guild }: Pick<GuildSettings, 'guild'>): string => guild;

/** One look at the event for each change of what it shows. */
export function eventChanges({
  guild,
  number,
  appended,
  now,
  announceDelay,
}: PlanInput): readonly PlannedDelivery[] {
  const cause = appended.findLast(({ event }) => EVENT_RULES[event.kind].onBoard);
  if (!guild.events || cause === undefined) return [];
  const due = now + (cause.by === null || cause.event.kind === 'hidden' ? 0 : announceDelay);
  const post = { kind: 'event', about: number, of: 'entry', entry: cause.seq } as const;
  return [{ post, channel: placeOf(guild), due, expires: null }];
}

/** One look because the settings were saved at `now`, ms UTC of the record's clock; the nearest deadline comes first. */
export function eventAgain(
  guild: Pick<GuildSettings, 'guild'>,
  number: number,
  after: Ultimatum,
  now: RecordInstant,
): PlannedDelivery {
  const ends = standing(after, 'open').map(({ reading }) => reading.latest);
  const nearest = Math.min(...ends);
  const post = { kind: 'event', about: number, of: 'settings', since: now } as const;
  const expires = Number.isFinite(nearest) && nearest > now ? nearest : null;
  return { post, channel: placeOf(guild), due: now, expires };
}
