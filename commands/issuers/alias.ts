import { slash } from '../../src/discord/command.js';
import { counted, safe, SHOWN } from '../../src/discord/views/text.js';
import { cleanLine } from '../../src/domain/clean.js';
import { needsCurator } from '../../src/drafting/rights.js';
import { joined, suggestFrom, type Known } from './names.js';

function done(alias: string, into: Known): string {
  const name = safe(into.name, SHOWN.name);
  return `"${safe(alias, SHOWN.name)}" is now another name of ${name}. Logged with your name.`;
}

function mergeInstead(from: Known, into: Known): string {
  const name = safe(from.name, SHOWN.name);
  return `${name} has ${counted(from.count, 'record')} of its own. To join it to ${safe(into.name, SHOWN.name)}: /issuers merge.`;
}

export const issuersAlias = slash({
  path: ['issuers', 'alias'],
  description: 'Another name for an issuer: "Trump" for Donald Trump',
  options: {
    alias: { type: 'string', description: 'The other name', required: true, maxLength: 200 },
    issuer: { type: 'string', description: 'Who is meant', required: true, suggested: true, maxLength: 200 },
  },
  suggest: (_option, typed, _given, context) => suggestFrom(context, typed),
  async run({ alias: typed, issuer }, context) {
    const alias = cleanLine(typed);
    const refusal = needsCurator(context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const all = await context.server.issuers();
    const names = joined(all, alias, issuer);
    if (!names.ok) return { kind: 'refusal', refusal: names.refusal };
    const { from, into } = names.value;
    if (from !== null) return { kind: 'message', view: { content: mergeInstead(from, into) } };
    const { guild, now } = context;
    const line = { guild, aliases: [alias], name: into.name, by: await context.person(), now };
    const saved = await context.server.addAliases(line);
    if (!saved.ok) return { kind: 'refusal', refusal: saved.refusal };
    return { kind: 'message', view: { content: done(alias, into) } };
  },
});
