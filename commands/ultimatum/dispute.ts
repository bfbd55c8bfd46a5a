/** `/ultimatum dispute`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, suggest } from './options.js';

export const dispute = slash({
  path: ['ultimatum', 'dispute'],
  description: (words) => words.verbs.descriptions.dispute,
  options: {
    ultimatum: OPTIONS.ultimatum,
    reason: OPTIONS.reason,
    source: OPTIONS.source,
  },
  suggest,
  run: (args, context) => begin('dispute', args, context),
});
