/** `/issuers merge`: makes two issuers one, once a curator confirms it. */
import { z } from 'zod';
import {
  expired,
  refuse,
  slash,
  type Context,
  type FlowHandler,
  type Reply,
} from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { flowButton, row } from '../../src/discord/views/buttons.js';
import { closedView } from '../../src/discord/views/index.js';
import { opened, text } from '../../src/discord/views/parts.js';
import { needsCurator } from '../../src/drafting/rights.js';
import { mergeIssuers, pairOf, type KnownIssuer } from '../../src/guild/issuers.js';
import { mergeLines } from '../../src/wording/issuers.js';
import type { Text } from '../../src/wording/parts.js';
import { SHOWN } from '../../src/wording/text-budget.js';
import { typed } from '../../src/wording/typed.js';
import { suggestIssuers } from './suggest.js';

const FLOW = 'merge-issuers';

const stateSchema = z.object({ from: z.string(), into: z.string() });
type MergeState = z.infer<typeof stateSchema>;

const closing = (answer: Text): Reply => ({ kind: 'update', view: closedView(answer) });

async function ask(from: KnownIssuer, into: KnownIssuer, context: Context): Promise<Reply> {
  const { words } = context;
  const state: MergeState = { from: from.name, into: into.name };
  const key = await context.keep(FLOW, state);
  const { confirm, cancel } = words.issuers.merge;
  const buttons = row([flowButton(key, 'yes', confirm, { first: true }), flowButton(key, 'no', cancel)]);
  return { kind: 'message', view: opened([text(drawLines(mergeLines(words, from, into))), buttons]) };
}

async function merge(state: MergeState, key: string, context: Context): Promise<Reply> {
  const merged = await mergeIssuers(state, key, context);
  if (!merged.ok) return refuse(merged.refusal);
  const { done } = context.words.issuers.merge;
  return closing(done(typed(state.from, SHOWN.name), typed(state.into, SHOWN.name)));
}

export const issuersMergeFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run({ key, action, state }, context) {
    const refusal = needsCurator(context);
    if (refusal !== null) return refuse(refusal);
    if (action !== 'yes') {
      await context.people.finishPending(key, { kind: 'cancelled' });
      return closing(context.words.issuers.merge.cancelled);
    }
    const parsed = stateSchema.safeParse(state);
    return parsed.success ? merge(parsed.data, key, context) : expired;
  },
};

export const issuersMerge = slash({
  path: ['issuers', 'merge'],
  description: ({ issuers }) => issuers.merge.description,
  options: {
    from: {
      type: 'string',
      description: ({ issuers }) => issuers.merge.from,
      required: true,
      suggested: true,
      maxLength: 200,
    },
    into: {
      type: 'string',
      description: ({ issuers }) => issuers.merge.into,
      required: true,
      suggested: true,
      maxLength: 200,
    },
  },
  suggest: (_option, typedText, _given, context) => suggestIssuers(context, typedText),
  async run({ from, into }, context) {
    const refusal = needsCurator(context);
    if (refusal !== null) return refuse(refusal);
    const pair = pairOf(await context.server.issuers(), from, into);
    if (!pair.ok) return refuse(pair.refusal);
    if (pair.value.from !== null) return ask(pair.value.from, pair.value.into, context);
    return refuse({ why: 'not-found', what: 'issuer', given: from });
  },
});
