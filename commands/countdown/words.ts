import { placeOf } from '../../src/domain/place.js';
import { clock, longDay, relative } from '../../src/discord/views/dates.js';
import { capital, safe, SHOWN } from '../../src/discord/views/text.js';
import { describeSchedule, nextFires } from '../../src/domain/cron/index.js';
import type { Board, Schedule } from '../../src/domain/guild.js';
import { scopeName } from './scope.js';

/** How many fires are shown before a schedule is saved. */
const SHOWN_FIRES = 5;

type Timed = Pick<Schedule, 'cron' | 'zone'>;
/** `id` is null for a new one. */
type Planned = Timed & Pick<Schedule, 'channel' | 'scope'> & { readonly id: number | null };

const moment = (instant: number, zone: string) => `${longDay(instant, zone)}, ${clock(instant, zone)}`;

/** `every day at 09:00 in Berlin`. */
function scheduleInWords({ cron, zone }: Timed): string {
  return `${describeSchedule(cron)} in ${placeOf(zone)}`;
}

/** The next fires, one a line, in the schedule's zone and ticking in the reader's. */
function fireLines({ cron, zone }: Timed, after: number): readonly string[] {
  const fires = nextFires(cron, zone, after, SHOWN_FIRES);
  return fires.map((fire, index) => `${index + 1}. ${moment(fire, zone)}, ${relative(fire)}`);
}

/** What is shown before a countdown is saved. */
export function previewLines(planned: Planned, now: number): readonly string[] {
  return [
    `### Not saved yet: ${planned.id === null ? 'a countdown' : `countdown ${planned.id}, changed`}`,
    `${safe(scopeName(planned.scope), SHOWN.text)}, in <#${planned.channel}>, ${scheduleInWords(planned)}.`,
    'The next five, in the time of the schedule:',
    ...fireLines(planned, now),
    '-# Silent. Where nothing runs, nothing is posted.',
  ];
}

const STATUS = { running: '', paused: '**Paused.** ', broken: '**Stopped.** ' } as const;

/** A countdown with what became of it. */
export interface Listed {
  readonly schedule: Schedule;
  /** When its newest digest was really posted, ms UTC; null for none yet. */
  readonly posted: number | null;
  /** Whether its channel is tried again by itself; false where it is gone for good. */
  readonly retried: boolean;
  /** What became of its newest digest, where that was not posted. */
  readonly note?: string | null;
}

const RETRIED = 'It is tried again by itself within an hour; /countdown resume tries at once.';
const GONE = 'It is not tried again: choose another channel with /countdown edit, or use /countdown remove.';

/** Why one stopped, and what to do. */
function trouble(broken: string, retried: boolean): string {
  const why = safe(broken, SHOWN.text).replace(/\.$/, '');
  return `${capital(why)}. ${retried ? RETRIED : GONE}`;
}

/** One countdown of the list: what, where, when, last and next, and what stopped it. */
export function scheduleLine({ schedule, posted, retried, note = null }: Listed): string {
  const { id, channel, scope, status, broken, next } = schedule;
  const head = `**${id}**: ${safe(scopeName(scope), SHOWN.text)}, in <#${channel}>, ${scheduleInWords(schedule)}.`;
  const last = posted === null ? 'Last: none yet.' : `Last ${relative(posted)}.`;
  const coming = status === 'running' ? ` Next ${relative(next)}.` : '';
  const why = broken === null ? '' : ` ${trouble(broken, retried)}`;
  const newest = note === null ? '' : ` ${safe(note, SHOWN.text)}.`;
  return `${head}\n-# ${STATUS[status]}${last}${coming}${why}${newest}`;
}

export interface Closed {
  readonly channel: string;
  /** Why, and what would mend it. */
  readonly reason: string;
  /** When it is tried again, ms UTC; null where it is not. */
  readonly until: number | null;
}

/** A channel of the list in which nothing can be posted, though no countdown stands there. */
export function closedLine({ channel, reason, until }: Closed): string {
  const next = until === null ? '' : ' It is tried again by itself within an hour.';
  return `**Stopped** in <#${channel}>.\n-# ${capital(safe(reason, SHOWN.text)).replace(/\.$/, '')}.${next}`;
}

export interface Aside {
  readonly stage: 'expire' | 'fire' | 'claim' | 'send' | 'boards';
  /** Number of the ultimatum where a deadline is to pass, else the id of a row. */
  readonly item: number;
  /** Why, a sentence for whoever hosts the bot. */
  readonly reason: string;
  /** When it is tried again, ms UTC. */
  readonly until: number;
}

/** What an error of the bot holds up; null for a countdown, which says so itself. */
export function asideLine({ stage, item, reason, until }: Aside): string | null {
  if (stage === 'fire') return null;
  const passing = `**U-${item}**: its deadline is over and could not be recorded as passed.`;
  const head = stage === 'expire' ? passing : '**A post** could not be made.';
  return `${head}\n-# ${safe(reason, SHOWN.text).replace(/\.$/, '')}. It is tried again ${relative(until)}. If this stays so, please tell whoever hosts the bot.`;
}

/** One board of the list; null for one that was removed. */
export function boardLine({ channel, status, edited }: Board): string | null {
  const head = `**Board** in <#${channel}>.`;
  switch (status) {
    case 'running':
      return `${head}\n-# ${edited === null ? 'Not posted yet.' : `Last posted or edited ${relative(edited)}.`}`;
    case 'deleted':
      return `${head}\n-# **Stopped.** Deleted by somebody. /board set puts up a new one.`;
    case 'broken':
      return `${head}\n-# **Stopped.** It can no longer be posted there. Choose another channel with /board set.`;
    case 'removed':
      return null;
  }
}

/** A countdown in the autocomplete; it begins with the number that it stands for. */
export function scheduleName(schedule: Schedule): string {
  return `${schedule.id}: ${scopeName(schedule.scope)}, ${scheduleInWords(schedule)}`;
}
