/** `/ultimatum suspend`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, STATEMENT, SCOPE, suggestScoped } from './options.js';

export const suspend = slash({
  path: ['ultimatum', 'suspend'],
  description: (words) => words.verbs.descriptions.suspend,
  options: {
    ultimatum: OPTIONS.ultimatum,
    ...STATEMENT,
    ...SCOPE,
  },
  suggest: suggestScoped,
  run: (args, context) => begin('suspend', args, context),
});
