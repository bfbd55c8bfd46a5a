import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, SAID, suggest } from './options.js';

export const replace = slash({
  path: ['ultimatum', 'replace'],
  description: 'Another ultimatum of this record took its place',
  options: {
    ultimatum: OPTIONS.ultimatum,
    by: { type: 'integer', description: 'The one that took its place', required: true, suggested: true },
    ...SAID,
  },
  suggest,
  run: (args, context) => begin('replace', args, context),
});
