/** `/ultimatum link`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { LINK_KINDS } from '../../src/domain/entry.js';
import { OPTIONS, suggest } from './options.js';

export const link = slash({
  path: ['ultimatum', 'link'],
  description: (words) => words.verbs.descriptions.link,
  options: {
    ultimatum: OPTIONS.ultimatum,
    to: { ...OPTIONS.ultimatum, description: (words) => words.ultimatum.link.to },
    as: {
      type: 'string',
      description: (words) => words.ultimatum.link.as,
      required: true,
      choices: LINK_KINDS.map((value) => ({ value, name: (words) => words.forms.choices.linkKind[value] })),
    },
  },
  suggest,
  run: (args, context) => begin('link', args, context),
});
