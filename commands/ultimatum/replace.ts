/** `/ultimatum replace`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { suggestUltimatums } from '../../src/drafting/suggestions.js';
import { OPTIONS, STATEMENT, proposing, suggest } from './options.js';

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
  suggest: proposing((option, typed, given, context) =>
    option === 'by' ? suggestUltimatums(typed, context) : suggest(option, typed, given, context),
  ),
  run: (args, context) => begin('replace', args, context),
});
