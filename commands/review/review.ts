import { z } from 'zod';
import {
  slash,
  type ButtonHandler,
  type Context,
  type FlowHandler,
  type Form,
  type Press,
  type Reply,
  type View,
} from '../../src/discord/command.js';
import type { Result } from '../../src/domain/refusal.js';
import { needsCurator } from '../../src/drafting/rights.js';
import { wholeIn } from '../../src/drafting/whole-number.js';
import { accept, decline } from './decide.js';
import { waiting } from './queue.js';
import { reviewScreen, wholeScreen } from './screen.js';

const FLOW = 'review';

/** The page that is open, from 0. */
const stateSchema = z.object({ page: z.number().int() });

function pageIn(state: unknown): number {
  const parsed = stateSchema.safeParse(state);
  return parsed.success ? parsed.data.page : 0;
}

async function screen(key: string, page: number, said: string | null, context: Context): Promise<View> {
  // Written at each turn, so that a restart opens the page that was left.
  await context.keep(FLOW, { page }, { key });
  return reviewScreen(context.words, await waiting(context), page, key, said);
}

async function open(context: Context): Promise<Reply> {
  const refusal = needsCurator(context);
  if (refusal !== null) return { kind: 'refusal', refusal };
  return { kind: 'message', view: await screen(context.key(), 0, null, context) };
}

function reasonForm(key: string, id: string): Form {
  const field = {
    id: 'reason',
    label: 'Why it is declined',
    description: 'Kept with the proposal.',
    required: true,
    long: true,
    maxLength: 500,
  };
  return { key, action: `reason.${id}`, title: 'Decline a proposal', fields: [field] };
}

async function answer(done: Result<string>, press: Press<unknown>, context: Context): Promise<Reply> {
  const said = done.ok ? done.value : null;
  const view = await screen(press.key, pageIn(press.state), said, context);
  return done.ok ? { kind: 'update', view } : { kind: 'refusal', refusal: done.refusal, view };
}

/** All of one proposal; the queue where somebody decided it meanwhile. */
async function showAll(id: number, page: number, press: Press<unknown>, context: Context): Promise<Reply> {
  const back = pageIn(press.state);
  const item = (await waiting(context)).find((one) => one.kind === 'proposal' && one.id === id);
  const gone = item?.kind !== 'proposal' || !item.acceptable;
  const view = gone
    ? await screen(press.key, back, 'That proposal no longer waits.', context)
    : wholeScreen(item, page, press.key, back);
  return { kind: 'update', view };
}

/** `accept.12`: the act and the proposal, or the page, that it is about. */
async function act(press: Press<unknown>, context: Context): Promise<Reply> {
  const [verb, about = '', more = '0'] = press.action.split('.');
  const id = wholeIn(about);
  if (id === null) return { kind: 'refusal', refusal: { why: 'expired' } };
  switch (verb) {
    case 'accept':
      return answer(await accept(id, context), press, context);
    case 'decline':
      return { kind: 'form', form: reasonForm(press.key, about) };
    case 'reason':
      return answer(await decline(id, press.fields.reason ?? '', context), press, context);
    case 'all':
      return showAll(id, wholeIn(more) ?? 0, press, context);
    case 'page':
      return { kind: 'update', view: await screen(press.key, id, null, context) };
    default:
      return { kind: 'refusal', refusal: { why: 'expired' } };
  }
}

export const reviewFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run(press, context) {
    const refusal = needsCurator(context);
    return refusal === null ? act(press, context) : { kind: 'refusal', refusal };
  },
};

export const review = slash({
  path: ['review'],
  description: 'What waits for a curator: proposals, and deadlines that passed',
  options: {},
  run: (_, context) => open(context),
});

/** Under the one message a day that says how much waits. */
export const reviewButton: ButtonHandler = {
  kind: 'button',
  name: 'review',
  run: (_, context) => open(context),
};
