/** The delivery log, for those who manage the server: what was posted, what was not, and why. */
import { LATE_MS, type Delivery } from '../domain/delivery.js';
import type { StoredPost } from '../domain/post.js';
import type { ReminderOffset } from '../domain/guild.js';
import { localDate } from '../domain/when.js';
import { longDay, timeOfDay } from './dates.js';
import type { Words } from './index.js';
import { joinTexts, link, mention, plain, small, strong, type Line, type Text } from './parts.js';
import { subject } from './subject.js';
import type { RecordInstant } from '../domain/instant.js';

function reminderText({ screens }: Words, id: Text, { unit, count }: ReminderOffset): Text {
  const { what } = screens.deliveries;
  return unit === 'days' ? what.daysBefore(id, count) : what.hoursBefore(id, count);
}

/** What a post is about. */
function postText(words: Words, post: StoredPost): Text {
  const { what } = words.screens.deliveries;
  switch (post.kind) {
    case 'passed':
      return what.passed(subject(post.number));
    case 'announcement':
      return what.announcement(subject(post.number), post.entry);
    case 'correction':
      return what.correction(subject(post.number), post.entry);
    case 'milestone':
      return reminderText(words, subject(post.number), post.offset);
    case 'edit':
      return what.edit(subject(post.number));
    case 'digest':
      return what.digest(post.schedule);
    case 'nudge':
      return what.nudge;
    case 'publish':
      return what.publish(post.about === null ? null : subject(post.about));
    case 'event':
      return what.event(subject(post.about));
    case 'board':
      return what.board[post.slot];
    case 'unreadable':
      return what.unreadable;
  }
}

const isLate = ({ status, settled, due }: Delivery) =>
  status === 'sent' && settled !== null && settled - due >= LATE_MS;

function statusText({ screens }: Words, delivery: Delivery): Text {
  const { deliveries } = screens;
  switch (delivery.status) {
    case 'sent':
      return isLate(delivery) ? deliveries.late : deliveries.posted;
    case 'skipped':
      return deliveries.skipped;
    case 'failed':
      return deliveries.failed;
    default:
      return deliveries.waiting;
  }
}

/** `Mon 4 Aug 2025, 09:00.`; of a late one when it was due and when it was posted, the day only where it differs. */
function whenText(words: Words, delivery: Delivery, zone: string): Text {
  const { deliveries } = words.screens;
  const { due, settled, status } = delivery;
  const at = (instant: RecordInstant) =>
    words.dates.at(longDay(words, instant, zone), timeOfDay(words, instant, zone));
  if (settled === null || status !== 'sent') return deliveries.due(at(due));
  if (!isLate(delivery)) return deliveries.at(at(settled));
  const sameDay = localDate(due, zone) === localDate(settled, zone);
  return deliveries.wasDue(at(due), sameDay ? timeOfDay(words, settled, zone) : at(settled));
}

function whyText({ screens, delivery }: Words, { status, failure }: Delivery): Text | null {
  if (failure === null || status === 'sent') return null;
  const { retried } = screens.deliveries;
  return status === 'pending' ? retried(delivery.reason(failure)) : delivery.sentence(failure);
}

/** A post and when it was made, in two lines. `guild` is the server's id; times are in `zone`. */
export function deliveryLines(
  words: Words,
  delivery: Delivery,
  guild: string,
  zone: string,
): readonly Line[] {
  const { deliveries } = words.screens;
  const { channel, message, status } = delivery;
  const state = strong(statusText(words, delivery));
  const place = delivery.post.kind === 'event' ? deliveries.events : mention('channel', channel);
  const what = postText(words, delivery.post);
  const url = `https://discord.com/channels/${guild}/${channel}/${message ?? ''}`;
  const linked = status === 'sent' && message !== null && delivery.post.kind !== 'event';
  return [
    plain(
      linked
        ? deliveries.rowWithLink(state, what, place, link(url, deliveries.message, 'discord.com'))
        : deliveries.row(state, what, place),
    ),
    small(joinTexts([whenText(words, delivery, zone), whyText(words, delivery)], words.space)),
  ];
}
