import { slash } from '../../src/discord/command.js';
import { settingsLines } from './change.js';

export const settingsShow = slash({
  path: ['settings', 'show'],
  description: 'The settings of this server',
  manager: true,
  options: {},
  run: async (_, { settings }) => ({
    kind: 'message',
    view: { content: settingsLines(settings).join('\n') },
  }),
});
