/** `/ultimatum terms`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, STATEMENT, proposing, suggest } from './options.js';

export const terms = slash({
  path: ['ultimatum', 'terms'],
  description: (words) => words.verbs.descriptions.terms,
  options: {
    ultimatum: OPTIONS.ultimatum,
    demand: OPTIONS.demand,
    threat: OPTIONS.threat,
    target: { ...OPTIONS.target, description: (words) => words.ultimatum.terms.target },
    ...STATEMENT,
    for: { ...OPTIONS.target, description: (words) => words.ultimatum.terms.for },
  },
  suggest: proposing(suggest),
  run: (args, context) => begin('terms', args, context),
});
