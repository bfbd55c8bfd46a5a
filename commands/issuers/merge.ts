import { z } from 'zod';
import { slash, type Context, type FlowHandler, type Reply } from '../../src/discord/command.js';
import { counted, safe, SHOWN } from '../../src/discord/views/text.js';
import { flowButton, row } from '../../src/discord/views/buttons.js';
import { opened, text } from '../../src/discord/views/parts.js';
import { needsCurator } from '../../src/drafting/rights.js';
import { joined, suggestFrom, type Known } from './names.js';

const FLOW = 'merge-issuers';

const stateSchema = z.object({ from: z.string(), into: z.string() });
type State = z.infer<typeof stateSchema>;

const named = ({ name, count }: Known) => `${safe(name, SHOWN.name)} (${counted(count, 'record')})`;

async function ask(from: Known, into: Known, context: Context): Promise<Reply> {
  const state: State = { from: from.name, into: into.name };
  const key = await context.keep(FLOW, state);
  const question = `**One issuer?** ${named(from)} becomes another name of ${named(into)}.`;
  const small = '-# The words of the records stay as they were stated. Logged with your name.';
  const buttons = row([flowButton(key, 'yes', 'Merge', { first: true }), flowButton(key, 'no', 'Cancel')]);
  return { kind: 'message', view: opened([text(question, small), buttons]) };
}

/** The older names come along, so that each still leads to the one issuer. */
async function merge({ from, into }: State, key: string, context: Context): Promise<Reply> {
  const { server, guild, now } = context;
  const names = joined(await server.issuers(), from, into);
  if (!names.ok) return { kind: 'refusal', refusal: names.refusal };
  const by = await context.person();
  const older = names.value.from?.aliases ?? [];
  const done = `${safe(from, SHOWN.name)} and ${safe(into, SHOWN.name)} are one issuer now: ${safe(into, SHOWN.name)}.`;
  const saved = await server.addAliases(
    { guild, aliases: [...older, from], name: names.value.into.name, by, now },
    { press: key, done: () => ({ kind: 'issuers-merged' }) },
  );
  if (!saved.ok) return { kind: 'refusal', refusal: saved.refusal };
  return { kind: 'update', view: opened([text(done)]) };
}

export const issuersMergeFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run({ key, action, state }, context) {
    const refusal = needsCurator(context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    if (action !== 'yes') {
      await context.people.finishPending(key, { kind: 'cancelled' });
      return { kind: 'update', view: opened([text('Nothing was changed.')]) };
    }
    const parsed = stateSchema.safeParse(state);
    return parsed.success
      ? merge(parsed.data, key, context)
      : { kind: 'refusal', refusal: { why: 'expired' } };
  },
};

export const issuersMerge = slash({
  path: ['issuers', 'merge'],
  description: 'Makes two issuers one, with all their names',
  options: {
    from: {
      type: 'string',
      description: 'The name that goes',
      required: true,
      suggested: true,
      maxLength: 200,
    },
    into: {
      type: 'string',
      description: 'The name that stays',
      required: true,
      suggested: true,
      maxLength: 200,
    },
  },
  suggest: (_option, typed, _given, context) => suggestFrom(context, typed),
  async run({ from, into }, context) {
    const refusal = needsCurator(context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const names = joined(await context.server.issuers(), from, into);
    if (!names.ok) return { kind: 'refusal', refusal: names.refusal };
    if (names.value.from !== null) return ask(names.value.from, names.value.into, context);
    return { kind: 'refusal', refusal: { why: 'not-found', what: 'issuer', given: from } };
  },
});
