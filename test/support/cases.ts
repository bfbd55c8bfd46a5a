/** Ultimatums of known ends, for whatever counts them. */
import type { Compliance, FollowThrough } from '../../src/domain/entry.js';
import { at, dayOf } from '../../src/domain/when.js';
import type { Store } from '../../src/store/port/index.js';
import { day, instant, make, moving, recording, WASHINGTON } from '../store/founding.js';

/** How one ended: what the target did, what the issuer did, and whether the deadline had been moved a week later. */
export interface PlayedCase {
  readonly compliance: Compliance;
  readonly followThrough: FollowThrough;
  readonly moved?: true;
}

const STATED = instant('2025-07-01T15:00:00Z');
const CLOSED = instant('2025-08-20T15:00:00Z');
/** The day before the deadline of 1 August, and four days after it. */
const COMPLIED = dayOf(instant('2025-07-31T15:00:00Z'), WASHINGTON);
const ACTED = dayOf(instant('2025-08-05T15:00:00Z'), WASHINGTON);

const source = {
  quote: null,
  url: 'https://www.example.com/news',
  outlet: null,
  grade: 'primary',
  archive: null,
  seenIn: null,
} as const;

/** Records cases of an issuer one after the other; the number of the first. */
export async function playCases(
  store: Store,
  guild: string,
  issuer: string,
  cases: readonly PlayedCase[],
): Promise<number> {
  let first: number | null = null;
  for (const { compliance, followThrough, moved } of cases) {
    const demand = `demand ${cases.length} of ${issuer}`;
    const record = recording({ issuers: [issuer], demand, deadline: day('2025-08-01'), stated: at(STATED) });
    const { number } = await make(store, null, record, STATED + 60_000, guild);
    first ??= number;
    if (moved)
      await make(
        store,
        number,
        moving('2025-08-08', '2025-07-20T15:00:00Z'),
        instant('2025-07-20T16:00:00Z'),
        guild,
      );
    await make(store, number, { verb: 'lapse' }, CLOSED, guild);
    const outcome = {
      compliance,
      followThrough,
      complied: ['full', 'partial', 'negotiated'].includes(compliance) ? COMPLIED : null,
      acted: ['full', 'partial', 'substitute'].includes(followThrough) ? ACTED : null,
      note: null,
    };
    const said = { stated: at(CLOSED), statements: [source] };
    await make(store, number, { verb: 'outcome', outcome, ...said }, CLOSED, guild);
  }
  return first ?? 0;
}

export const MET: PlayedCase = { compliance: 'full', followThrough: 'not-due' };
export const PUNISHED: PlayedCase = { compliance: 'none', followThrough: 'full' };
export const EMPTY_THREAT: PlayedCase = { compliance: 'none', followThrough: 'none', moved: true };
