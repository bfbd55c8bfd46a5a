/** Makes a command of a draft: cleans the texts, loads what it speaks of, reads the deadline and the days. */
import type { Draft, Typed } from '../codec/draft.js';
import { TYPED, type TypedName } from '../domain/field-name.js';
import type { Context } from '../discord/command.js';
import { cleanLine, cleanText } from '../domain/clean.js';
import { LINK_KINDS, type Command, type Evidence } from '../domain/entry.js';
import type { Reading } from '../domain/reading.js';
import { outcomeReportedAt } from '../domain/reported.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { Question } from '../wording/preview.js';
import { closingOf } from './closing.js';
import { correctionOf } from './correction.js';
import { deadlineOf, type DatedCommand } from './deadline.js';
import { draftContextOf, type DraftContext } from './draft-context.js';
import { namesIn, partiesOf } from './names.js';
import { outcomeOf } from './outcome.js';
import { reversalOf } from './reversal.js';
import { asTargetsOf, scopeOf } from './scope.js';
import { statementsOf } from './statements.js';

/** A draft as a command, with the deadline as it was read and what is still open. */
export interface DraftedCommand {
  readonly command: Command;
  readonly reading: Reading | null;
  /** The words have several readings; the command holds the first until one is picked. */
  readonly question: Question | null;
  readonly draftContext: DraftContext;
}

const undated = (command: Command): Result<DatedCommand> => ok({ command, deadline: null });

/** Links stay as they were given. */
const LINKS = new Set<TypedName>(['source', 'second-source', 'archive']);
const LONG_TEXTS = new Set<TypedName>(['demand', 'threat', 'quote', 'reason', 'note']);

function cleanedText(name: TypedName, text: string): string {
  if (LINKS.has(name)) return text;
  return LONG_TEXTS.has(name) ? cleanText(text) : cleanLine(text);
}

