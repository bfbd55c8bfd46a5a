/** That a post is late. */
import { localDate } from '../domain/when.js';
import { placeText, shortDay, timeOfDay } from './dates.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';
import type { RecordInstant } from '../domain/instant.js';

/** `Was due 09:00, posted 11:40 in Washington.`, with the days where they differ. Instants are ms UTC. */
export function latenessText(words: Words, due: RecordInstant, posted: RecordInstant, zone: string): Text {
  const sameDay = localDate(due, zone) === localDate(posted, zone);
  const at = (instant: RecordInstant): Text => {
    const time = timeOfDay(words, instant, zone);
    return sameDay ? time : words.dates.timeOn(time, shortDay(words, instant, zone, posted));
  };
  return words.posts.late.wasDue(at(due), at(posted), placeText(words, zone));
}
