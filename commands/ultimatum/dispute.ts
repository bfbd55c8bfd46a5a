import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, suggest } from './options.js';

export const dispute = slash({
  path: ['ultimatum', 'dispute'],
  description: 'Say that the record is wrong, and why',
  options: {
    ultimatum: OPTIONS.ultimatum,
    reason: { type: 'string', description: 'Why', required: true, maxLength: 1000 },
    source: OPTIONS.source,
  },
  suggest,
  run: (args, context) => begin('dispute', args, context),
});
