import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, SAID, suggest } from './options.js';

export const resume = slash({
  path: ['ultimatum', 'resume'],
  description: 'The issuer set a deadline again after a pause',
  options: {
    ultimatum: OPTIONS.ultimatum,
    deadline: { ...OPTIONS.deadline, required: true },
    ...SAID,
    zone: OPTIONS.zone,
  },
  suggest,
  run: (args, context) => begin('resume', args, context),
});
