/** Time zones as people name them, and whose zone the days of a draft are in. */
import type { Context } from '../discord/command.js';
import { isZoneKnown } from '../domain/home-zone.js';
import type { ZoneOrigin } from '../domain/reading.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { findZone } from '../language/zones.js';
import { namesIn } from './names.js';

/** A zone (IANA) and where it comes from. */
export interface ZoneChoice {
  readonly zone: string;
  readonly from: ZoneOrigin;
}

/** Reads an IANA name, a city, or the visible text of a suggestion. */
export function readZone(typed: string): Result<string> {
  const zone = findZone(typed);
  return zone === null ? refuse({ why: 'bad-zone', given: typed }) : ok(zone);
}

export interface ZoneInput {
  /** As typed; it comes first. */
  readonly typed: string | undefined;
  /** What it is about; null for a new record. */
  readonly ultimatum: Ultimatum | null;
  /** As typed, semicolons between several. */
  readonly issuers: string | undefined;
}

/** The zone last typed or stated for one of the issuers; null where there is none. */
async function rememberedZone(issuers: readonly string[], { server }: Context): Promise<string | null> {
  for (const issuer of issuers) {
    const zone = await server.issuerZone(issuer);
    if (zone !== null) return zone;
  }
  return null;
}

/**
 * The zone as typed, else that of the ultimatum unless it was only assumed, else the one last typed or stated for the
 * issuer here, else the assumed one: that of the ultimatum or the server's (rules 3).
 */
export async function chooseZone(
  { typed, ultimatum, issuers }: ZoneInput,
  context: Context,
): Promise<Result<ZoneChoice>> {
  if (typed !== undefined && typed.trim() !== '') {
    const read = readZone(typed);
    return read.ok ? ok({ zone: read.value, from: 'stated' }) : read;
  }
  if (ultimatum !== null && isZoneKnown(ultimatum.entries))
    return ok({ zone: ultimatum.zone, from: 'issuer' });
  const names = ultimatum === null ? namesIn(issuers) : ultimatum.issuers;
  const remembered = await rememberedZone(names, context);
  if (remembered !== null) return ok({ zone: remembered, from: 'issuer' });
  const { zone: server } = context.settings;
  const zone = ultimatum?.zone ?? server;
  return ok({ zone, from: zone === server ? 'server' : 'issuer' });
}
