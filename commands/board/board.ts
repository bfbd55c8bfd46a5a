/** `/board`: one message in a channel that is kept current by editing it. */
import { refuse, slash } from '../../src/discord/command.js';
import { drawText } from '../../src/discord/draw.js';
import { postable } from '../../src/drafting/postable.js';
import { mention } from '../../src/wording/parts.js';

export const boardSet = slash({
  path: ['board', 'set'],
  description: ({ board }) => board.set.description,
  manager: true,
  options: {
    channel: { type: 'channel', description: ({ board }) => board.set.channel, required: true },
  },
  async run({ channel }, context) {
    const refusal = await postable(channel, context);
    if (refusal !== null) return refuse(refusal);
    const { server, now, words } = context;
    const stands = (await server.boards()).some(
      (board) => board.channel === channel && board.status === 'running',
    );
    const set = await server.setBoard(channel, now);
    if (!set.ok) return refuse(set.refusal);
    const { willAppear, willReplace } = words.board;
    const text = (stands ? willReplace : willAppear)(mention('channel', channel));
    return { kind: 'message', view: { content: drawText(text) } };
  },
});

export const boardRemove = slash({
  path: ['board', 'remove'],
  description: ({ board }) => board.remove.description,
  manager: true,
  options: {
    channel: { type: 'channel', description: ({ board }) => board.remove.channel, required: true },
  },
  async run({ channel }, { server, now, words }) {
    const wasThere = await server.removeBoard(channel, now);
    const { removed, missing } = words.board;
    const text = (wasThere ? removed : missing)(mention('channel', channel));
    return { kind: 'message', view: { content: drawText(text) } };
  },
});
