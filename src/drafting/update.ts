/** An update of an ultimatum, from a post or from the button of its card: the form, and the preview of what was sent. */
import { parseSeenPost, type Draft, type SeenPost } from '../codec/draft.js';
import { expired, refuse, type Context, type FlowHandler, type Reply } from '../discord/command.js';
import { flowButton, row } from '../discord/views/buttons.js';
import { opened, text } from '../discord/views/parts.js';
import { plain } from '../wording/parts.js';
import { draftAbout } from './begin.js';
import { keepDraft, type Replaced } from './draft.js';
import { showPreview } from './preview.js';
import { refusedToBegin } from './may-begin.js';
import { mayBegin } from './rights.js';
import { numberIn } from './suggestions.js';
import { isHappened, updateFields, type NewsPost } from './update-form.js';

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
  const state: SeenPost = { url: post?.url ?? null, at: post?.at ?? null, outlet: post?.outlet ?? null };
  const key = await context.keep(UPDATE_FLOW, state);
  return { kind: 'form', form: { key, action: 'send', title: context.words.menus.update.title, fields } };
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

export const updateFlow: FlowHandler = {
  kind: 'flow',
  name: UPDATE_FLOW,
  async run({ key, state, fields }, context) {
    const { which = '', what, deadline = '', quote = '', source = '' } = fields;
    const post = parseSeenPost(state);
    if (post === null || !isHappened(what)) return expired;
    const number = numberIn(which);
    if (number === null) return refuse({ why: 'not-found', what: 'ultimatum', given: which });
    const refusal = mayBegin(what, context);
    if (refusal !== null) return refuse(refusal);
    const draft = await draftAbout(what, number, { deadline, quote, source }, context);
    if (!draft.ok) return refuse(draft.refusal);
    const sent: Draft = { ...draft.value, seenIn: post.url, posted: post.at, outlet: post.outlet };
    const replaces = { press: key, done: { kind: 'replaced', because: 'sent' } } as const;
    if (what === 'outcome') return askOutcome(sent, number, { replaces }, context);
    return showPreview(sent, context, 'message', { replaces });
  },
};
