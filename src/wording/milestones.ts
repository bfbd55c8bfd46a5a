/** The reminders of a channel as lines. */
import type { ReminderOffset, ReminderPlan } from '../domain/guild.js';
import { placeOf } from '../domain/place.js';
import type { Words } from './index.js';
import { joinTexts, mention, plain, said, small, type Line, type Text } from './parts.js';
import { roleText } from './settings.js';

function offsetText({ milestones }: Words, { unit, count }: ReminderOffset): Text {
  if (count === 0) return milestones.whenItPasses;
  return unit === 'days' ? milestones.daysBefore(count) : milestones.hoursBefore(count);
}

/** `7 days before, 1 day before and when it passes`. */
export function offsetsText(words: Words, offsets: readonly ReminderOffset[]): Text {
  return words.lists.and(offsets.map((offset) => offsetText(words, offset)));
}

/** When they go out: hours are counted only to a deadline that has a time of day. */
function timing({ milestones }: Words, { offsets, zone }: ReminderPlan): readonly Text[] {
  const has = (unit: ReminderOffset['unit']) =>
    offsets.some((offset) => offset.unit === unit && offset.count > 0);
  const place = placeOf(zone);
  const days =
    place === null ? milestones.dayRemindersInUtc(said(zone)) : milestones.dayReminders(said(place));
  return [...(has('days') ? [days] : []), ...(has('hours') ? [milestones.hourReminders] : [])];
}

/** What saved reminders do; that there are none where their plan is empty. */
export function reminderLines(words: Words, plan: ReminderPlan, guild: string): readonly Line[] {
  const { milestones } = words;
  const channel = mention('channel', plan.channel);
  if (plan.offsets.length === 0) return [plain(milestones.off(channel))];
  const { pingRole } = plan;
  const ping =
    pingRole === null ? milestones.pingsNobody : milestones.pings(roleText(words, pingRole, guild));
  return [
    plain(milestones.reminders(channel, offsetsText(words, plan.offsets))),
    plain(joinTexts([ping, ...timing(words, plan)], words.space)),
    small(milestones.applied),
  ];
}
