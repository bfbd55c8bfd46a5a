/** `/ultimatum source`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { OPTIONS, proposing, suggest } from './options.js';

export const source = slash({
  path: ['ultimatum', 'source'],
  description: (words) => words.verbs.descriptions.source,
  options: {
    ultimatum: OPTIONS.ultimatum,
    source: { ...OPTIONS.source, required: true },
    quote: OPTIONS.quote,
    stated: OPTIONS.stated,
    grade: OPTIONS.grade,
    archive: { type: 'string', description: (words) => words.ultimatum.source.archive, maxLength: 1000 },
  },
  suggest: proposing(suggest),
  run: (args, context) => begin('source', args, context),
});
