/** `/settings show`. */
import { slash } from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { settingsLines } from '../../src/wording/settings.js';

export const settingsShow = slash({
  path: ['settings', 'show'],
  description: (words) => words.settings.show.description,
  manager: true,
  options: {},
  run: async (_, { settings, words, publicUrl }) => ({
    kind: 'message',
    view: { content: drawLines(settingsLines(words, settings, publicUrl)) },
  }),
});
