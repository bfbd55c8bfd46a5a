/** Outcomes in English: what the target did, and what the issuer did about the threat. */
import type { Compliance, FollowThrough } from '../../domain/entry.js';
import type { Text } from '../parts.js';
import { t } from '../text.js';

const compliance: Readonly<Record<Compliance, Text>> = {
  full: t`met the demand`,
  partial: t`met the demand in part`,
  negotiated: t`settled by negotiation`,
  none: t`did not meet the demand`,
  'not-codable': t`the sources do not tell`,
};

const followThrough: Readonly<Record<FollowThrough, Text>> = {
  full: t`carried out the threat`,
  partial: t`carried out the threat in part`,
  substitute: t`did something else instead`,
  none: t`did not carry out the threat`,
  'not-due': t`had no reason to act on the threat`,
  'not-codable': t`the sources do not tell`,
};

export const outcomes = { compliance, followThrough };
