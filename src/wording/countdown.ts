/** A countdown as lines: what it lists, when it posts, and what is shown before it is saved. */
import { nextFires } from '../domain/cron/index.js';
import type { Schedule, Scope } from '../domain/guild.js';
import { longDay, placeText, relative, timeOfDay } from './dates.js';
import type { Words } from './index.js';
import { mention, plain, small, title, type Line, type Text } from './parts.js';
import { scheduleText } from './schedule.js';
import { SHOWN } from './text-budget.js';
import { typed } from './typed.js';
import type { RecordInstant } from '../domain/instant.js';

/** How many posts are shown before a schedule is saved. */
const SHOWN_POSTS = 5;

type Timing = Pick<Schedule, 'cron' | 'zone'>;
/** A countdown that is not saved yet; `id` is null for a new one. */
type Unsaved = Timing & Pick<Schedule, 'channel' | 'scope'> & { readonly id: number | null };

/** What a countdown lists. */
export function scopeText({ countdown: { scopes } }: Words, scope: Scope): Text {
  switch (scope.kind) {
    case 'all':
      return scopes.all;
    case 'issuer':
      return scopes.issuer(typed(scope.issuer, SHOWN.text));
    case 'tag':
      return scopes.tag(typed(scope.tag, SHOWN.text));
    case 'ultimatum':
      return scopes.ultimatum(scope.number);
    case 'week':
      return scopes.week;
  }
}

/** `every day at 09:00 in Berlin`. */
export function timingText(words: Words, { cron, zone }: Timing): Text {
  return words.countdown.schedule(scheduleText(words, cron), placeText(words, zone));
}

/** A countdown in the autocomplete. */
export function countdownSuggestion(words: Words, schedule: Schedule): Text {
  const scope = scopeText(words, schedule.scope);
  return words.countdown.suggestion(schedule.id, scope, timingText(words, schedule));
}

/** The next posts, in the schedule's zone and, where the surface can, in the reader's. */
function postLines(words: Words, { cron, zone }: Timing, now: RecordInstant): readonly Line[] {
  const { post } = words.countdown.preview;
  return nextFires(cron, zone, now, SHOWN_POSTS).map((fire, index) => {
    const [day, time] = [longDay(words, fire, zone), timeOfDay(words, fire, zone)];
    return plain(post(index + 1, day, time, relative(words, fire, now)));
  });
}

/** What is shown before a countdown is saved. */
export function countdownPreview(words: Words, unsaved: Unsaved, now: RecordInstant): readonly Line[] {
  const { preview } = words.countdown;
  const { id, scope, channel } = unsaved;
  const where = mention('channel', channel);
  return [
    title(id === null ? preview.added : preview.changed(id)),
    plain(preview.summary(scopeText(words, scope), where, timingText(words, unsaved))),
    plain(preview.next),
    ...postLines(words, unsaved, now),
    small(scope.kind === 'week' ? preview.noteOfWeek : preview.note),
  ];
}
