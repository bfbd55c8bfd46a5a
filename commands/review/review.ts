/** `/review`: what members proposed and which deadlines passed, for curators. */
import { z } from 'zod';
import {
  expired,
  refuse,
  slash,
  type ButtonHandler,
  type Context,
  type FlowHandler,
  type Form,
  type Press,
  type Reply,
  type View,
} from '../../src/discord/command.js';
import { accept, decline } from '../../src/drafting/review/decide.js';
import { loadQueue } from '../../src/drafting/review/queue.js';
import { needsCurator } from '../../src/drafting/rights.js';
import { wholeIn } from '../../src/drafting/whole-number.js';
import type { Words } from '../../src/wording/index.js';
import type { Text } from '../../src/wording/parts.js';
import { reviewScreen, wholeScreen } from './screen.js';

const FLOW = 'review';

/** The page that is open, from 0. */
const stateSchema = z.object({ page: z.number().int() });

function pageIn(state: unknown): number {
  const parsed = stateSchema.safeParse(state);
  return parsed.success ? parsed.data.page : 0;
}

async function screen(key: string, page: number, done: Text | null, context: Context): Promise<View> {
  const { words, now } = context;
  // Kept at each turn of a page, so that a restart opens the page that was left.
  await context.keep(FLOW, { page }, { key });
  return reviewScreen(await loadQueue(context), page, done, { words, key, now });
}

async function open(context: Context): Promise<Reply> {
  const refusal = needsCurator(context);
  if (refusal !== null) return refuse(refusal);
  return { kind: 'message', view: await screen(context.key(), 0, null, context) };
}

function declineForm({ review: { declineForm: form } }: Words, key: string, id: string): Form {
  const field = {
    id: 'reason',
    label: form.reason,
    description: form.description,
    required: true,
    long: true,
    maxLength: 500,
  };
  return { key, action: `reason.${id}`, title: form.title, fields: [field] };
}

async function pressAccept(id: number, press: Press<unknown>, context: Context): Promise<Reply> {
  const page = pageIn(press.state);
  const accepted = await accept(id, context);
  if (!accepted.ok) return refuse(accepted.refusal, await screen(press.key, page, null, context));
  const done = context.words.review.accepted(accepted.value);
  return { kind: 'update', view: await screen(press.key, page, done, context) };
}

async function sendReason(id: number, press: Press<unknown>, context: Context): Promise<Reply> {
  const page = pageIn(press.state);
  const declined = await decline(id, press.fields.reason ?? '', context);
  if (!declined.ok) return refuse(declined.refusal, await screen(press.key, page, null, context));
  return { kind: 'update', view: await screen(press.key, page, context.words.review.declined, context) };
}

/** All of one proposal; the queue where somebody decided it meanwhile. */
async function showAll(id: number, page: number, press: Press<unknown>, context: Context): Promise<Reply> {
  const { words, now } = context;
  const { key } = press;
  const back = pageIn(press.state);
  const item = (await loadQueue(context)).find((waiting) => waiting.kind === 'proposal' && waiting.id === id);
  const isOpen = item?.kind === 'proposal' && item.state === 'open';
  const view = isOpen
    ? wholeScreen(item, page, back, { words, key, now })
    : await screen(key, back, words.review.gone, context);
  return { kind: 'update', view };
}

/** `accept.12`: the act, and the proposal or the page that it is about. */
async function act(press: Press<unknown>, context: Context): Promise<Reply> {
  const [name, about = '', page = '0'] = press.action.split('.');
  const id = wholeIn(about);
  if (id === null) return expired;
  switch (name) {
    case 'accept':
      return pressAccept(id, press, context);
    case 'decline':
      return { kind: 'form', form: declineForm(context.words, press.key, about) };
    case 'reason':
      return sendReason(id, press, context);
    case 'all':
      return showAll(id, wholeIn(page) ?? 0, press, context);
    case 'page':
      return { kind: 'update', view: await screen(press.key, id, null, context) };
    default:
      return expired;
  }
}

export const reviewFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run(press, context) {
    const refusal = needsCurator(context);
    return refusal === null ? act(press, context) : refuse(refusal);
  },
};

export const review = slash({
  path: ['review'],
  description: (words) => words.review.description,
  options: {},
  run: (_, context) => open(context),
});

/** Under the one message a day that says how much waits. */
export const reviewButton: ButtonHandler = {
  kind: 'button',
  name: 'review',
  run: (_, context) => open(context),
};
