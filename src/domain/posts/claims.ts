/** What had been posted and is no longer right after a correction (rules 13a). */
import type { PlannedDelivery } from '../delivery.js';
import type { Entry } from '../entry.js';
import { sameVersion, versionId, type StoredPost } from '../post.js';
import type { Ultimatum, Version } from '../ultimatum.js';
import { weekClaim, type WeekSpan } from '../week.js';
import { aboutOf, type PlanInput } from './plan.js';

/** The correction among the entries of a change; null for every other change. */
function correctionIn(appended: readonly Entry[]): Entry | null {
  return appended.find(({ event }) => event.kind === 'corrected') ?? null;
}

/** What an announcement says of a deadline: its dates, and what it did to the one before. */
function deadlineClaim(ultimatum: Ultimatum, seq: number): unknown {
  const index = ultimatum.versions.findIndex(({ entry }) => entry === seq);
  const version = ultimatum.versions[index];
  if (version === undefined) return null;
  const { earliest, latest, bound, precision } = version.reading;
  const was = ultimatum.versions[index - 1]?.reading;
  return [earliest, latest, bound, precision, version.revision, was?.earliest, was?.latest];
}

/** What an announcement says of an outcome. */
function outcomeClaim(ultimatum: Ultimatum, seq: number): unknown {
  return ultimatum.outcomes
    .filter(({ entry }) => entry === seq)
    .map(({ target, outcome, headline, demand }) => [target, outcome, headline, demand]);
}

const isRemoved = (ultimatum: Ultimatum, seq: number): boolean =>
  ultimatum.corrections.some(
    ({ event }) => event.kind === 'corrected' && event.removes && event.corrects === seq,
  );

/** Whether the announcement of an entry says something that no longer holds. */
function isWrong(before: Ultimatum, after: Ultimatum, seq: number): boolean {
  const claims = (of: Ultimatum) =>
    JSON.stringify([deadlineClaim(of, seq), outcomeClaim(of, seq), isRemoved(of, seq)]);
  return claims(before) !== claims(after);
}

const sameDates = (a: Version, b: Version): boolean =>
  a.entry === b.entry && a.reading.earliest === b.reading.earliest && a.reading.latest === b.reading.latest;

/** Whether a post that was made says something that a change has set right. */
function saysWrong(before: Ultimatum, after: Ultimatum, { post, week }: PostedRow): boolean {
  switch (post.kind) {
    case 'announcement':
      return isWrong(before, after, post.entry);
    case 'passed':
    case 'milestone': {
      const version = before.versions.find((one) => sameVersion(versionId(one), post.version));
      return version !== undefined && !after.versions.some((one) => sameDates(one, version));
    }
    case 'digest':
      return week !== undefined && weekClaim(before, week) !== weekClaim(after, week);
    default:
      return false;
  }
}

/** A row that made a post, or is just making it. */
export interface PostedRow {
  readonly id: number;
  readonly channel: string;
  readonly post: StoredPost;
  /** The week that a post about a week speaks of. */
  readonly week?: WeekSpan;
}

/**
 * What sets right in public what `posted` says wrongly: one edit of each such post, and one silent post in each of their
 * channels. The card has an edit of its own. Nothing for what was never posted, and nothing of a hidden record.
 */
export function rectifications(
  planning: Pick<PlanInput, 'number' | 'before' | 'after' | 'appended' | 'now' | 'announceDelay'>,
  posted: readonly PostedRow[],
): readonly PlannedDelivery[] {
  const { number, before, after, appended, now, announceDelay } = planning;
  const cause = correctionIn(appended);
  if (cause === null || before === null || after.hidden !== null) return [];
  const wrong = posted.filter((row) => saysWrong(before, after, row));
  const due = now + announceDelay;
  const about = { number, version: aboutOf(planning).version };
  const edits = wrong.map(({ id, channel }): PlannedDelivery => ({
    post: { kind: 'edit', of: 'row', ...about, row: id, entry: cause.seq },
    channel,
    due,
    expires: null,
  }));
  const channels = [...new Set(wrong.map(({ channel }) => channel))];
  const said = channels.map((channel): PlannedDelivery => ({
    post: { kind: 'correction', ...about, entry: cause.seq },
    channel,
    due,
    expires: null,
  }));
  return [...edits, ...said];
}
