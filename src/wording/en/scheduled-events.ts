/** The events of deadlines in English. */
import type { Text } from '../parts.js';
import { t, textOf } from '../text.js';

export const scheduledEvents = {
  name: (subject: Text, parties: Text): Text => t`${subject}: ${parties}`,
  demand: (demand: Text): Text => t`Demand: ${demand}`,
  threat: (threat: Text): Text => t`Otherwise: ${threat}`,
  kept: (marker: string): Text => t`This event follows the record. Reference: ${textOf(marker)}`,
};
