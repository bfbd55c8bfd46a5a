/** What the two axes of an outcome say in common. */
import type { Compliance, FollowThrough } from './entry.js';

const COMPLIED: ReadonlySet<Compliance> = new Set(['full', 'partial', 'negotiated']);
const ACTED: ReadonlySet<FollowThrough> = new Set(['full', 'partial', 'substitute']);

/** Whether the target did something, so that the outcome needs the day it did (rules 15). */
export const hasComplied = (compliance: Compliance): boolean => COMPLIED.has(compliance);

/** Whether the issuer did something, so that the outcome needs the day it did (rules 15). */
export const hasActed = (followThrough: FollowThrough): boolean => ACTED.has(followThrough);
