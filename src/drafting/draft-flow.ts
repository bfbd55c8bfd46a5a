/** The buttons of a preview, and the forms they open. */
import { parseDraft, type Draft, type Typed } from '../codec/draft.js';
import {
  expired,
  refuse,
  type Context,
  type FlowHandler,
  type FormField,
  type Press,
  type Reply,
} from '../discord/command.js';
import { closedView } from '../discord/views/index.js';
import type { Replacement } from '../domain/done.js';
import { foldOrNull } from '../domain/fold.js';
import { answerName, answerZone } from './asks.js';
import { correctionForm, isBare, withToday } from './correction-form.js';
import { DRAFT_FLOW, keepDraft, newDraft, retyped } from './draft.js';
import { draftToCommand } from './draft-to-command.js';
import { deadlineForm, eventForm, recordForm, verbForm } from './form-fields.js';
import { formTexts } from './form-input.js';
import { showPreview } from './preview.js';
import { INSTEAD, type InsteadVerb } from './remedies.js';
import { mayBegin } from './rights.js';
import { saidOnDay } from './said-in-post.js';
import { save } from './save.js';
import { withRecords } from './statements.js';

async function onPress(press: Press<Draft>, context: Context): Promise<Reply> {
  const { state: draft, key } = press;
  const { words } = context;
  const [action, subject = ''] = press.action.split('.');
  switch (action) {
    case 'confirm':
      return save(press, context);
    case 'pick':
      return pick(press, Number(subject), context);
    case 'undated':
      return replace(press, { ...draft, undated: true }, context);
    case 'instead':
      return saveInstead(press, subject, context);
    case 'correct':
      return correctEntry(press, Number(subject), context);
    case 'entry':
      return takeEntry(press, subject, context);
    case 'target':
      return replace(press, await withTarget(draft, Number(subject), context), context);
    case 'remove':
      return replace(press, removing(draft), context);
    case 'keep':
      return replace(press, retyped(draft, { remove: '' }), context);
    case 'primary':
      return replace(press, { ...draft, primary: true }, context);
    case 'records':
      return replace(press, withRecords(draft), context);
    case 'name':
      return replace(press, await answerName(draft, subject, context), context);
    case 'said':
      return replace(press, await saidOnDay(draft, context), context);
    case 'zone':
      return replace(press, await answerZone(draft, subject, context), context);
    case 'change':
      return formReply(
        key,
        words.drafts.buttons.changeDeadline,
        deadlineForm(draft.typed, draft.verb, words),
      );
    case 'event':
      return formReply(key, words.drafts.buttons.datedEvent, eventForm(draft.typed, draft.verb, words));
    case 'edit':
      return textForm(key, draft, context);
    case 'retype':
      return replace(press, retyped(draft, formTexts(draft, press.fields)), context);
    case 'show':
      return replace(press, draft, context, 'reopened');
    case 'open':
      return reopen(subject, context);
    case 'cancel':
      return cancel(key, context);
    default:
      return expired;
  }
}

function formReply(key: string, title: string, fields: readonly FormField[]): Reply {
  return { kind: 'form', form: { key, action: 'retype', title, fields } };
}

async function textForm(key: string, draft: Draft, { entries, words }: Context): Promise<Reply> {
  const { verb, number, typed } = draft;
  const about = number === null ? [] : await entries(number);
  if (verb === 'correct')
    return formReply(key, words.verbs.confirm.correct, correctionForm(draft, about, words));
  const ultimatum = foldOrNull(about);
  const act = verb === 'hide' && ultimatum !== null && ultimatum.hidden !== null ? 'unhide' : verb;
  return formReply(key, words.verbs.confirm[act], verbForm(verb, typed, words, ultimatum));
}

/** Shows a new preview in the place of the old one, whose row is used up with it. */
function replace(
  { key: press }: Pick<Press<Draft>, 'key'>,
  draft: Draft,
  context: Context,
  because: Replacement = 'changed',
): Promise<Reply> {
  return showPreview(draft, context, 'update', { replaces: { press, done: { kind: 'replaced', because } } });
}

/** What holds no deadline of its own keeps none when a draft becomes it. */
const UNDATED: ReadonlySet<InsteadVerb> = new Set(['source', 'suspend', 'outcome', 'dispute']);

