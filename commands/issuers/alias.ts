/** `/issuers alias`: another name for an issuer. */
import { refuse, slash } from '../../src/discord/command.js';
import { drawText } from '../../src/discord/draw.js';
import { cleanLine } from '../../src/domain/clean.js';
import { needsCurator } from '../../src/drafting/rights.js';
import { addAlias, type IssuerPair } from '../../src/guild/issuers.js';
import type { Words } from '../../src/wording/index.js';
import type { Text } from '../../src/wording/parts.js';
import { SHOWN } from '../../src/wording/text-budget.js';
import { typed } from '../../src/wording/typed.js';
import { suggestIssuers } from './suggest.js';

function answer({ issuers }: Words, alias: string, { from, into }: IssuerPair): Text {
  const issuer = typed(into.name, SHOWN.name);
  if (from === null) return issuers.alias.added(typed(alias, SHOWN.name), issuer);
  return issuers.alias.hasRecords(typed(from.name, SHOWN.name), from.count, issuer);
}

export const issuersAlias = slash({
  path: ['issuers', 'alias'],
  description: ({ issuers }) => issuers.alias.description,
  options: {
    alias: {
      type: 'string',
      description: ({ issuers }) => issuers.alias.alias,
      required: true,
      maxLength: 200,
    },
    issuer: {
      type: 'string',
      description: ({ issuers }) => issuers.alias.issuer,
      required: true,
      suggested: true,
      maxLength: 200,
    },
  },
  suggest: (_option, typedText, _given, context) => suggestIssuers(context, typedText),
  async run({ alias: given, issuer }, context) {
    const refusal = needsCurator(context);
    if (refusal !== null) return refuse(refusal);
    const alias = cleanLine(given);
    const added = await addAlias(alias, issuer, context);
    if (!added.ok) return refuse(added.refusal);
    return { kind: 'message', view: { content: drawText(answer(context.words, alias, added.value)) } };
  },
});
