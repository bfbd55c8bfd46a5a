/** Whether an ultimatum of a file is on record already, or close to one that is. */
import { folded } from '../../codec/record/derived.js';
import type { Entry } from '../../domain/entry.js';
import { DAY } from '../../domain/durations.js';
import { edtfOf } from '../../domain/local-dates.js';
import { foldName } from '../../domain/names.js';
import type { RecordInstant } from '../../domain/instant.js';

/** Issuers and targets, the day on which it was stated, and its first deadline. */
interface Identity {
  readonly parties: string;
  readonly stated: string;
  /** ms UTC. */
  readonly at: RecordInstant;
  /** `latest` in ms UTC, or the words without a date. */
  readonly deadline: string;
}

const namesOf = (names: readonly string[]) => names.map(foldName).toSorted().join(';');

function identityOf(entries: readonly Entry[]): Identity | null {
  const it = folded(entries);
  if (it === null) return null;
  const first = it.versions[0]?.reading.latest ?? it.undated?.words ?? '';
  return {
    parties: `${namesOf(it.issuers)}>${namesOf(it.targets)}`,
    stated: edtfOf(it.stated, it.zone),
    at: it.stated.start,
    deadline: String(first),
  };
}

/** Stated so close to each other, two of the same parties may be one. */
const CLOSE_MS = 3 * DAY;

const isSame = (a: Identity, b: Identity) => a.stated === b.stated && a.deadline === b.deadline;
const isNear = (a: Identity, b: Identity) =>
  Math.abs(a.at - b.at) <= CLOSE_MS || (a.deadline !== '' && a.deadline === b.deadline);

/** What is on record, to be compared with. */
export class KnownRecord {
  readonly #known = new Map<string, { readonly number: number; readonly identity: Identity }[]>();

  add(number: number, entries: readonly Entry[]): void {
    const identity = identityOf(entries);
    if (identity === null) return;
    const same = this.#known.get(identity.parties) ?? [];
    same.push({ number, identity });
    this.#known.set(identity.parties, same);
  }

  /** The number of the same one, or of a near one; null where there is neither. */
  find(entries: readonly Entry[]): { readonly number: number; readonly same: boolean } | null {
    const identity = identityOf(entries);
    const known = identity === null ? [] : (this.#known.get(identity.parties) ?? []);
    if (identity === null) return null;
    const same = known.find((one) => isSame(one.identity, identity));
    const found = same ?? known.find((one) => isNear(one.identity, identity));
    return found === undefined ? null : { number: found.number, same: same !== undefined };
  }
}
