/** `/issuer`: what the record counts of one issuer. */
import { refuse, slash } from '../../src/discord/command.js';
import { issuerView } from '../../src/discord/views/index.js';
import { cleanLine } from '../../src/domain/clean.js';
import { issuerFigures } from '../../src/guild/figures.js';
import { suggestIssuers } from '../issuers/suggest.js';

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
    const found = await issuerFigures(cleanLine(given), context);
    if (!found.ok) return refuse(found.refusal);
    const { inclusionRule } = context.settings;
    return { kind: 'message', view: issuerView(context.words, { ...found.value, inclusionRule }) };
  },
});
