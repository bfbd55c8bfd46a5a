import { slash } from '../../src/discord/command.js';
import { COMPLIANCE_CHOICES, FOLLOW_THROUGH_CHOICES } from '../../src/drafting/outcome.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, suggest } from './options.js';

export const correct = slash({
  path: ['ultimatum', 'correct'],
  description: 'Mend our own mistake in an entry: never counts as a move, and both stay in the log',
  options: {
    ultimatum: OPTIONS.ultimatum,
    entry: { type: 'integer', description: 'The entry to correct', required: true, suggested: true },
    reason: { type: 'string', description: 'Why', required: true, maxLength: 1000 },
    deadline: OPTIONS.deadline,
    stated: OPTIONS.stated,
    issuer: OPTIONS.issuer,
    target: OPTIONS.target,
    demand: OPTIONS.demand,
    threat: OPTIONS.threat,
    quote: OPTIONS.quote,
    source: OPTIONS.source,
    compliance: { type: 'string', description: 'What the target did', choices: COMPLIANCE_CHOICES },
    'follow-through': {
      type: 'string',
      description: 'What the issuer did about the threat',
      choices: FOLLOW_THROUGH_CHOICES,
    },
  },
  suggest,
  run: (args, context) => begin('correct', args, context),
});
