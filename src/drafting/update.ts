/** An update of an ultimatum, from a post or from the button of its card: the form, and the preview of what was sent. */
import { parseSeenPost, type Draft, type SeenPost } from '../codec/draft.js';
import {
  expired,
  refuse,
  type Context,
  type FlowHandler,
  type FormField,
  type Press,
  type Reply,
} from '../discord/command.js';
import { flowButton, row } from '../discord/views/buttons.js';
import { opened, text } from '../discord/views/parts.js';
import { refuse as failed, type Refusal, type Result } from '../domain/refusal.js';
import { plain } from '../wording/parts.js';
import { draftAbout } from './begin.js';
import { keepDraft, type Replaced } from './draft.js';
import { showPreview } from './preview.js';
import { refusedToBegin } from './may-begin.js';
import { mayBegin } from './rights.js';
import { numberIn } from './suggestions.js';
import { isHappened, updateFields, type Happened, type NewsPost } from './update-form.js';

const UPDATE_FLOW = 'update';

/** Opens the form of an update; with `number` null the best match in the post is proposed. */
export async function openUpdate(
  number: number | null,
  post: NewsPost | null,
  context: Context,
): Promise<Reply> {
  const refused = await refusedToBegin('move', number, context);
  if (refused !== null) return refused;
  const draft = number === null ? null : await draftAbout('move', number, {}, context);
  if (draft?.ok === false) return refuse(draft.refusal);
  const fields = await updateFields(number, post, context);
  const { url = null, at = null, outlet = null } = post ?? {};
  const key = await context.keep(UPDATE_FLOW, { url, at, outlet, sent: {} } satisfies SeenPost);
  return formReply(key, fields, context);
}

function formReply(key: string, fields: readonly FormField[], { words }: Context): Reply {
  return { kind: 'form', form: { key, action: 'send', title: words.menus.update.title, fields } };
}

/** The form once more, with what was sent and refused. */
async function again(key: string, { sent }: SeenPost, context: Context): Promise<Reply> {
  const fields = await updateFields(null, null, context);
  const filled = fields.map((field) => ({ ...field, value: sent[field.id] ?? '' }));
  return formReply(key, filled, context);
}

/** Says why the form leads nowhere; what was sent is kept, and a button opens it again. */
async function refuseSent(
  refusal: Refusal,
  { key, fields }: Pick<Press<unknown>, 'key' | 'fields'>,
  post: SeenPost,
  context: Context,
): Promise<Reply> {
  const { drafts } = context.words;
  await context.keep(UPDATE_FLOW, { ...post, sent: fields } satisfies SeenPost, { key });
  const button = flowButton(key, 'again', drafts.buttons.edit, { first: true });
  return refuse(refusal, opened([text(plain(drafts.kept)), row([button])]));
}

/** No form can follow a form: a button opens the one that asks what each side did. */
async function askOutcome(
  draft: Draft,
  number: number,
  { replaces }: { readonly replaces: Replaced },
  context: Context,
): Promise<Reply> {
  const key = await keepDraft(draft, context, replaces);
  const { update } = context.words.menus;
  const buttons = row([
    flowButton(key, 'edit', update.toOutcome, { first: true }),
    flowButton(key, 'cancel', context.words.drafts.buttons.cancel),
  ]);
  return { kind: 'message', view: opened([text(plain(update.next(number))), buttons]) };
}

/** The draft that the form makes, or why it makes none. */
async function draftIn(
  what: Happened,
  { which = '', deadline = '', quote = '', source = '' }: Press<unknown>['fields'],
  context: Context,
): Promise<Result<Draft>> {
  const number = numberIn(which);
  if (number === null) return failed({ why: 'not-found', what: 'ultimatum', given: which });
  const refusal = mayBegin(what, context);
  return refusal === null ? draftAbout(what, number, { deadline, quote, source }, context) : failed(refusal);
}

export const updateFlow: FlowHandler = {
  kind: 'flow',
  name: UPDATE_FLOW,
  async run(press, context) {
    const { key, state, fields, action } = press;
    const post = parseSeenPost(state);
    if (post === null) return expired;
    if (action === 'again') return again(key, post, context);
    if (!isHappened(fields.what)) return expired;
    const draft = await draftIn(fields.what, fields, context);
    if (!draft.ok) return refuseSent(draft.refusal, press, post, context);
    const sent: Draft = { ...draft.value, seenIn: post.url, posted: post.at, outlet: post.outlet };
    const replaces = { press: key, done: { kind: 'replaced', because: 'sent' } } as const;
    const { verb, number } = sent;
    if (verb === 'outcome' && number !== null) return askOutcome(sent, number, { replaces }, context);
    return showPreview(sent, context, 'message', { replaces });
  },
};
