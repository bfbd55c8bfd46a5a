/** `/ultimatum move`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, SCOPE, suggestScoped } from './options.js';

export const move = slash({
  path: ['ultimatum', 'move'],
  description: (words) => words.verbs.descriptions.move,
  options: {
    ultimatum: OPTIONS.ultimatum,
    deadline: { ...OPTIONS.deadline, required: true },
    source: OPTIONS.source,
    quote: OPTIONS.quote,
    stated: OPTIONS.stated,
    zone: OPTIONS.zone,
    ...SCOPE,
  },
  suggest: suggestScoped,
  run: (args, context) => begin('move', args, context),
});
