import {
  slash,
  type Context,
  type FlowHandler,
  type Press,
  type Reply,
  type View,
} from '../../src/discord/command.js';
import { opened, text } from '../../src/discord/views/parts.js';
import type { Refusal } from '../../src/domain/refusal.js';
import { knownRole } from '../../src/drafting/roles.js';
import { postable } from '../../src/drafting/postable.js';
import { cannotFire } from '../../src/drafting/schedules.js';
import { needsManager } from '../../src/drafting/rights.js';
import { readZone } from '../../src/drafting/zone.js';
import { applySetup } from './apply.js';
import { choiceSchema, DAILY, firstChoice, OFFERS, type Choice } from './plan.js';
import { setupScreen, zoneForm } from './screen.js';

const FLOW = 'setup';

/** Kept at each pick: the screen goes on after a restart where it was left. */
async function keep(choice: Choice, key: string, context: Context): Promise<View> {
  await context.keep(FLOW, choice, { key });
  return setupScreen(choice, key);
}

async function setZone(choice: Choice, press: Press<unknown>, context: Context): Promise<Reply> {
  const zone = readZone(press.fields.zone?.trim() ?? '');
  if (!zone.ok) return { kind: 'refusal', refusal: zone.refusal };
  return { kind: 'update', view: await keep({ ...choice, zone: zone.value }, press.key, context) };
}

async function finish(choice: Choice, key: string, context: Context): Promise<Reply> {
  const refusal = cannotFire({ cron: DAILY, zone: choice.zone });
  if (refusal !== null) return { kind: 'refusal', refusal };
  const done = await applySetup(choice, key, context);
  if (done.ok) return { kind: 'update', view: opened([text(...done.value)]) };
  return { kind: 'refusal', refusal: done.refusal };
}

/** The choice with what a select holds now; null where the press is no pick. */
export function picked(choice: Choice, action: string, values: readonly string[]): Choice | null {
  switch (action) {
    case 'channel':
      return { ...choice, channel: values[0] ?? null };
    case 'role':
      return { ...choice, role: values[0] ?? null };
    case 'offers':
      return { ...choice, offers: OFFERS.filter((offer) => values.includes(offer)) };
    default:
      return null;
  }
}

/** Why what was picked cannot be set up. */
async function refusalOf(
  { channel, role }: Choice,
  action: string,
  context: Context,
): Promise<Refusal | null> {
  if (action === 'channel' && channel !== null) return postable(channel, context);
  if (action === 'role' && role !== null) return knownRole(role, 'everyone-curators', context);
  return null;
}

async function act(press: Press<unknown>, choice: Choice, context: Context): Promise<Reply> {
  const { key, action } = press;
  const pick = picked(choice, action, press.values);
  if (pick !== null) {
    // Kept either way: the screen goes on showing what was picked, and it is checked again before it is set up.
    const view = await keep(pick, key, context);
    const refusal = await refusalOf(pick, action, context);
    return refusal === null ? { kind: 'update', view } : { kind: 'refusal', refusal };
  }
  switch (action) {
    case 'zone':
      return { kind: 'form', form: zoneForm(key, choice.zone) };
    case 'zone-set':
      return setZone(choice, press, context);
    case 'do':
      return finish(choice, key, context);
    default:
      await context.people.finishPending(key, { kind: 'cancelled' });
      return { kind: 'update', view: opened([text('Nothing was set up.')]) };
  }
}

export const setupFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run(press, context) {
    const refusal = needsManager(context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const parsed = choiceSchema.safeParse(press.state);
    if (!parsed.success) return { kind: 'refusal', refusal: { why: 'expired' } };
    return act(press, parsed.data, context);
  },
};

export const setup = slash({
  path: ['setup'],
  description: 'Sets up this server on one screen',
  manager: true,
  options: {},
  async run(_, context) {
    // The channel it is typed in is offered only where the bot can post there.
    const here = (await postable(context.channel, context)) === null ? context.channel : null;
    const choice = firstChoice(context.settings, here);
    return { kind: 'message', view: await keep(choice, context.key(), context) };
  },
});
