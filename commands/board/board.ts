import { slash } from '../../src/discord/command.js';
import { postable } from '../../src/drafting/postable.js';

export const boardSet = slash({
  path: ['board', 'set'],
  description: 'One message in a channel that shows what is running and is kept current',
  manager: true,
  options: { channel: { type: 'channel', description: 'Where it stands', required: true } },
  async run({ channel }, context) {
    const refusal = await postable(channel, context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const { store, guild, now } = context;
    const stood = (await store.boards(guild)).some(
      (one) => one.channel === channel && one.status === 'running',
    );
    const set = await store.setBoard(guild, channel, now);
    if (!set.ok) return { kind: 'refusal', refusal: set.refusal };
    const place = stood ? ' It takes the place of the one that stood there.' : '';
    const content = `The board is posted in <#${channel}> in a moment.${place} It is edited when something changes, at most once in 5 minutes, and pings nobody.`;
    return { kind: 'message', view: { content } };
  },
});

export const boardRemove = slash({
  path: ['board', 'remove'],
  description: 'Takes the board of a channel away',
  manager: true,
  options: { channel: { type: 'channel', description: 'Where it stands', required: true } },
  async run({ channel }, { store, guild, now }) {
    const removed = await store.removeBoard(guild, channel, now);
    const content = removed
      ? `The board in <#${channel}> is taken away.`
      : `There is no board in <#${channel}>.`;
    return { kind: 'message', view: { content } };
  },
});
