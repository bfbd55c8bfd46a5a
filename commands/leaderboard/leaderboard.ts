/** `/leaderboard`: the shares of every issuer side by side. */
import { refuse, slash } from '../../src/discord/command.js';
import { figuresScreen } from '../issuer/post.js';

export const leaderboard = slash({
  path: ['leaderboard'],
  description: ({ figures }) => figures.leaderboard.description,
  options: {},
  async run(_, context) {
    const screen = await figuresScreen({ issuer: null }, context);
    return screen.ok ? { kind: 'message', view: screen.value } : refuse(screen.refusal);
  },
});
