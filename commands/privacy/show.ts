import { slash } from '../../src/discord/command.js';

const TEXT = [
  '**What this bot keeps about you**',
  '- For what you record or propose: a random key in the record, and one row that ties the key to your Discord id and shown name.',
  '- Unfinished previews and forms, for at most 7 days. Your proposals, until they are decided; one that is not accepted is deleted 30 days later.',
  '- For a countdown that you set up: your Discord id, to tell you when it breaks.',
  'It reads no messages. A post is seen only when somebody presses **Record an ultimatum** on it, and only that post.',
  'Exports hold the random key only.',
  '`/privacy forget-me` deletes the row and what is unfinished. The record itself stays, without a name.',
].join('\n');

export const privacyShow = slash({
  path: ['privacy', 'show'],
  description: 'What this bot keeps about you, and what it never reads',
  options: {},
  run: async () => ({ kind: 'message', view: { content: TEXT } }),
});
