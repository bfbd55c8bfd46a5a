/** `/setup`: channel, curators, posts and time zone of a server on one screen. */
import {
  expired,
  refuse,
  slash,
  type Context,
  type FlowHandler,
  type Press,
  type Reply,
  type View,
} from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { closedView } from '../../src/discord/views/index.js';
import { opened, text } from '../../src/discord/views/parts.js';
import { postable } from '../../src/drafting/postable.js';
import { needsManager } from '../../src/drafting/rights.js';
import { readZone } from '../../src/drafting/zone.js';
import { firstChoice, OFFERS, setupChoiceSchema, type SetupChoice } from '../../src/guild/setup-plan.js';
import { setUp, whyNotChosen } from '../../src/guild/setup.js';
import { setupDoneLines } from '../../src/wording/setup.js';
import { setupScreen, zoneForm } from './screen.js';

const FLOW = 'setup';

/** Kept at each pick: after a restart the screen goes on where it was left. */
async function screen(choice: SetupChoice, key: string, context: Context): Promise<View> {
  await context.keep(FLOW, choice, { key });
  return setupScreen(context.words, choice, key);
}

async function setZone(choice: SetupChoice, press: Press<unknown>, context: Context): Promise<Reply> {
  const zone = readZone(press.fields.zone?.trim() ?? '');
  if (!zone.ok) return refuse(zone.refusal);
  return { kind: 'update', view: await screen({ ...choice, zone: zone.value }, press.key, context) };
}

async function finish(choice: SetupChoice, key: string, context: Context): Promise<Reply> {
  const done = await setUp(choice, key, context);
  if (!done.ok) return refuse(done.refusal);
  const { rows, channel } = done.value;
  const lines = setupDoneLines(context.words, rows, { ...context, channel });
  return { kind: 'update', view: opened([text(drawLines(lines))]) };
}

/** The choice with what a select now holds; null where the press is no pick. */
export function withPick(choice: SetupChoice, action: string, values: readonly string[]): SetupChoice | null {
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

/** Kept even if it is refused: the screen shows what was picked, and it is checked again before it is set up. */
async function pick(choice: SetupChoice, { key, action }: Press<unknown>, context: Context): Promise<Reply> {
  const view = await screen(choice, key, context);
  const { channel, role } = choice;
  const picked = { channel: action === 'channel' ? channel : null, role: action === 'role' ? role : null };
  const refusal = await whyNotChosen(picked, context);
  return refusal === null ? { kind: 'update', view } : refuse(refusal);
}

async function act(press: Press<unknown>, choice: SetupChoice, context: Context): Promise<Reply> {
  const { key, action } = press;
  const { words, people } = context;
  const changed = withPick(choice, action, press.values);
  if (changed !== null) return pick(changed, press, context);
  switch (action) {
    case 'zone':
      return { kind: 'form', form: zoneForm(words, key, choice.zone) };
    case 'zone-set':
      return setZone(choice, press, context);
    case 'do':
      return finish(choice, key, context);
    default:
      await people.finishPending(key, { kind: 'cancelled' });
      return { kind: 'update', view: closedView(words.setup.cancelled) };
  }
}

export const setupFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run(press, context) {
    const refusal = needsManager(context);
    if (refusal !== null) return refuse(refusal);
    const parsed = setupChoiceSchema.safeParse(press.state);
    return parsed.success ? act(press, parsed.data, context) : expired;
  },
};

export const setup = slash({
  path: ['setup'],
  description: (words) => words.setup.description,
  manager: true,
  options: {},
  async run(_, context) {
    // The channel it is typed in is offered only where the bot can post there.
    const here = (await postable(context.channel, context)) === null ? context.channel : null;
    const choice = firstChoice(context.settings, here);
    return { kind: 'message', view: await screen(choice, context.key(), context) };
  },
});
