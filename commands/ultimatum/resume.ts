/** `/ultimatum resume`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, STATEMENT, SCOPE, suggestScoped } from './options.js';

export const resume = slash({
  path: ['ultimatum', 'resume'],
  description: (words) => words.verbs.descriptions.resume,
  options: {
    ultimatum: OPTIONS.ultimatum,
    deadline: { ...OPTIONS.deadline, required: true },
    ...STATEMENT,
    zone: OPTIONS.zone,
    ...SCOPE,
  },
  suggest: suggestScoped,
  run: (args, context) => begin('resume', args, context),
});
