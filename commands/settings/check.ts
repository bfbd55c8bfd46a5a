/** `/settings check`: what is wrong with posting on this server, and what to do. */
import { slash } from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { opened, text } from '../../src/discord/views/parts.js';
import { checkServer } from '../../src/guild/checkup.js';
import { checkLines } from '../../src/wording/settings.js';

export const settingsCheck = slash({
  path: ['settings', 'check'],
  description: ({ settings }) => settings.check.description,
  manager: true,
  options: {},
  async run(_, context) {
    const lines = checkLines(context.words, await checkServer(context));
    return { kind: 'message', view: opened([text(drawLines(lines))]) };
  },
});
