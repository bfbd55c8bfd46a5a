import { slash } from '../../src/discord/command.js';
import { helpText, TOPIC_CHOICES } from './topics.js';

export const help = slash({
  path: ['help'],
  description: 'How the record works, and what its words mean',
  options: { topic: { type: 'string', description: 'What to read about', choices: TOPIC_CHOICES } },
  run: async ({ topic }) => ({ kind: 'message', view: { content: helpText(topic) } }),
});
