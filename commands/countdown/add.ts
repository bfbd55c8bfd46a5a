import { slash, type Context, type Reply } from '../../src/discord/command.js';
import { parseSchedule } from '../../src/domain/cron.js';
import { ok } from '../../src/domain/refusal.js';
import { postable } from '../shared/postable.js';
import { suggestZones } from '../../src/language/zones.js';
import { readZone } from '../shared/zone.js';
import { suggestEvery } from './every.js';
import { FLOW, screen, type Planned } from './flow.js';
import { knownScope, suggestScopes } from './scope.js';

async function ask(state: Planned, context: Context): Promise<Reply> {
  const { guild, member, now } = context;
  const key = context.key();
  await context.store.savePending({
    key,
    guild,
    user: member.id,
    flow: FLOW,
    state,
    created: now,
    done: null,
  });
  return { kind: 'message', view: screen(state, key, now, null) };
}

export const countdownAdd = slash({
  path: ['countdown', 'add'],
  description: 'A list of what is running, posted on a schedule',
  manager: true,
  options: {
    channel: { type: 'channel', description: 'Where it is posted', required: true },
    every: {
      type: 'string',
      description: 'When: every day at 09:00, weekdays 18:00, Mondays 09:00, or five cron fields',
      required: true,
      suggested: true,
      maxLength: 100,
    },
    zone: {
      type: 'string',
      description: "Time zone or city; without it the server's",
      suggested: true,
      maxLength: 100,
    },
    what: {
      type: 'string',
      description: 'Everything, or only an issuer, a tag or one ultimatum',
      suggested: true,
      maxLength: 100,
    },
  },
  async suggest(option, typed, _given, context) {
    if (option === 'every') return suggestEvery(typed);
    return option === 'zone' ? suggestZones(typed) : suggestScopes(typed, context);
  },
  async run({ channel, every, zone, what }, context) {
    const cron = parseSchedule(every);
    if (!cron.ok) return { kind: 'refusal', refusal: cron.refusal };
    const read = zone === undefined ? ok(context.settings.zone) : readZone(zone);
    if (!read.ok) return { kind: 'refusal', refusal: read.refusal };
    const scope = await knownScope(what, context);
    if (!scope.ok) return { kind: 'refusal', refusal: scope.refusal };
    const refusal = await postable(channel, context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    return ask({ cron: cron.value, zone: read.value, channel, scope: scope.value }, context);
  },
});
