/** `/privacy show`: what is kept about a person. */
import { slash } from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { privacyLines } from '../../src/wording/privacy.js';

export const privacyShow = slash({
  path: ['privacy', 'show'],
  description: ({ privacy }) => privacy.show.description,
  options: {},
  run: async (_, { words }) => ({ kind: 'message', view: { content: drawLines(privacyLines(words)) } }),
});
