import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, SAID, suggest } from './options.js';

export const suspend = slash({
  path: ['ultimatum', 'suspend'],
  description: 'The issuer paused it: no deadline is in force until it is resumed',
  options: {
    ultimatum: OPTIONS.ultimatum,
    ...SAID,
  },
  suggest,
  run: (args, context) => begin('suspend', args, context),
});
