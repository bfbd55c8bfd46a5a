/** `/privacy forget-me`: takes a person's name and Discord id out of the store, once they confirm it. */
import { slash, type Context, type FlowHandler, type Reply } from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { flowButton, row } from '../../src/discord/views/buttons.js';
import { closedView } from '../../src/discord/views/index.js';
import { opened, text } from '../../src/discord/views/parts.js';
import { forgetLines } from '../../src/wording/privacy.js';

const FLOW = 'forget';

async function forget({ people, member, words, now }: Context): Promise<Reply> {
  const wasKnown = await people.forget(member.id, now);
  const { done, nothing } = words.privacy.forget;
  return { kind: 'update', view: closedView(wasKnown ? done : nothing) };
}

export const privacyForgetFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run({ key, action }, context) {
    if (action === 'yes') return forget(context);
    const { cancelled } = context.words.privacy.forget;
    await context.people.finishPending(key, { kind: 'cancelled' });
    return { kind: 'update', view: closedView(cancelled) };
  },
};

export const privacyForget = slash({
  path: ['privacy', 'forget-me'],
  description: ({ privacy }) => privacy.forget.description,
  options: {},
  async run(_, context) {
    const { words } = context;
    const key = await context.keep(FLOW, {});
    const buttons = row([
      flowButton(key, 'yes', words.privacy.forget.confirm, { first: true }),
      flowButton(key, 'no', words.privacy.forget.cancel),
    ]);
    return { kind: 'message', view: opened([text(drawLines(forgetLines(words))), buttons]) };
  },
});
