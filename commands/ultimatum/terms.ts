import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, SAID, suggest } from './options.js';

export const terms = slash({
  path: ['ultimatum', 'terms'],
  description: 'The issuer changed what is demanded, of whom, or what is threatened',
  options: {
    ultimatum: OPTIONS.ultimatum,
    demand: OPTIONS.demand,
    threat: OPTIONS.threat,
    target: OPTIONS.target,
    ...SAID,
  },
  suggest,
  run: (args, context) => begin('terms', args, context),
});
