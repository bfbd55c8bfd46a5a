/** `/setup`: channel, curators, posts and time zone of a server in one form. */
import {
  expired,
  refuse,
  slash,
  type Context,
  type FlowHandler,
  type Press,
  type Reply,
} from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { closedView } from '../../src/discord/views/index.js';
import { opened, text } from '../../src/discord/views/parts.js';
import type { Result } from '../../src/domain/refusal.js';
import { postable } from '../../src/drafting/postable.js';
import { needsManager } from '../../src/drafting/rights.js';
import { readZone } from '../../src/drafting/zone.js';
import { firstChoice, setupChoiceSchema, type SetupChoice } from '../../src/guild/setup-plan.js';
import { setUp, type SetupResult } from '../../src/guild/setup.js';
import { setupDoneLines } from '../../src/wording/setup.js';
import { againView, chosenIn, setupForm } from './form.js';

const FLOW = 'setup';

async function checked(choice: SetupChoice, key: string, context: Context): Promise<Result<SetupResult>> {
  const zone = readZone(choice.zone);
  return zone.ok ? setUp({ ...choice, zone: zone.value }, key, context) : zone;
}

/** What was chosen is kept before it is checked: refused, it is in the form again, also after a restart. */
async function finish({ key, fields }: Press<unknown>, context: Context): Promise<Reply> {
  const { words } = context;
  const choice = chosenIn(fields);
  await context.keep(FLOW, choice, { key });
  const done = await checked(choice, key, context);
  if (!done.ok) return refuse(done.refusal, againView(words, key));
  const { rows, channel } = done.value;
  const lines = setupDoneLines(words, rows, { ...context, channel });
  return { kind: 'update', view: opened([text(drawLines(lines))]) };
}

async function act(press: Press<unknown>, choice: SetupChoice, context: Context): Promise<Reply> {
  const { key, action } = press;
  const { words, people } = context;
  switch (action) {
    case 'form':
      return { kind: 'form', form: setupForm(words, choice, key) };
    case 'set':
      return finish(press, context);
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
    const key = await context.keep(FLOW, choice);
    return { kind: 'form', form: setupForm(context.words, choice, key) };
  },
});
