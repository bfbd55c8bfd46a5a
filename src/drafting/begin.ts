import { ultimatumId } from '../domain/ultimatum-id.js';
import { refuse, type Context, type Reply } from '../discord/command.js';
import { ok, refuse as failed, type Result } from '../domain/refusal.js';
import { isHidden } from '../domain/visible.js';
import { parseDraft, TYPED, type Draft, type Typed, type DraftVerb } from '../codec/draft.js';
import { newDraft, DRAFT_FLOW } from './draft.js';
import type { Unfinished } from './notes.js';
import { present } from './preview.js';
import { mayBegin } from './save.js';
import { openForm } from './draft-flow.js';
import { typedWords } from './date-suggestions.js';

type Args = Readonly<Record<string, string | number | boolean | undefined>>;

/** Some phones send a suggestion's visible text, "Friday → end of Fri 8 Aug": the words before the arrow were typed. */
const ECHOED = new Set(['deadline', 'stated', 'complied', 'acted']);

function typedOf(args: Args): Typed {
  const entries = TYPED.flatMap((name) => {
    const given = args[name];
    if (given === undefined) return [];
    const text = String(given);
    return [[name, ECHOED.has(name) ? typedWords(text) : text] as const];
  });
  return Object.fromEntries(entries);
}

/**
 * A draft about an ultimatum of this server, which remembers the last entry its author has seen. Refused of a hidden one,
 * before any form opens: all that can be done with it is to show it again.
 */
export async function draftAbout(
  verb: DraftVerb,
  number: number,
  args: Args,
  context: Context,
): Promise<Result<Draft>> {
  const entries = await context.entries(number);
  const seen = entries.at(-1)?.seq;
  if (seen === undefined) return failed({ why: 'not-found', what: 'ultimatum', given: ultimatumId(number) });
  if (verb !== 'hide' && isHidden(entries)) return failed({ why: 'hidden', number });
  return ok(newDraft(verb, typedOf(args), { number, seen }));
}

/** Starts a verb about an ultimatum: rights first, then the draft, then its preview. */
export async function begin(
  verb: DraftVerb,
  args: Args & { readonly ultimatum: number },
  context: Context,
): Promise<Reply> {
  const refusal = mayBegin(verb, context);
  if (refusal !== null) return refuse(refusal);
  const draft = await draftAbout(verb, args.ultimatum, args, context);
  return draft.ok ? present(draft.value, context, 'message') : refuse(draft.refusal);
}

/** Starts an outcome: with what each side did typed its preview, otherwise the form that asks for it. */
export async function beginOutcome(
  args: Args & { readonly ultimatum: number },
  context: Context,
): Promise<Reply> {
  const complete = args['compliance'] !== undefined && args['follow-through'] !== undefined;
  if (complete) return begin('outcome', args, context);
  const refusal = mayBegin('outcome', context);
  if (refusal !== null) return refuse(refusal);
  const draft = await draftAbout('outcome', args.ultimatum, args, context);
  return draft.ok ? openForm(draft.value, context) : refuse(draft.refusal);
}

async function unfinishedRecord({ people, member }: Context): Promise<Unfinished | null> {
  const row = await people.unfinished(member.id, DRAFT_FLOW);
  const draft = parseDraft(row?.state);
  if (row === null || draft?.verb !== 'record' || draft.typed.demand === undefined) return null;
  return { key: row.key, demand: draft.typed.demand };
}

/** Starts a new record; one that was begun and never saved is offered again. */
export async function beginRecord(draft: Draft, context: Context): Promise<Reply> {
  const refusal = mayBegin('record', context);
  if (refusal !== null) return refuse(refusal);
  return present(draft, context, 'message', { unfinished: await unfinishedRecord(context) });
}

export const recordDraft = (args: Args): Draft => newDraft('record', typedOf(args), null);
