import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, suggest } from './options.js';

export const source = slash({
  path: ['ultimatum', 'source'],
  description: 'Add a source',
  options: {
    ultimatum: OPTIONS.ultimatum,
    source: { ...OPTIONS.source, required: true },
    quote: OPTIONS.quote,
    stated: OPTIONS.stated,
    grade: {
      type: 'string',
      description: 'What kind of source it is (default: a report)',
      choices: [
        { value: 'primary', name: 'The issuer’s own words, an order, a record' },
        { value: 'secondary', name: 'An independent report' },
      ],
    },
    archive: { type: 'string', description: 'Link to an exact copy of it', maxLength: 1000 },
  },
  suggest,
  run: (args, context) => begin('source', args, context),
});
