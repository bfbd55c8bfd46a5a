import { slash, type Context, type FlowHandler, type Reply } from '../../src/discord/command.js';
import { flowButton, row } from '../../src/discord/views/buttons.js';
import { opened, text } from '../../src/discord/views/parts.js';

const FLOW = 'forget';

const ASKED = [
  '**Forget me?**',
  'Deleted at once and for good: the row that ties your Discord id and name to what you recorded, and your unfinished previews.',
  'What you recorded stays in the public record, with "a former member" in the place of your name.',
];

async function forget(context: Context): Promise<Reply> {
  const known = await context.store.forget(context.member.id);
  const done = known
    ? 'Forgotten. What you recorded stays, and no longer has a name.'
    : 'There was nothing to forget: this bot kept nothing about you.';
  return { kind: 'update', view: opened([text(done)]) };
}

export const privacyForgetFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run({ key, action }, context) {
    if (action === 'yes') return forget(context);
    await context.store.finishPending(key, 'Nothing was deleted.');
    return { kind: 'update', view: opened([text('Nothing was deleted.')]) };
  },
};

export const privacyForget = slash({
  path: ['privacy', 'forget-me'],
  description: 'Takes your name and Discord id out of the record',
  options: {},
  async run(_, context) {
    const key = await context.keep(FLOW, {});
    const buttons = row([
      flowButton(key, 'yes', 'Forget me', { first: true }),
      flowButton(key, 'no', 'Keep it'),
    ]);
    return { kind: 'message', view: opened([text(...ASKED), buttons]) };
  },
});