/** The texts as they are kept; one without a visible character is left out, and then counts as missing. */
function cleanTyped(typed: Typed): Typed {
  const texts = TYPED.map((name) => [name, cleanedText(name, typed[name] ?? '')] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

/** The texts as they are kept, without those that a form shows of the record and that were left as they were. */
function changedTyped({ typed, shown }: Draft): Typed {
  const [texts, today] = [cleanTyped(typed), cleanTyped(shown)];
  const changed = TYPED.filter((name) => texts[name] !== undefined && texts[name] !== today[name]);
  return Object.fromEntries(changed.map((name) => [name, texts[name]]));
}

/** Reads a draft against the present; the first fault is the refusal. */
export async function draftToCommand(draft: Draft, context: Context): Promise<Result<DraftedCommand>> {
  const draftContext = await draftContextOf({ ...draft, typed: changedTyped(draft) }, context);
  if (!draftContext.ok) return draftContext;
  const dated = await commandOf(draftContext.value);
  if (!dated.ok) return dated;
  const { command, deadline } = dated.value;
  const { reading = null, question = null } = deadline ?? {};
  return ok({ command, reading, question, draftContext: draftContext.value });
}

async function commandOf(draftContext: DraftContext): Promise<Result<DatedCommand>> {
  const { draft, statedAt } = draftContext;
  const { typed, verb } = draft;
  const evidence: Evidence = { stated: statedAt.when, statements: statementsOf(draft) };
  switch (verb) {
    case 'record':
      return recordCommand(draftContext, evidence);
    case 'move':
    case 'resume':
      return deadlineCommand(verb, draftContext, evidence);
    case 'source':
      return undated(sourceCommand(draftContext, evidence));
    case 'replace':
      return undated({ verb, by: Number(typed.by), self: draft.number ?? 0, ...evidence });
    case 'terms':
      return undated(await termsCommand(draftContext, evidence));
    case 'outcome':
      return outcomeCommand(draftContext, evidence);
    case 'dispute':
      return undated({ verb, reason: typed.reason ?? '', ...evidence });
    case 'hide':
      return undated(hideCommand(draftContext));
    case 'correct':
      return correctionOf(draftContext);
    case 'reverse':
      return reversalOf(draftContext, evidence);
    case 'link':
      return linkCommand(draftContext);
    case 'close-dispute':
      return closingOf(draftContext);
    // What is left holds no more than its statement; a verb with a field of its own does not compile here.
    default:
      return undated({ verb, ...scopeOf(draftContext), ...evidence });
  }
}

function deadlineCommand(
  verb: 'move' | 'resume',
  draftContext: DraftContext,
  evidence: Evidence,
): Result<DatedCommand> {
  const deadline = deadlineOf(draftContext);
  if (!deadline.ok) return deadline;
  const { reading } = deadline.value;
  if (reading === null) return refuse({ why: 'missing', field: 'deadline' });
  const command = { verb, deadline: reading, ...scopeOf(draftContext), ...evidence };
  return ok({ command, deadline: deadline.value });
}

/** A copy of a link that is on record already; with a new link the copy comes with the statement. */
function sourceCommand({ draft, ultimatum }: DraftContext, evidence: Evidence): Command {
  const { source: url, archive } = draft.typed;
  const known = ultimatum?.statements.some((statement) => statement.url === url) ?? false;
  return known && url !== undefined && archive !== undefined
    ? { verb: 'archive', url, archive }
    : { verb: 'source', ...evidence };
}

async function termsCommand(draftContext: DraftContext, evidence: Evidence): Promise<Command> {
  const { draft, ultimatum, context } = draftContext;
  const { demand, threat, target } = draft.typed;
  const named = target === undefined ? null : await partiesOf('target', target, context);
  const targets = named === null ? null : asTargetsOf(ultimatum, named);
  const scope = scopeOf(draftContext);
  return { verb: 'terms', demand: demand ?? null, threat: threat ?? null, targets, ...scope, ...evidence };
}

function outcomeCommand(draftContext: DraftContext, evidence: Evidence): Result<DatedCommand> {
  const outcome = outcomeOf(draftContext);
  if (!outcome.ok) return outcome;
  const done = { outcome: outcome.value, ...scopeOf(draftContext) };
  const { ultimatum, statedAt, context } = draftContext;
  const reported =
    ultimatum === null || statedAt.from !== 'today' ? null : outcomeReportedAt(done, ultimatum, context.now);
  return undated({ verb: 'outcome', ...done, ...evidence, stated: reported ?? evidence.stated });
}

function linkCommand({ draft }: DraftContext): Result<DatedCommand> {
  const { to, as } = draft.typed;
  const kind = LINK_KINDS.find((known) => known === as);
  if (kind === undefined) return refuse({ why: 'missing', field: 'as' });
  return undated({ verb: 'link', to: Number(to), as: kind, self: draft.number ?? 0 });
}

/** Hiding what is hidden already makes it visible again. */
function hideCommand({ draft, ultimatum }: DraftContext): Command {
  const hidden = ultimatum !== null && ultimatum.hidden !== null;
  return { verb: hidden ? 'unhide' : 'hide', reason: draft.typed.reason ?? '' };
}

async function recordCommand(draftContext: DraftContext, evidence: Evidence): Promise<Result<DatedCommand>> {
  const { draft, context, zoneChoice } = draftContext;
  const { issuer, target, demand, threat, tag } = draft.typed;
  if (issuer === undefined) return refuse({ why: 'missing', field: 'issuer' });
  if (target === undefined) return refuse({ why: 'missing', field: 'target' });
  if (demand === undefined) return refuse({ why: 'missing', field: 'demand' });
  const deadline = deadlineOf(draftContext);
  if (!deadline.ok) return deadline;
  const { reading } = deadline.value;
  const command: Command = {
    verb: 'record',
    issuers: await partiesOf('issuer', issuer, context),
    targets: await partiesOf('target', target, context),
    demand,
    threat: threat ?? null,
    zone: zoneChoice.zone,
    zoneFrom: zoneChoice.from,
    tags: namesIn(tag),
    deadline: reading,
    ...evidence,
  };
  return ok({ command, deadline: deadline.value });
}
