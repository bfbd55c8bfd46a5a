/** `/issuer`: what the record counts of one issuer. */
import { refuse, slash } from '../../src/discord/command.js';
import { cleanLine } from '../../src/domain/clean.js';
import { suggestIssuers } from '../issuers/suggest.js';
import { figuresScreen } from './post.js';

export const issuer = slash({
  path: ['issuer'],
  description: ({ figures }) => figures.issuer.description,
  options: {
    issuer: {
      type: 'string',
      description: ({ figures }) => figures.issuer.option,
      required: true,
      suggested: true,
      maxLength: 200,
    },
  },
  suggest: (_option, typed, _given, context) => suggestIssuers(context, typed),
  async run({ issuer: given }, context) {
    const screen = await figuresScreen({ issuer: cleanLine(given) }, context);
    return screen.ok ? { kind: 'message', view: screen.value } : refuse(screen.refusal);
  },
});