/** Makes something else of a draft that can't be saved as it is; a form asks for what that needs beside. */
async function saveInstead(press: Press<Draft>, given: string, context: Context): Promise<Reply> {
  const verb = INSTEAD.find((known) => known === given);
  if (verb === undefined) return expired;
  const { deadline, ...others } = press.state.typed;
  const typed = UNDATED.has(verb) ? others : { ...others, deadline };
  const draft = { ...press.state, verb, typed, picked: null };
  return verb === 'outcome' || verb === 'dispute' ? openForm(draft, context) : replace(press, draft, context);
}

/** Corrects the entry that stands in the way; what was typed of an outcome is put into its form. */
async function correctEntry({ state }: Press<Draft>, entry: number, context: Context): Promise<Reply> {
  const { number, seen, typed } = state;
  if (number === null || seen === null) return expired;
  const refusal = mayBegin('correct', context);
  if (refusal !== null) return refuse(refusal);
  const outcome = state.verb === 'outcome' ? pickedFrom(typed) : {};
  const bare = newDraft('correct', { ...outcome, entry: String(entry) }, { number, seen });
  const draft = await withToday(bare, context);
  const fields = correctionForm(draft, await context.entries(number), context.words);
  return fields.length === 0 ? showPreview(draft, context, 'message') : openForm(draft, context);
}

/** Another entry in the place of the one that was typed; where nothing else was, its form asks what is wrong with it. */
async function takeEntry(press: Press<Draft>, entry: string, context: Context): Promise<Reply> {
  const draft = retyped(press.state, { entry });
  if (!isBare(draft)) return replace(press, draft, context);
  const asked = await withToday(draft, context);
  const about = draft.number === null ? [] : await context.entries(draft.number);
  const isAsked = correctionForm(asked, about, context.words).length > 0;
  return isAsked ? openForm(asked, context) : replace(press, draft, context);
}

/** What an outcome and the correction of one have in common. */
function pickedFrom({ compliance, 'follow-through': followThrough, complied, acted, note }: Typed): Typed {
  return { compliance, 'follow-through': followThrough, complied, acted, note };
}

/** The draft for one of the targets on record. */
async function withTarget(draft: Draft, index: number, { entries }: Context): Promise<Draft> {
  const ultimatum = draft.number === null ? null : foldOrNull(await entries(draft.number));
  const target = ultimatum?.targets[index];
  return target === undefined ? draft : retyped(draft, { target });
}

/** Takes the entry out whole: what was typed beside that is left out. */
function removing(draft: Draft): Draft {
  const { entry, reason } = draft.typed;
  return { ...draft, typed: { entry, reason, remove: 'true' }, picked: null };
}

/** Takes one of the readings that were offered. */
async function pick(press: Press<Draft>, index: number, context: Context): Promise<Reply> {
  const draft = press.state;
  const drafted = await draftToCommand({ ...draft, picked: null }, context);
  const picked = drafted.ok ? (drafted.value.question?.candidates[index] ?? null) : null;
  return replace(press, { ...draft, picked }, context);
}

/** Opens a draft of the same member that was left unfinished. */
async function reopen(key: string, context: Context): Promise<Reply> {
  const row = await context.people.pending(key);
  const draft = parseDraft(row?.state);
  const belongs = row?.user === context.member.id && row.guild === context.guild;
  if (!belongs || row.done !== null || draft === null) return expired;
  return replace({ key }, draft, context, 'reopened');
}

async function cancel(key: string, { people, words }: Context): Promise<Reply> {
  const done = { kind: 'cancelled' } as const;
  await people.finishPending(key, done);
  return { kind: 'update', view: closedView(words.done(done)) };
}

export const draftFlow: FlowHandler = {
  kind: 'flow',
  name: DRAFT_FLOW,
  async run(press, context) {
    const draft = parseDraft(press.state);
    if (draft === null) return expired;
    const refusal = mayBegin(draft.verb, context);
    return refusal === null ? onPress({ ...press, state: draft }, context) : refuse(refusal);
  },
};

/** Opens the form of a verb before there is a preview; its draft is kept first. */
export async function openForm(draft: Draft, context: Context): Promise<Reply> {
  const refusal = mayBegin(draft.verb, context);
  if (refusal !== null) return refuse(refusal);
  const key = await keepDraft(draft, context);
  return textForm(key, draft, context);
}

/** Opens the form of a new record, filled with what was typed so far. */
export async function openRecordForm(draft: Draft, context: Context): Promise<Reply> {
  const { words } = context;
  const key = await keepDraft(draft, context);
  return formReply(key, words.menus.record.title, recordForm(draft.typed, words));
}
