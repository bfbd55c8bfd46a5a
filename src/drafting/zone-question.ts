/** Whose time zone a new record is in, where only the server's could be assumed and the issuer has one of their own. */
import { isDated, type Reading } from '../domain/reading.js';
import { localTime } from '../domain/zone.js';
import { homeZones } from '../language/names/close.js';
import type { DraftedCommand } from './draft-to-command.js';
import { namesIn } from './names.js';

/** A time zone that has to be confirmed. */
export interface ZoneQuestion {
  readonly issuer: string;
  /** IANA names: at most four of the issuer, the likeliest first, then the server's. */
  readonly zones: readonly string[];
}

/** Most countries have one; of the others these are offered. */
const MOST_ZONES = 4;

/** Whether the clocks of two zones agree at the ends of a reading. */
function agree(a: string, b: string, { earliest, latest }: Reading): boolean {
  const instants = [earliest, latest].filter((instant) => instant !== null);
  return instants.every((instant) => localTime(instant, a).offset === localTime(instant, b).offset);
}

/** The zone to ask about; null where one was typed, stated or remembered, or where the server's would be the same. */
export function zoneQuestion({ draftContext, reading, question }: DraftedCommand): ZoneQuestion | null {
  const { draft, zoneChoice, context } = draftContext;
  const [issuer] = namesIn(draft.typed.issuer);
  if (draft.verb !== 'record' || zoneChoice.from !== 'server' || issuer === undefined) return null;
  const readings = question?.candidates ?? (reading === null ? [] : [reading]);
  const dated = readings.filter((one) => isDated(one) && one.zoneFrom !== 'stated');
  const { zone: server } = context.settings;
  const homes = homeZones(issuer).slice(0, MOST_ZONES);
  const [home] = homes;
  if (home === undefined || dated.every((one) => agree(home, server, one))) return null;
  return { issuer, zones: [...homes.filter((zone) => zone !== server), server] };
}
