/** The machine's time of a claim. */
import { wallInstant, type WallInstant } from '../../src/domain/instant.js';

/** What a worker asks for at `at` with a lease until `until`, both ms of the machine's clock. */
export function leased(at: number, until: number): { wallNow: WallInstant; leaseUntil: WallInstant } {
  return { wallNow: wallInstant(at), leaseUntil: wallInstant(until) };
}
