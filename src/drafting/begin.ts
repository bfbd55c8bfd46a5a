/** How a verb begins: rights first, then the draft, then its preview or its form. */
import { parseDraft, type Draft, type Typed } from '../codec/draft.js';
import { TYPED } from '../domain/field-name.js';
import type { DraftVerb } from '../domain/verbs.js';
import { refuse, type Context, type Reply } from '../discord/command.js';
import { ok, refuse as failed, type Result } from '../domain/refusal.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import { isHidden } from '../domain/visible.js';
import { correctionForm, isBare, withToday } from './correction-form.js';
import { typedWords } from './date-suggestions.js';
import { DRAFT_FLOW, newDraft } from './draft.js';
import { openForm, openRecordForm } from './draft-flow.js';
import type { Unfinished } from './notes.js';
import { showPreview } from './preview.js';
import { refusedToBegin } from './may-begin.js';

/** The options of a slash command. */
type GivenOptions = Readonly<Record<string, string | number | boolean | undefined>>;

/** Some phones send the visible text of a suggestion, "Friday → end of Fri 8 Aug": the words before the arrow were typed. */
const SUGGESTED_DATES = new Set(['deadline', 'stated', 'complied', 'acted', 'when']);

function typedOf(given: GivenOptions): Typed {
  const entries = TYPED.flatMap((name) => {
    const option = given[name];
    if (option === undefined) return [];
    const text = String(option);
    return [[name, SUGGESTED_DATES.has(name) ? typedWords(text) : text] as const];
  });
  return Object.fromEntries(entries);
}

/**
 * A draft about an ultimatum of this server, with the last entry its author has seen. A hidden ultimatum is refused
 * before any form opens: it can only be made visible again.
 */
export async function draftAbout(
  verb: DraftVerb,
  number: number,
  given: GivenOptions,
  context: Context,
): Promise<Result<Draft>> {
  const entries = await context.entries(number);
  const seen = entries.at(-1)?.seq;
  if (seen === undefined) return failed({ why: 'not-found', what: 'ultimatum', given: ultimatumId(number) });
  if (verb !== 'hide' && isHidden(entries)) return failed({ why: 'hidden', number });
  return ok(newDraft(verb, typedOf(given), { number, seen }));
}

/** Begins a verb about an ultimatum with its preview. */
export async function begin(
  verb: DraftVerb,
  given: GivenOptions & { readonly ultimatum: number },
  context: Context,
): Promise<Reply> {
  const refused = await refusedToBegin(verb, given.ultimatum, context);
  if (refused !== null) return refused;
  const draft = await draftAbout(verb, given.ultimatum, given, context);
  return draft.ok ? showPreview(draft.value, context, 'message') : refuse(draft.refusal);
}

/** Begins a verb about an ultimatum with its form. */
export async function beginForm(
  verb: DraftVerb,
  number: number,
  given: GivenOptions,
  context: Context,
): Promise<Reply> {
  const refused = await refusedToBegin(verb, number, context);
  if (refused !== null) return refused;
  const draft = await draftAbout(verb, number, given, context);
  return draft.ok ? openForm(draft.value, context) : refuse(draft.refusal);
}

/** Begins an outcome: with what each side did typed its preview, otherwise the form that asks for it. */
export async function beginOutcome(
  given: GivenOptions & { readonly ultimatum: number },
  context: Context,
): Promise<Reply> {
  const complete = given['compliance'] !== undefined && given['follow-through'] !== undefined;
  return complete ? begin('outcome', given, context) : beginForm('outcome', given.ultimatum, given, context);
}

/** Begins a correction: with what is wrong typed its preview, otherwise the form with what the entry says today. */
export async function beginCorrection(
  given: GivenOptions & { readonly ultimatum: number },
  context: Context,
): Promise<Reply> {
  const refused = await refusedToBegin('correct', given.ultimatum, context);
  if (refused !== null) return refused;
  const bare = await draftAbout('correct', given.ultimatum, given, context);
  if (!bare.ok) return refuse(bare.refusal);
  const draft = await withToday(bare.value, context);
  const fields = isBare(draft)
    ? correctionForm(draft, await context.entries(given.ultimatum), context.words)
    : [];
  return fields.length === 0 ? showPreview(draft, context, 'message') : openForm(draft, context);
}

async function unfinishedRecord({ people, member }: Context): Promise<Unfinished | null> {
  const row = await people.unfinished(member.id, DRAFT_FLOW);
  const draft = parseDraft(row?.state);
  if (row === null || draft?.verb !== 'record' || draft.typed.demand === undefined) return null;
  return { key: row.key, demand: draft.typed.demand };
}

/** What a record needs beside its source; the form asks for what was not typed. */
const NEEDED = ['issuer', 'target', 'demand', 'deadline'] as const;

/**
 * Begins a new record: with who, whom, what and when typed its preview, otherwise the form that asks for it. One that was
 * begun and never saved is offered again.
 */
export async function beginRecord(given: GivenOptions, context: Context): Promise<Reply> {
  const refused = await refusedToBegin('record', null, context);
  if (refused !== null) return refused;
  const draft = newDraft('record', typedOf(given), null);
  if (NEEDED.some((name) => draft.typed[name] === undefined)) return openRecordForm(draft, context);
  return showPreview(draft, context, 'message', { unfinished: await unfinishedRecord(context) });
}
