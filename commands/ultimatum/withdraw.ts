/** `/ultimatum withdraw`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, STATEMENT, SCOPE, suggestScoped } from './options.js';

export const withdraw = slash({
  path: ['ultimatum', 'withdraw'],
  description: (words) => words.verbs.descriptions.withdraw,
  options: {
    ultimatum: OPTIONS.ultimatum,
    ...STATEMENT,
    ...SCOPE,
  },
  suggest: suggestScoped,
  run: (args, context) => begin('withdraw', args, context),
});
