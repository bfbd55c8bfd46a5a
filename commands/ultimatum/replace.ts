/** `/ultimatum replace`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, STATEMENT, suggest } from './options.js';

export const replace = slash({
  path: ['ultimatum', 'replace'],
  description: (words) => words.verbs.descriptions.replace,
  options: {
    ultimatum: OPTIONS.ultimatum,
    by: {
      type: 'integer',
      description: (words) => words.ultimatum.replace.by,
      required: true,
      suggested: true,
    },
    ...STATEMENT,
  },
  suggest,
  run: (args, context) => begin('replace', args, context),
});
