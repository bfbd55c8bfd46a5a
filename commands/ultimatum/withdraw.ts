import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, SAID, suggest } from './options.js';

export const withdraw = slash({
  path: ['ultimatum', 'withdraw'],
  description: 'The issuer took it back',
  options: {
    ultimatum: OPTIONS.ultimatum,
    ...SAID,
  },
  suggest,
  run: (args, context) => begin('withdraw', args, context),
});
