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
import { ultimatumId } from '../domain/ultimatum-id.js';
import type { Command } from '../domain/command.js';
import { decide } from '../domain/decide/index.js';
import { foldOrNull } from '../domain/fold.js';
import { build } from './draft-to-command.js';
import { parseDraft, parseUndo, type Draft } from '../codec/draft.js';
import { DRAFT_FLOW, keepDraft, retyped } from './draft.js';
import { deadlineForm, verbForm } from './form-fields.js';
import { typedFrom } from './form-input.js';
import { present } from './preview.js';
import { mayBegin, mayUndo, save, UNDO_FLOW } from './save.js';

/** The buttons of a preview, and the forms they open. */
async function act(press: Press<Draft>, context: Context): Promise<Reply> {
  const { state: draft, key } = press;
  const { words } = context;
  const [action, about = ''] = press.action.split('.');
  switch (action) {
    case 'confirm':
      return save(press, context);
    case 'pick':
      return pick(press, Number(about), context);
    case 'undated':
      return replacing(press, { ...draft, undated: true }, context);
    case 'instead':
      return instead(press, about, context);
    case 'primary':
      return replacing(press, { ...draft, primary: true }, context);
    case 'change':
      return formReply(key, words.forms.changeDeadline, deadlineForm(draft.typed, draft.verb, words));
    case 'edit':
      return textForm(key, draft, context);
    case 'retype':
      return replacing(press, retyped(draft, typedFrom(press.fields)), context);
    case 'open':
      return reopenDraft(about, context);
    case 'cancel':
      await context.people.finishPending(key, { kind: 'cancelled' });
      return { kind: 'update', view: closedView('Cancelled. Nothing was saved.') };
    default:
      return expired;
  }
}

function formReply(key: string, title: string, fields: readonly FormField[]): Reply {
  return { kind: 'form', form: { key, action: 'retype', title, fields } };
}

async function textForm(key: string, draft: Draft, context: Context): Promise<Reply> {
  const { verb, number, typed } = draft;
  const ultimatum = number === null ? null : foldOrNull(await context.entries(number));
  const title = verb === 'hide' && ultimatum?.hidden != null ? 'unhide' : verb;
  return formReply(key, context.words.verbs.confirm[title], verbForm(verb, typed, context.words, ultimatum));
}

/** A new preview in the place of the old one, whose row is used up with it. */
function replacing(press: Press<Draft>, draft: Draft, context: Context): Promise<Reply> {
  const replaces = { press: press.key, done: { kind: 'replaced', because: 'changed' } } as const;
  return present(draft, context, 'update', { replaces });
}

/** A move that names no date is kept as something else: a source, or a pause. */
async function instead(press: Press<Draft>, verb: string, context: Context): Promise<Reply> {
  if (verb !== 'source' && verb !== 'suspend') return expired;
  const { deadline: _, ...typed } = press.state.typed;
  return replacing(press, { ...press.state, verb, typed, picked: null }, context);
}

async function pick(press: Press<Draft>, index: number, context: Context): Promise<Reply> {
  const draft = press.state;
  const built = await build({ ...draft, picked: null }, context);
  const candidate = built.ok ? built.value.question?.candidates[index] : undefined;
  return replacing(press, { ...draft, picked: candidate ?? null }, context);
}

async function reopenDraft(key: string, context: Context): Promise<Reply> {
  const row = await context.people.pending(key);
  const draft = parseDraft(row?.state);
  const own = row?.user === context.member.id && row.guild === context.guild;
  if (!own || row.done !== null || draft === null) return expired;
  const replaces = { press: key, done: { kind: 'replaced', because: 'reopened' } } as const;
  return present(draft, context, 'update', { replaces });
}

export const draftFlow: FlowHandler = {
  kind: 'flow',
  name: DRAFT_FLOW,
  async run(press, context) {
    const draft = parseDraft(press.state);
    if (draft === null) return expired;
    const refusal = mayBegin(draft.verb, context);
    return refusal === null ? act({ ...press, state: draft }, context) : refuse(refusal);
  },
};

/** Undo, while the announcement waits: the first entry hides the record, any other is taken out of the fold. */
export const undoFlow: FlowHandler = {
  kind: 'flow',
  name: UNDO_FLOW,
  async run(press, context) {
    const undo = parseUndo(press.state);
    if (undo === null || context.now >= undo.until) return expired;
    const { verb, number, seq } = undo;
    const refusal = mayUndo(verb, context);
    if (refusal !== null) return refuse(refusal);
    const by = await context.person();
    const command: Command =
      seq === 1
        ? { verb: 'hide', reason: 'undone' }
        : { verb: 'correct', entry: seq, fields: {}, removes: true, reason: 'undone' };
    const sentence = `Undone: ${ultimatumId(number)}. Nothing was posted; the log keeps both.`;
    const changed = await context.change(
      number,
      (entries) => decide(entries, command, { now: context.now, by, number }),
      { press: press.key, done: () => ({ kind: 'undone', number }) },
    );
    if (!changed.ok) return refuse(changed.refusal);
    return { kind: 'update', view: closedView(sentence) };
  },
};

/** The form of a verb before any preview: its draft is stored first. */
export async function openForm(draft: Draft, context: Context): Promise<Reply> {
  const refusal = mayBegin(draft.verb, context);
  if (refusal !== null) return refuse(refusal);
  const key = await keepDraft(draft, context);
  return textForm(key, draft, context);
}
