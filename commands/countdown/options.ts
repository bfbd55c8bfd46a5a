/** The options that commands about countdowns share. */
import type { Context } from '../../src/discord/command.js';
import { plainText } from '../../src/wording/plain-text.js';
import type { OptionSpec, Suggestion } from '../../src/discord/option.js';
import { parseSchedule } from '../../src/domain/cron/index.js';
import type { Schedule } from '../../src/domain/guild.js';
import { ok, type Result } from '../../src/domain/refusal.js';
import { suggestZones } from '../../src/language/zones.js';
import { readZone } from '../../src/drafting/zone.js';
import { knownScope } from '../../src/guild/scope.js';
import { countdownSuggestion } from '../../src/wording/countdown.js';
import { clipped } from '../../src/wording/typed.js';
import { suggestEvery } from './every.js';
import { suggestScopes } from './scope.js';

export const EVERY = {
  type: 'string',
  description: ({ countdown }) => countdown.options.every,
  suggested: true,
  maxLength: 100,
} as const satisfies OptionSpec;

export const WHAT = {
  type: 'string',
  description: ({ countdown }) => countdown.options.what,
  suggested: true,
  maxLength: 100,
} as const satisfies OptionSpec;

/** Without its description: each command says what it is without it. */
export const ZONE = { type: 'string', suggested: true, maxLength: 100 } as const;

export const SCHEDULE = {
  type: 'integer',
  description: ({ countdown }) => countdown.options.schedule,
  required: true,
  suggested: true,
} as const satisfies OptionSpec;

async function suggestSchedules(typed: string, { server, words }: Context): Promise<readonly Suggestion[]> {
  const all = (await server.schedules()).map((schedule) => ({
    name: plainText(countdownSuggestion(words, schedule)),
    value: String(schedule.id),
  }));
  const fitting = all.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  return fitting.slice(0, 25).map(({ name, value }) => ({ name: clipped(name, 100), value }));
}

/** Suggestions for the option that is being typed. */
export async function suggest(option: string, typed: string, context: Context) {
  switch (option) {
    case 'schedule':
      return suggestSchedules(typed, context);
    case 'every':
      return suggestEvery(context.words, typed);
    case 'zone':
      return suggestZones(typed);
    default:
      return suggestScopes(typed, context);
  }
}

/** What a countdown posts, when and where. */
export type Course = Pick<Schedule, 'cron' | 'zone' | 'channel' | 'scope'>;

interface Given {
  readonly channel: string | undefined;
  readonly every: string | undefined;
  readonly zone: string | undefined;
  readonly what: string | undefined;
}

/** What was typed, in place of what stands. */
export async function courseOf(given: Given, stands: Course, context: Context): Promise<Result<Course>> {
  const cron = given.every === undefined ? ok(stands.cron) : parseSchedule(given.every);
  if (!cron.ok) return cron;
  const zone = given.zone === undefined ? ok(stands.zone) : readZone(given.zone);
  if (!zone.ok) return zone;
  const scope = given.what === undefined ? ok(stands.scope) : await knownScope(given.what, context);
  if (!scope.ok) return scope;
  return ok({
    cron: cron.value,
    zone: zone.value,
    channel: given.channel ?? stands.channel,
    scope: scope.value,
  });
}
