/** `/leaderboard`: the shares of every issuer side by side. */
import { slash } from '../../src/discord/command.js';
import { leaderboardView } from '../../src/discord/views/index.js';

export const leaderboard = slash({
  path: ['leaderboard'],
  description: ({ figures }) => figures.leaderboard.description,
  options: {},
  async run(_, { figures, settings, words, now }) {
    const view = leaderboardView(words, await figures.leaderboard(now), settings.inclusionRule);
    return { kind: 'message', view };
  },
});
