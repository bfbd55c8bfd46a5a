/** `/ultimatum correct`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, suggest } from './options.js';

export const correct = slash({
  path: ['ultimatum', 'correct'],
  description: (words) => words.verbs.descriptions.correct,
  options: {
    ultimatum: OPTIONS.ultimatum,
    entry: {
      type: 'integer',
      description: (words) => words.ultimatum.correct.entry,
      required: true,
      suggested: true,
    },
    reason: OPTIONS.reason,
    deadline: OPTIONS.deadline,
    stated: OPTIONS.stated,
    issuer: OPTIONS.issuer,
    target: OPTIONS.target,
    demand: OPTIONS.demand,
    threat: OPTIONS.threat,
    quote: OPTIONS.quote,
    source: OPTIONS.source,
    compliance: OPTIONS.compliance,
    'follow-through': OPTIONS['follow-through'],
  },
  suggest,
  run: (args, context) => begin('correct', args, context),
});
