/** Time zones as people name them, and whose zone the days of a draft are in. */
import type { Context } from '../discord/command.js';
import type { ZoneOrigin } from '../domain/reading.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import { findZone } from '../language/zones.js';

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
  /** That of the ultimatum it is about; null for a new record. */
  readonly recorded: string | null;
  readonly issuer: string | undefined;
}

/** The zone as typed, else that of the ultimatum, else that of the issuer's last record here, else the server's. */
export async function chooseZone(
  { typed, recorded, issuer }: ZoneInput,
  { server, settings }: Context,
): Promise<Result<ZoneChoice>> {
  if (typed !== undefined && typed.trim() !== '') {
    const read = readZone(typed);
    return read.ok ? ok({ zone: read.value, from: 'stated' }) : read;
  }
  if (recorded !== null) return ok({ zone: recorded, from: 'issuer' });
  const remembered = issuer === undefined ? null : await server.issuerZone(await server.issuer(issuer));
  return ok(
    remembered === null ? { zone: settings.zone, from: 'server' } : { zone: remembered, from: 'issuer' },
  );
}
