/** `/ultimatum reversed`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { EXTENTS, REVERSALS } from '../../src/domain/entry.js';
import { OPTIONS, SCOPE, suggestScoped } from './options.js';

export const reversed = slash({
  path: ['ultimatum', 'reversed'],
  description: (words) => words.verbs.descriptions.reverse,
  options: {
    ultimatum: OPTIONS.ultimatum,
    what: {
      type: 'string',
      description: (words) => words.ultimatum.reversed.what,
      required: true,
      choices: REVERSALS.map((value) => ({ value, name: (words) => words.forms.choices.reversal[value] })),
    },
    when: {
      ...OPTIONS.stated,
      description: (words) => words.ultimatum.reversed.when,
      required: true,
    },
    extent: {
      type: 'string',
      description: (words) => words.ultimatum.reversed.extent,
      choices: EXTENTS.map((value) => ({ value, name: (words) => words.forms.choices.extent[value] })),
    },
    ...SCOPE,
    source: OPTIONS.source,
    quote: OPTIONS.quote,
  },
  suggest: suggestScoped,
  run: (args, context) => begin('reverse', args, context),
});
