/** How an ultimatum leads to others: by links, and by the one that replaced it. */
import type { LinkKind } from './entry.js';
import type { Ultimatum } from './ultimatum.js';

/** How it belongs to another one: a link, or that the other one replaced it. */
export type Relation = LinkKind | 'replaced-by';

export interface OutgoingLink {
  /** The number of the other one. */
  readonly to: number;
  readonly as: Relation;
}

/** The others that it leads to today; none where it is hidden or does not exist. */
export function outgoing(ultimatum: Ultimatum | null): readonly OutgoingLink[] {
  if (ultimatum === null || ultimatum.hidden !== null) return [];
  const { links, supersededBy } = ultimatum;
  return [
    ...links.map(({ to, as }) => ({ to, as })),
    ...(supersededBy === null ? [] : [{ to: supersededBy, as: 'replaced-by' } as const]),
  ];
}

/** Another ultimatum, and how it leads to this one. */
export interface IncomingLink {
  readonly from: number;
  readonly as: Relation;
}

/** How `other`, of number `from`, leads to `number`. */
export function incomingFrom(from: number, other: Ultimatum | null, number: number): readonly IncomingLink[] {
  return outgoing(other).flatMap(({ to, as }) => (to === number ? [{ from, as }] : []));
}
